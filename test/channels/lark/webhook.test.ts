import { type ServerType, serve } from "@hono/node-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Stop } from "../../../src/channels/channel.ts";
import { openLark } from "../../../src/channels/lark/index.ts";
import { webhookPath } from "../../../src/channels/lark/webhook.ts";
import type { Inbound } from "../../../src/core/message.ts";
import { sealed } from "./platform/delivery.ts";
import { openPlatform, type Platform } from "./platform/platform.ts";
import { ana, settingsFor } from "./world.ts";

let platform: Platform;
let server: ServerType;
let url = "";
let stop: Stop = async () => {};
let received: Inbound[] = [];
let refuses = false;
const log: string[] = [];

beforeEach(async () => {
  received = [];
  refuses = false;
  platform = await openPlatform({ people: [ana] });
  const note = (context: object) => void log.push(JSON.stringify(context));
  const settings = {
    ...settingsFor(platform),
    PUBLIC_URL: "https://bot.example.org/",
    LARK_ENCRYPT_KEY: platform.keys.encrypt,
    LARK_VERIFICATION_TOKEN: platform.keys.token,
  };
  const { channel, routes } = openLark(settings, { error: note, warn: note, info: note, debug: note });
  if (!routes) throw new Error("no routes");
  stop = await channel.start({
    now: () => 1,
    receive: async (inbound) => {
      if (refuses) throw new Error("the disk is full");
      received.push(inbound);
      return { replied: Promise.resolve() };
    },
  });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: routes.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
      url = `http://127.0.0.1:${port}${webhookPath}`;
      resolve();
    });
  });
  platform.callAt(url);
});
afterEach(async () => {
  await stop();
  server.close();
  await platform.close();
});

const event = (token: string) => ({
  schema: "2.0",
  header: { event_id: "e1", event_type: "application.bot.menu_v6", token },
  event: { operator: { operator_id: { open_id: ana.openId } }, event_key: "report" },
});
const call = ({ text, headers }: ReturnType<typeof sealed>, more: Record<string, string> = {}) =>
  fetch(url, { method: "POST", headers: { ...headers, ...more }, body: text });

test("a signed and encrypted event is taken", async () => {
  expect(await platform.says(ana.openId, "填报").taken).toBe(true);
  expect(received).toMatchObject([{ kind: "said", text: "填报" }]);
});

test("the address is confirmed with the platform's challenge", async () => {
  const { encrypt, token } = platform.keys;
  const asks = sealed(encrypt, { type: "url_verification", token, challenge: "c-1" });
  const answer = await fetch(url, { method: "POST", body: asks.text });
  expect([answer.status, await answer.json()]).toEqual([200, { challenge: "c-1" }]);
  const forged = sealed(encrypt, { type: "url_verification", token: "x", challenge: "c-1" });
  expect((await fetch(url, { method: "POST", body: forged.text })).status).toBe(401);
});

test("what bears a wrong signature, a wrong token or an old time stamp is refused", async () => {
  const { encrypt, token } = platform.keys;
  expect((await call(sealed(encrypt, event(token)), { "x-lark-signature": "0".repeat(64) })).status).toBe(401);
  expect((await call(sealed(encrypt, event("wrong")))).status).toBe(401);
  expect((await call(sealed(encrypt, event(token), Date.now() - 3_600_000))).status).toBe(401);
  expect((await call(sealed(encrypt, event(token)), { "x-lark-request-timestamp": "now" })).status).toBe(401);
  expect(received).toEqual([]);
});

test("a call that was taken is refused when it is played again; one that could not be kept may come again", async () => {
  const { encrypt, token } = platform.keys;
  const once = sealed(encrypt, event(token));
  refuses = true;
  expect((await call(once)).status).toBe(500);
  refuses = false;
  expect((await call(once)).status).toBe(200);
  expect((await call(once)).status).toBe(401);
  expect(received).toHaveLength(1);
});

test.each(["", "no json", "{}", '{"encrypt":""}', '{"encrypt":"AAAA"}', '{"encrypt":7}', "[]", "null"])(
  "a body that is no event of the platform is refused: %j",
  async (body) => {
    expect((await fetch(url, { method: "POST", body })).status).toBe(400);
  },
);

test("what is encrypted with another key, or holds no event, is refused", async () => {
  expect((await call(sealed("another key", event(platform.keys.token)))).status).toBe(400);
  expect((await call(sealed(platform.keys.encrypt, { hello: 1 }))).status).toBe(400);
});

test("a body without end is not read", async () => {
  expect((await fetch(url, { method: "POST", body: "x".repeat(2_000_000) })).status).toBe(413);
});
