import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { Hono } from "hono";
import { Refusal } from "./refusal.ts";

const folder = new URL("./page/", import.meta.url);
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** The page itself, read from disk each time: whoever changes it reloads it. */
export function pageRoutes(): Hono {
  const app = new Hono();
  const file = async (name: string) => {
    const type = types[extname(name)];
    const bytes =
      type && /^[a-z-]+\.[a-z]+$/.test(name) ? await readFile(new URL(name, folder)).catch(() => undefined) : undefined;
    if (!type || !bytes) throw new Refusal(404, `The page has no "${name.slice(0, 80)}".`);
    return new Response(new Uint8Array(bytes), { headers: { "Content-Type": type } });
  };
  app.get("/", () => file("index.html"));
  app.get("/page/:name", (c) => file(c.req.param("name")));
  return app;
}
