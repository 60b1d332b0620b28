import { createServer } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { toMend } from "./core/source/problem.ts";
import { StartError } from "./failures.ts";

export type ServerOptions = {
  readonly host: string;
  /** 0 takes any port that is free. */
  readonly port: number;
  readonly routes: readonly Hono[];
  /** Whether the bot takes messages; `/healthz` says 503 until it does. */
  readonly ready?: () => boolean;
};

/** `stop` takes no more connections, lets answers that are under way finish for a moment, and closes what is left. */
export type HttpServer = { readonly url: string; readonly port: number; stop(): Promise<void> };

/** How long answers under way may take to finish when the server stops, in milliseconds. */
const GRACE = 2_000;

/** Starts the one server of the bot. Rejects with a `StartError` where it cannot listen. */
export async function listen({ host, port, routes, ready = () => true }: ServerOptions): Promise<HttpServer> {
  const app = new Hono();
  app.get("/healthz", (c) => (ready() ? c.text("ok\n") : c.text("starting\n", 503)));
  for (const part of routes) app.route("/", part);
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  // Event streams never finish by themselves: stopping would wait for every open page.
  const streams = new Set<Socket>();
  server.on("request", ({ headers, socket }) => {
    if (headers.accept?.includes("text/event-stream")) streams.add(socket.once("close", () => streams.delete(socket)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(cannotListen(cause, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = address !== null && typeof address === "object" ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    port: taken,
    stop: () =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close((cause) => {
          clearTimeout(late);
          if (cause) reject(cause);
          else resolve();
        });
        for (const stream of streams) stream.destroy();
        server.closeIdleConnections();
      }),
  };
}

function cannotListen(cause: Error, host: string, port: number): StartError {
  const why = "code" in cause ? String(cause.code) : cause.message;
  const args = { host, port: String(port), why };
  switch (why) {
    case "EADDRINUSE":
      return new StartError("port-in-use", toMend({ key: "port-in-use", args }));
    case "EACCES":
      return new StartError("port-forbidden", toMend({ key: "port-forbidden", args }));
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartError("host-unknown", toMend({ key: "host-unknown", args }));
    default:
      return new StartError("cannot-listen", toMend({ key: "cannot-listen", args }));
  }
}
