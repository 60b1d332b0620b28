import { type Context, Hono } from "hono";
import { amendBody, besideFile, bodyOf, checked, languageBody, pressBody, sayBody } from "./bodies.ts";
import { inOrder } from "./in-order.ts";
import { LARGEST_FILE } from "./limits.ts";
import type { Act } from "./platform.ts";
import { Refusal } from "./refusal.ts";
import type { Parts } from "./routes.ts";

/** Who there is, and what they do on their phones. */
export function peopleRoutes({ desk, platform }: Parts): Hono {
  const ordered = inOrder();
  /** The language last chosen here, by person: the roster's own does not follow. */
  const chosen = new Map<string, string>();
  const doing = (read: (c: Context) => Promise<Act>) => async (c: Context) => {
    const person = c.req.param("id") ?? "";
    return c.json(await ordered(person, async () => platform().act(person, await read(c))));
  };
  const app = new Hono();
  app.get("/api/people", (c) =>
    c.json(
      desk
        .people(c.req.query("language"))
        .map((person) => ({ ...person, language: chosen.get(person.id) ?? person.language })),
    ),
  );
  app.post(
    "/api/people/:id/say",
    doing(async (c) => ({ kind: "said", ...(await bodyOf(c, sayBody)) })),
  );
  app.post(
    "/api/people/:id/press",
    doing(async (c) => ({ kind: "pressed", ...(await bodyOf(c, pressBody)) })),
  );
  app.post(
    "/api/people/:id/amend",
    doing(async (c) => ({ kind: "amended", ...(await bodyOf(c, amendBody)) })),
  );
  app.post("/api/people/:id/file", doing(fileOf));
  app.post("/api/people/:id/language", async (c) => {
    const { language } = await bodyOf(c, languageBody);
    const id = c.req.param("id");
    if (!desk.people().some((person) => person.id === id))
      throw new Refusal(404, `There is nobody with the id "${id}"; /api/people lists everybody.`);
    await ordered(id, () => desk.speak(id, language));
    chosen.set(id, language);
    return c.json({ language });
  });
  return app;
}

async function fileOf(c: Context): Promise<Act> {
  const body = await c.req.parseBody().catch(() => ({}));
  const { file, ...beside }: { file?: unknown } = body;
  if (!(file instanceof File)) throw new Refusal(400, 'Send the file as multipart/form-data, in a field named "file".');
  if (file.size > LARGEST_FILE) throw new Refusal(413, "That is too large: a file of 20 MB at most.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { kind: "sent-file", name: file.name, bytes, ...checked(beside, besideFile) };
}
