import { createServer } from "node:http";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { listen } from "../../src/http.ts";

test("healthz says 503 until the bot takes messages, then 200", async () => {
  let ready = false;
  const server = await listen({ host: "127.0.0.1", port: 0, routes: [], ready: () => ready });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(503);
  ready = true;
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await server.stop();
});

test("the routes that it is given are served", async () => {
  const server = await listen({ host: "127.0.0.1", port: 0, routes: [new Hono().get("/a", (c) => c.text("a"))] });
  expect(await (await fetch(`${server.url}/a`)).text()).toBe("a");
  expect((await fetch(`${server.url}/b`)).status).toBe(404);
  await server.stop();
  await expect(fetch(server.url)).rejects.toThrow();
});

test("a port in use is told with a code, the cause and what to do", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, "127.0.0.1", () => {
      const address = other.address();
      resolve(address !== null && typeof address === "object" ? address.port : 0);
    }),
  );
  const failed = listen({ host: "127.0.0.1", port, routes: [] });
  await expect(failed).rejects.toMatchObject({
    code: "port-in-use",
    message: expect.stringMatching(/port \d+\n.*set PORT/s),
  });
  other.close();
});

test("a host that is none of this machine's is told with what to write instead", async () => {
  const failed = listen({ host: "192.0.2.1", port: 0, routes: [] });
  await expect(failed).rejects.toMatchObject({ code: "host-unknown", message: expect.stringContaining("127.0.0.1") });
});

test("stopping does not wait for a page that listens for events", async () => {
  const endless = new Hono().get(
    "/events",
    () => new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(1)) })),
  );
  const server = await listen({ host: "127.0.0.1", port: 0, routes: [endless] });
  const response = await fetch(`${server.url}/events`, { headers: { accept: "text/event-stream" } });
  const body = response.text();
  await server.stop();
  await expect(body).rejects.toThrow();
});
