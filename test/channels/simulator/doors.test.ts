import { Agent, request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulator } from "../../../src/channels/simulator/index.ts";
import { listen } from "../../../src/http.ts";
import { fakeDesk } from "../fakes.ts";
import { type Simulated, simulated } from "./world.ts";

let world: Simulated;
beforeAll(async () => {
  world = await simulated();
});
afterAll(() => world.wipe());

/** A request with headers that fetch would not let pass. */
function raw(path: string, headers: Record<string, string>, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    // A connection of its own, which stays open until the answer is there: the server hangs up on whom it refuses.
    const agent = new Agent({ keepAlive: true });
    request(world.url + path, { method, headers, agent }, (response) => {
      resolve(response.statusCode ?? 0);
      agent.destroy();
    })
      .on("error", reject)
      .end(body);
  });
}

describe("who is let in", () => {
  test.each(["127.0.0.1", "localhost", "[::1]", "LOCALHOST"])("the host %s is", async (name) => {
    expect(await raw("/api/clock", { host: `${name}:${new URL(world.url).port}` })).toBe(200);
  });

  test.each([
    "example.org",
    "example.org:3000",
    "127.0.0.1.example.org",
    "localhost.example.org:80",
    "192.168.1.2",
    "0.0.0.0",
  ])("the host %s is not", async (host) => {
    for (const path of ["/", "/api/clock", "/page/main.js", "/files/0/x"]) expect(await raw(path, { host })).toBe(403);
  });

  test.each(["forwarded", "via", "x-forwarded-for", "x-forwarded-proto", "X-Forwarded-Host", "X-Real-IP"])(
    "what a proxy hands on with %s is not, whatever Host it writes",
    async (name) => {
      const host = new URL(world.url).host;
      for (const path of ["/", "/api/clock", "/page/main.js", "/files/0/x"])
        expect(await raw(path, { host, [name]: "x" })).toBe(403);
      const { json } = await world.post("/api/people/ana/say", { text: "x" }, { [name]: "x" });
      expect(json).toEqual({ error: expect.stringContaining("on the machine that it runs on") });
    },
  );

  test("a page of another origin cannot post, the page itself and a script can", async () => {
    const post = (origin: Record<string, string>) =>
      raw("/api/people/ana/say", { "content-type": "application/json", ...origin }, '{"text":"x"}');
    for (const origin of ["https://example.org", "null", "http://localhost:1", `https://${new URL(world.url).host}`])
      expect(await post({ origin })).toBe(403);
    expect(world.bot.received).toEqual([]);
    expect(await post({ origin: world.url })).toBe(200);
    expect(await post({})).toBe(200);
  });
});

test.each(["OPTIONS", "DELETE", "PUT"])("%s is told that there is nothing, whatever body it brings", async (method) => {
  for (const body of ["", '{"now":"2020"}'])
    expect((await fetch(`${world.url}/api/people/ana/say`, { method, body })).status).toBe(404);
});

test("a body of 1 MB is read and one of a byte more is not, whatever is posted; a file alone may be larger", async () => {
  const posts = world.channel.routes.routes.filter(({ method }) => method === "POST");
  const paths = [...new Set(posts.map(({ path }) => path.replace(":id", "ana")))];
  expect(paths).toEqual(expect.arrayContaining(["/api/clock", "/api/people/ana/say", "/api/people/ana/file"]));
  const whole = JSON.stringify({ other: "x".repeat(1024 * 1024 - '{"other":""}'.length) });
  for (const path of paths) {
    const answered = [await raw(path, {}, whole), await raw(path, {}, `${whole} `)];
    expect(answered, path).toEqual(path.endsWith("/file") ? [400, 400] : [400, 413]);
  }
});

test("every answer forbids what the page does not need", async () => {
  for (const path of ["/", "/api/people", "/api/nothing"]) {
    const { headers } = await world.get(path);
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(headers.get("content-security-policy")).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
});

test("before the bot has started nothing is taken, and the answer says so", async () => {
  const channel = simulator({ folder: world.folder, desk: fakeDesk() });
  const server = await listen({ host: "127.0.0.1", port: 0, routes: [channel.routes] });
  const response = await fetch(`${server.url}/api/people/ana/say`, { method: "POST", body: '{"text":"x"}' });
  expect([response.status, await response.json()]).toEqual([503, { error: expect.stringContaining("not ready") }]);
  await server.stop();
});

test("a request that fails is logged by what kind of failure it was, and nobody's words", async () => {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const desk = {
    ...fakeDesk(),
    people: () => {
      throw new RangeError("somebody's words");
    },
  };
  const channel = simulator({ folder: world.folder, desk, log: { error: (about) => void lines.push(about) } });
  const server = await listen({ host: "127.0.0.1", port: 0, routes: [channel.routes] });
  expect((await fetch(`${server.url}/api/people`)).status).toBe(500);
  expect(lines).toEqual([
    { code: "simulator-failed", path: expect.any(String), cause: expect.stringMatching(/^RangeError at /) },
  ]);
  await server.stop();
});
