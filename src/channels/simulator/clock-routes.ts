import { Hono } from "hono";
import { parseIso } from "../../core/calendar/words.ts";
import { bodyOf, clockBody } from "./bodies.ts";
import { Refusal } from "./refusal.ts";
import type { Parts } from "./routes.ts";

/** The rehearsal clock. `underWay` is told when a jump begins and ends. */
export function clockRoutes({ desk, events }: Parts, underWay: (jumps: 1 | -1) => void): Hono {
  const app = new Hono();
  app.get("/api/clock", (c) => c.json({ now: desk.now() }));
  app.post("/api/clock", async (c) => {
    const { now: wanted } = await bodyOf(c, clockBody);
    const to = parseIso(wanted);
    if (to === undefined)
      throw new Refusal(
        400,
        `"${wanted.slice(0, 80)}" is no moment; write one such as ${desk.now().slice(0, 19)}+08:00.`,
      );
    if (to < (parseIso(desk.now()) ?? 0))
      throw new Refusal(400, `The clock moves forward only, and it is ${desk.now()} already.`);
    underWay(1);
    try {
      await desk.moveTo(to);
    } catch (cause) {
      if (cause instanceof RangeError) throw new Refusal(400, `The clock stays where it is: ${cause.message}.`);
      throw cause;
    } finally {
      underWay(-1);
    }
    return c.json({ now: desk.now() });
  });
  app.get("/api/moments", (c) =>
    c.json(desk.moments(c.req.query("language")).map(({ label, at }) => ({ label, at: new Date(at).toISOString() }))),
  );
  app.get("/api/events", (c) => events.stream(c));
  return app;
}
