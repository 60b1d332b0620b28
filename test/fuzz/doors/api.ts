import { request } from "node:http";
import fc from "fast-check";
import { z } from "zod";
import { simulated } from "../../channels/simulator/world.ts";
import { assert, door } from "../door.ts";
import { words } from "../words.ts";

const people = fc.oneof(
  fc.constantFrom("ana", "ben", "chief", "leadership", "bot", "who", "..", "%2e%2e", "%00", "a b", "%"),
  words.map((each) => each.slice(0, 30)),
);
const path = fc.oneof(
  fc
    .tuple(people, fc.constantFrom("say", "press", "amend", "file", "language", "nothing"))
    .map(([id, verb]) => `/api/people/${id}/${verb}`),
  fc.tuple(people, people).map(([chat, after]) => `/api/chats/${chat}/messages?after=${after}`),
  fc.tuple(people, people).map(([round, unit]) => `/api/reports/${round}/${unit}`),
  fc.constantFrom(
    "/api/people",
    "/api/chats",
    "/api/clock",
    "/api/moments",
    "/",
    "/healthz",
    "/page/main.js",
    "/api/..",
    "//",
    "/api/%",
  ),
  fc.tuple(people, people).map(([hash, name]) => `/files/${hash}/${name}`),
  people.map((name) => `/page/${name}`),
);
const json = fc.oneof(
  fc.record({
    text: fc.oneof(
      words,
      words.map((each) => `@报送 ${each}`),
    ),
    chat: fc.option(people, { nil: undefined }),
    replyTo: fc.option(words, { nil: undefined }),
    id: fc.option(words, { nil: undefined }),
  }),
  fc.record({ message: words, action: words, fields: fc.anything() }),
  fc.record({
    now: fc.oneof(words, fc.constantFrom("2020-05-19T10:00+08:00", "+275760-09-13T00:00Z", "1969-01-01T00:00Z")),
  }),
  fc.anything(),
);
const body = fc.oneof(
  { arbitrary: json.map(asJson), weight: 6 },
  { arbitrary: words, weight: 2 },
  { arbitrary: fc.constantFrom("", "{", "[".repeat(100_000), `{"text":"${"口".repeat(400_000)}"}`), weight: 1 },
);
const headers = fc.dictionary(
  fc.constantFrom("content-type", "host", "origin", "accept", "content-length", "x-forwarded-host"),
  fc.constantFrom(
    "application/json",
    "text/plain",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "evil.example",
    "http://evil.example",
    "127.0.0.1",
    "0",
  ),
  { maxKeys: 2 },
);
const refused = z.strictObject({ error: z.string().min(8) });
const statuses = new Set([200, 400, 403, 404, 405, 409, 413, 503]);

/** Requests to the page's server: other methods, hosts, bodies; ids that are none. */
export const api = door(
  "api",
  { ms: 2_000, mb: 400 },
  fc.record({
    method: fc.constantFrom("GET", "POST", "POST", "POST", "PUT", "DELETE", "OPTIONS", "HEAD"),
    path,
    body,
    headers,
  }),
  async () => {
    const on = await simulated();
    return {
      close: on.wipe,
      put: async (given) => {
        const { status, type, text } = await asked(on.url, given);
        if (status === undefined) return;
        assert(statuses.has(status), `${status}: ${text.slice(0, 200)}`);
        assert(!/\n\s+at .*:\d+:\d+/.test(text), `a stack: ${text.slice(0, 300)}`);
        if (status !== 200 && given.method !== "HEAD" && type.includes("json")) refused.parse(JSON.parse(text));
        assert((await on.get("/healthz")).status === 200, "it does not answer any more");
      },
    };
  },
);

type Asked = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Sends it as it is; no status where the request itself cannot be written, or the server hangs up on a malformed one. */
function asked(url: string, { method, path: at, body: sent, headers: with_ }: Asked) {
  return new Promise<{ status: number | undefined; type: string; text: string }>((resolve) => {
    const none = { status: undefined, type: "", text: "" };
    try {
      const bare = method === "GET" || method === "HEAD" || method === "OPTIONS";
      const asking = request(`${url}/`, { method, path: encodeURI(at), headers: with_, timeout: 5_000 }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part) => {
          text += part;
        });
        answer.on("end", () =>
          resolve({ status: answer.statusCode, type: answer.headers["content-type"] ?? "", text }),
        );
        answer.on("error", () => resolve(none));
      });
      asking.on("error", () => resolve(none));
      asking.on("timeout", () => asking.destroy());
      asking.end(bare ? undefined : sent);
    } catch {
      resolve(none);
    }
  });
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}
