import { Hono } from "hono";
import type { Registry } from "prom-client";
import type { Faring } from "./metrics/channels.ts";

/** What readiness is made of; each is asked when somebody wants to know. */
export type Vitals = {
  /** Rejects where the store cannot be asked, or a change could not be written of late. */
  readonly store: () => Promise<void>;
  readonly channels: () => readonly Faring[];
  /** How long ago the bot last looked at what is owed, in milliseconds; undefined where it never did. */
  readonly sinceTick: () => number | undefined;
};

/** The bot looks every minute; a tick that posts for thousands may take longer. */
const TICK_LATE = 5 * 60_000;
/** A store that does not answer within this is not there, in milliseconds. */
const STORE_LATE = 5_000;

/** `/readyz`, whether the bot can do its work now and what keeps it, and `/metrics` for Prometheus. */
export function healthRoutes(registry: Registry, vitals: Vitals): Hono {
  const app = new Hono();
  app.get("/readyz", async (c) => {
    const found = await examined(vitals);
    const ready = Object.values(found).every((state) => state === "ok");
    return c.json({ ready, ...found }, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) => c.text(await registry.metrics(), 200, { "content-type": registry.contentType }));
  return app;
}

async function examined({ store, channels, sinceTick }: Vitals): Promise<Record<string, string>> {
  const ago = sinceTick();
  const late = ago === undefined || ago > TICK_LATE;
  return {
    store: await stateOf(store),
    tick: late ? `late: ${ago === undefined ? "never" : `${Math.round(ago / 1000)} s ago`}` : "ok",
    ...Object.fromEntries(
      channels().map(({ channel, failing, deaf }) => {
        const hears = deaf === undefined ? "ok" : `nothing comes in: ${deaf}`;
        return [channel, failing ? "the last sends failed" : hears];
      }),
    ),
  };
}

async function stateOf(ask: () => Promise<void>): Promise<string> {
  let late: NodeJS.Timeout | undefined;
  const waiting = new Promise<string>((resolve) => {
    late = setTimeout(resolve, STORE_LATE, "does not answer");
  });
  const asking = ask().then(
    () => "ok",
    (cause: unknown) => (cause instanceof Error && "code" in cause ? `failed: ${String(cause.code)}` : "failed"),
  );
  const state = await Promise.race([asking, waiting]);
  clearTimeout(late);
  return state;
}
