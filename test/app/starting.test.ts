import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Registry } from "prom-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Channel, showsAll } from "../../src/channels/channel.ts";
import { channelMeter } from "../../src/metrics/channels.ts";
import { type World, world } from "../world.ts";

let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

const channel = (name: string, start: Channel["start"]): Channel => ({
  name,
  can: showsAll,
  start,
  send: async () => ({ kind: "sent", id: "1" }),
});

test("where one platform cannot be started, the one that was is stopped with the bot", async () => {
  const stopped: string[] = [];
  const good = channel("good", async () => async () => void stopped.push("good"));
  const bad = channel("bad", async () => {
    throw new Error("no such token");
  });
  const folder = await mkdtemp(join(tmpdir(), "baosong-starting-"));
  const other = await world({ folder });
  await expect(other.bot.start([good, bad], { timed: false })).rejects.toThrow("no such token");
  await other.end();
  expect(stopped).toEqual(["good"]);
  await rm(folder, { recursive: true, force: true });
});

test("a reply that fails after the message was kept is no failure of the meter that times it", async () => {
  const unhandled: unknown[] = [];
  const note = (cause: unknown) => void unhandled.push(cause);
  process.on("unhandledRejection", note);
  const meter = channelMeter(new Registry());
  let received: Promise<unknown> | undefined;
  const counted = meter.through(
    channel("metered", async (host) => {
      const at = it.bot.now();
      const from = { channel: "metered", id: "p" };
      received = host.receive({ kind: "said", id: "m", from, chat: from, at, sentAt: at, text: "填报" });
      await received;
      return async () => {};
    }),
  );
  const failing = { replied: Promise.reject(new Error("the store is away")) };
  failing.replied.catch(() => {});
  await counted.start({ receive: async () => failing, now: it.bot.now, menuFor: async () => [] });
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", note);
  expect(received).toBeDefined();
  expect(unhandled).toEqual([]);
});
