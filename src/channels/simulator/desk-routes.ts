import { Hono } from "hono";
import { Refusal } from "./refusal.ts";
import type { Parts } from "./routes.ts";

/** What leaders see of a round, and where each figure came from. */
export function deskRoutes({ desk }: Parts): Hono {
  const app = new Hono();
  app.get("/api/desk", async (c) => {
    const { language, round, node } = c.req.query();
    const found = await desk.overview(language, round || undefined, node || undefined);
    if (!found) throw new Refusal(404, "No round has been opened yet, or there is none of that name.");
    return c.json(found);
  });
  app.get("/api/desk/why", async (c) => {
    const { language, words = "" } = c.req.query();
    const blocks = await desk.why(words, language);
    if (!blocks) throw new Refusal(404, `There is no figure "${words.slice(0, 80)}".`);
    // Buttons are for chats: here one goes on by pressing another figure.
    return c.json(blocks.filter(({ kind }) => kind === "heading" || kind === "text"));
  });
  return app;
}
