import { Hono } from "hono";
import { kindOf } from "../../core/failure-kind.ts";
import type { Desk } from "../desk.ts";
import type { Blobs } from "./blobs.ts";
import { chatRoutes } from "./chat-routes.ts";
import { clockRoutes } from "./clock-routes.ts";
import { deskRoutes } from "./desk-routes.ts";
import { doors } from "./doors.ts";
import type { Events } from "./events.ts";
import { limits } from "./limits.ts";
import type { Memory } from "./memory.ts";
import { pageRoutes } from "./page-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import type { Platform } from "./platform.ts";
import { Refusal } from "./refusal.ts";

export type Parts = {
  readonly desk: Desk;
  readonly memory: Memory;
  readonly blobs: Blobs;
  readonly events: Events;
  /** Throws a `Refusal` until the bot has been started. */
  readonly platform: () => Platform;
  readonly log: Log;
};

/** What the simulator tells an operator. */
export type Log = { error(about: Readonly<Record<string, unknown>>, message: string): void };

/** The page and its JSON API. Everything that is refused says why in a sentence: `{error}`. */
export function routesOf(parts: Parts, underWay: (jumps: 1 | -1) => void): Hono {
  const app = new Hono();
  for (const path of ["/", "/page/*", "/api/*", "/files/*"]) app.use(path, doors);
  app.use("/api/*", limits);
  app.route("/", pageRoutes());
  app.route("/", peopleRoutes(parts));
  app.route("/", chatRoutes(parts));
  app.route("/", deskRoutes(parts));
  app.route("/", clockRoutes(parts, underWay));
  app.all("/api/*", (c) => c.json({ error: `There is nothing at ${c.req.method} ${c.req.path}.` }, 404));
  app.onError((cause, c) => {
    if (cause instanceof Refusal) return c.json({ error: cause.message }, cause.status);
    parts.log.error({ code: "simulator-failed", path: c.req.routePath, cause: kindOf(cause) }, "a request failed");
    if (wantsRoom(cause))
      return c.json({ error: "The disk has no room for what this page keeps. Make room and try again." }, 507);
    return c.json({ error: "The bot could not deal with this; its log says why. Try again." }, 500);
  });
  return app;
}

/** Whether the system refused to write for want of room. */
function wantsRoom(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && ["ENOSPC", "EDQUOT", "EFBIG"].includes(String(cause.code));
}
