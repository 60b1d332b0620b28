import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Host } from "../../../src/channels/channel.ts";
import { openTelegram } from "../../../src/channels/telegram/index.ts";
import { webhookPath } from "../../../src/channels/telegram/webhook.ts";
import type { Inbound } from "../../../src/core/message.ts";
import { type HttpServer, listen } from "../../../src/http.ts";
import { listening, settingsFor, wide } from "./channel.ts";
import { type Loopback, loopback } from "./loopback/server.ts";

const secret = "a-long_random-word";
let platform: Loopback;
let server: HttpServer;
let received: Inbound[] = [];
let taking: () => Promise<void> = async () => {};
let stops: (() => Promise<void>)[] = [];
const host: Host = {
  now: () => 0,
  receive: async (inbound) => {
    received.push(inbound);
    await taking();
    return { replied: Promise.resolve() };
  },
};

beforeEach(async () => {
  received = [];
  taking = async () => {};
  platform = await loopback({ limits: wide });
  // The address is known once the server listens; the routes are the channel's own.
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const PUBLIC_URL = `http://127.0.0.1:${port}/`;
  const settings = settingsFor(platform, { PUBLIC_URL, TELEGRAM_WEBHOOK_SECRET: secret });
  const { channel, routes } = openTelegram(settings, listening(), wide);
  server = await listen({ host: "127.0.0.1", port, routes: routes ? [routes] : [] });
  stops = [await channel.start(host), server.stop, platform.stop];
});
afterEach(async () => {
  for (const stop of stops) await stop();
});

const call = (header: Readonly<Record<string, string>>, body: string) =>
  fetch(`${server.url}${webhookPath}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...header },
    body,
  });
const update = (id: number) =>
  JSON.stringify({
    update_id: id,
    message: { message_id: id, date: 0, chat: { id: 1, type: "private" }, from: { id: 1 }, text: "12 2 1" },
  });
const proof = { "x-telegram-bot-api-secret-token": secret };

test("the webhook is set with the secret, and what people do arrives in order", async () => {
  expect(platform.queue.hook()).toEqual({ url: `${server.url}${webhookPath}`, secret });
  await Promise.all(["one", "two", "three"].map((text) => platform.says(1, text).confirmed));
  expect(received.map((inbound) => inbound.kind === "said" && inbound.text)).toEqual(["one", "two", "three"]);
});

test("a call without the secret, or with another, is refused and nothing of it is taken", async () => {
  for (const header of [
    {},
    { "x-telegram-bot-api-secret-token": "guess" },
    { "x-telegram-bot-api-secret-token": `${secret}x` },
  ])
    expect((await call(header, update(1))).status).toBe(401);
  expect(received).toEqual([]);
});

test("a call is answered with 200 once it is on disk, and otherwise comes again", async () => {
  let failures = 1;
  taking = async () => {
    if (failures-- > 0) throw new Error("the disk is full");
  };
  expect((await call(proof, update(5))).status).toBe(503);
  expect((await call(proof, update(5))).status).toBe(200);
});

test("an update that is called again while it is still being dealt with is one", async () => {
  let release = () => {};
  taking = () =>
    new Promise((resolve) => {
      release = resolve;
    });
  const first = call(proof, update(6));
  await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 20_000 });
  const again = call(proof, update(6));
  // Long enough for the second to come in as well; were it later, it would be another call of a finished update.
  await new Promise((resolve) => setTimeout(resolve, 500));
  release();
  expect((await Promise.all([first, again])).map(({ status }) => status)).toEqual([200, 200]);
  expect(received).toHaveLength(1);
});

test("what is no update does no harm", async () => {
  expect((await call(proof, "{")).status).toBe(400);
  expect((await call(proof, "[]")).status).toBe(200);
  expect((await call(proof, "x".repeat(2 ** 20 + 1))).status).toBe(413);
  expect(received).toEqual([]);
});
