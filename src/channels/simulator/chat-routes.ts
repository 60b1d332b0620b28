import { Hono } from "hono";
import { Refusal } from "./refusal.ts";
import type { Parts } from "./routes.ts";
import { view } from "./view.ts";

/** The chats, and what was said in them. */
export function chatRoutes({ desk, memory, blobs }: Parts): Hono {
  const app = new Hono();
  app.get("/api/chats", (c) => {
    const language = c.req.query("language");
    const people = desk.people(language);
    const groups = desk.groups(language);
    const rostered = new Set([...people, ...groups].map(({ id }) => id));
    const strangers = memory.chats().filter((id) => !rostered.has(id));
    // How much the bot has said there: what a page counts as unread.
    const told = (id: string) => memory.chat(id).filter(({ from }) => from === "bot").length;
    const alone = (id: string, name: string) =>
      ({ id, kind: "person", name, people: [id], leadership: false, told: told(id) }) as const;
    return c.json([
      ...people.map(({ id, name }) => alone(id, name)),
      ...groups.map((group) => ({ ...group, kind: "group" as const, told: told(group.id) })),
      ...strangers.map((id) => alone(id, id)),
    ]);
  });
  app.get("/api/chats/:id/messages", (c) => {
    const id = c.req.param("id");
    const messages = memory.chat(id);
    const exists = [...desk.people(), ...desk.groups()].some((each) => each.id === id);
    if (messages.length === 0 && !exists) throw new Refusal(404, `There is no chat "${id}"; /api/chats lists them.`);
    const after = c.req.query("after") || undefined;
    const from = after === undefined ? 0 : memory.order(after);
    if (from === undefined)
      throw new Refusal(404, `There is no message "${after}"; leave "after" out for all of them.`);
    return c.json(messages.filter(({ order }) => order > from).map(view));
  });
  app.get("/api/reports/:round/:unit", async (c) => {
    const { round, unit } = c.req.param();
    const report = await desk.report(round, unit);
    if (!report) throw new Refusal(404, `There is no report of the unit "${unit}" for the round "${round}".`);
    return c.json(report);
  });
  app.get("/files/:hash/:name", async (c) => {
    const bytes = await blobs.read(c.req.param("hash"));
    if (!bytes) throw new Refusal(404, "There is no such file.");
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": typeOf(bytes),
      // An attachment whatever it is: nothing that people send is ever opened as a page of this origin.
      "Content-Disposition": `attachment; filename*=UTF-8''${quoted(c.req.param("name"))}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, max-age=31536000, immutable",
    });
  });
  return app;
}

/** By the first bytes, pictures alone: they are shown in the chat; everything else is but saved. */
function typeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("\x89PNG")) return "image/png";
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return "image/webp";
  return "application/octet-stream";
}

/** A file name in a header (RFC 8187). */
function quoted(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
