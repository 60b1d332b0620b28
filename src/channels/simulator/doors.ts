import type { MiddlewareHandler } from "hono";
import { Refusal } from "./refusal.ts";

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);
/** What a proxy adds to what it hands on. */
const handedOn = /^(forwarded|via|x-real-ip|x-forwarded-.+)$/;

/**
 * Lets in what comes from this machine and from the page itself. A web page elsewhere can point a name of its own at
 * 127.0.0.1 (DNS rebinding): the Host header gives it away, whatever the port, which a tunnel may have changed. A reverse
 * proxy on this machine may write a Host of its own: what it hands on for others it marks by its own headers.
 */
export const doors: MiddlewareHandler = async (c, next) => {
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  if (!loopback.has(host.replace(/:\d+$/, "").toLowerCase()))
    throw new Refusal(403, "The simulator answers on this machine alone: open it as http://127.0.0.1 with its port.");
  if (Object.keys(c.req.header()).some((name) => handedOn.test(name)))
    throw new Refusal(
      403,
      "The simulator is not for a proxy: open it on the machine that it runs on, or by an SSH tunnel.",
    );
  const origin = c.req.header("origin");
  if (c.req.method !== "GET" && origin !== undefined && origin !== `http://${host}`)
    throw new Refusal(403, "The simulator takes requests from its own page and from scripts, not from other pages.");
  await next();
  for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};

const headers = {
  "Content-Security-Policy":
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-cache",
};
