import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Registry } from "prom-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { arrears } from "../../src/app/deliveries/arrears.ts";
import { type Channel, showsAll } from "../../src/channels/channel.ts";
import { healthRoutes } from "../../src/health.ts";
import { channelMeter } from "../../src/metrics/channels.ts";
import { showOwed } from "../../src/metrics/owed.ts";
import { metered } from "../../src/metrics/store.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { tryWriting } from "../../src/store-room.ts";
import { world } from "../world.ts";
import { baosong, endAll, say } from "./baosong.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-health-"));
});
afterEach(async () => {
  endAll();
  await rm(folder, { recursive: true, force: true });
});

/** The samples of a metrics page, by name and labels. */
function samples(page: string): ReadonlyMap<string, number> {
  const lines = page.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

test("a running bot says that it is ready, counts what it does, leads from a message to its replies, and ends well", async () => {
  const bot = baosong(["start"], { BAOSONG_DATA: folder });
  const url = await bot.url;
  const ready = await fetch(`${url}/readyz`);
  expect(await ready.json()).toEqual({ ready: true, store: "ok", tick: "ok", simulator: "ok" });
  const { id, messages } = JSON.parse(await say(url, "fuzhou-commerce-liaison", "填报"));
  const page = samples(await (await fetch(`${url}/metrics`)).text());
  expect(page.get('baosong_messages_total{channel="simulator",kind="said"}')).toBe(1);
  expect(page.get('baosong_message_answered_seconds_count{channel="simulator"}')).toBe(1);
  expect(page.get('baosong_message_kept_seconds_count{channel="simulator"}')).toBe(1);
  expect(page.get('baosong_sends_total{channel="simulator",outcome="sent"}')).toBeGreaterThan(50);
  expect(page.get("baosong_owed")).toBe(0);
  expect(page.get("baosong_owed_oldest_seconds")).toBe(0);
  expect(page.get("baosong_store_entries_total")).toBeGreaterThan(100);
  expect(page.get("baosong_store_change_seconds_count")).toBeGreaterThan(50);
  expect(page.has("nodejs_eventloop_lag_seconds")).toBe(true);
  // Told to stop while people are talking: every message that was answered is there, and those that were not are refused.
  const talking = Array.from({ length: 20 }, () => say(url, "fuzhou-customs-liaison", "填报").catch(() => "refused"));
  bot.child.kill("SIGTERM");
  const said = await Promise.all(talking);
  expect(await bot.ended).toBe(0);
  const taken = said.flatMap((text) => /^\{"id":"([^"]+)","messages":\[\{/.exec(text)?.[1] ?? []);
  const store = await openLowdb({ folder });
  const person = await store.read("person/fuzhou-customs-liaison");
  await store.close();
  const heard = person?.kind === "person" ? person.doc.heard : [];
  for (const each of taken) expect(heard).toContainEqual(expect.stringMatching(`/${each}$`));
  const logged = bot
    .err()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  const answered = logged.map((line) => JSON.parse(line)).find(({ message }) => String(message).endsWith(`/${id}`));
  expect(answered).toMatchObject({
    msg: "answered",
    kind: "said",
    replies: messages.map((each: { id: string }) => each.id),
  });
  expect(bot.err()).not.toContain("填报");
});

test("what is due and was not delivered is owed until it is, also while an attempt is under way", async () => {
  const it = await world({ folder });
  it.answerWith(() => ({ kind: "unknown" }));
  await it.at("2020-05-21T17:00+08:00");
  const before = await arrears(it.bot.house);
  expect(before).toEqual({ count: 1, since: Date.parse("2020-05-21T17:00+08:00") });
  const registry = new Registry();
  showOwed(
    registry,
    () => arrears(it.bot.house),
    () => Date.parse("2020-05-21T17:01:30+08:00"),
  );
  const page = samples(await registry.metrics());
  expect([page.get("baosong_owed"), page.get("baosong_owed_oldest_seconds")]).toEqual([1, 90]);
  it.answerWith(() => ({ kind: "sent", id: "late" }));
  await it.at("2020-05-21T18:10+08:00");
  expect(await arrears(it.bot.house)).toEqual({ count: 0 });
  await it.bot.stop();
  await it.store.close();
});

test("a platform that takes nothing makes the bot unready and is counted by what came of it, until it takes something", async () => {
  const registry = new Registry();
  let now = 0;
  const meter = channelMeter(registry, () => now);
  let outcome: Awaited<ReturnType<Channel["send"]>> = { kind: "unknown" };
  const channel: Channel = { name: "one", can: showsAll, start: async () => async () => {}, send: async () => outcome };
  const through = meter.through(channel);
  const app = healthRoutes(registry, { store: async () => {}, channels: meter.faring, sinceTick: () => 0 });
  const send = () =>
    through.send({ channel: "one", id: "a" }, { key: "k", to: { channel: "one", id: "a" }, blocks: [] });
  // Whoever has sent nothing has failed at nothing.
  expect((await app.request("/readyz")).status).toBe(200);
  for (let count = 0; count < 3; count += 1) await send();
  const away = await app.request("/readyz");
  expect(away.status).toBe(503);
  expect(await away.json()).toMatchObject({ ready: false, store: "ok", one: "the last sends failed" });
  // Nothing is owed, so nothing is tried: what failed long ago says nothing of now.
  now += 10 * 60_000;
  expect((await app.request("/readyz")).status).toBe(200);
  await send();
  expect((await app.request("/readyz")).status).toBe(503);
  outcome = { kind: "refused", why: "blocked" };
  await send();
  expect((await app.request("/readyz")).status).toBe(200);
  const page = samples(await (await app.request("/metrics")).text());
  expect(page.get('baosong_sends_total{channel="one",outcome="unknown"}')).toBe(4);
  expect(page.get('baosong_sends_total{channel="one",outcome="refused"}')).toBe(1);
});

test("a channel that hears nothing makes the bot unready, with why, until it hears again", async () => {
  const registry = new Registry();
  const meter = channelMeter(registry);
  let deaf: string | undefined = "telegram-conflict";
  const sent = { kind: "sent", id: "m" } as const;
  meter.through({
    name: "one",
    can: showsAll,
    start: async () => async () => {},
    send: async () => sent,
    deaf: () => deaf,
  });
  const app = healthRoutes(registry, { store: async () => {}, channels: meter.faring, sinceTick: () => 0 });
  const hears = async () =>
    samples(await (await app.request("/metrics")).text()).get('baosong_channel_hears{channel="one"}');
  const away = await app.request("/readyz");
  expect([away.status, await hears()]).toEqual([503, 0]);
  expect(await away.json()).toMatchObject({ one: "nothing comes in: telegram-conflict" });
  deaf = undefined;
  expect([(await app.request("/readyz")).status, await hears()]).toEqual([200, 1]);
});

test("a store that is not to be had, and a tick that does not come, are named", async () => {
  const store = await openLowdb({ folder });
  await store.close();
  const app = healthRoutes(new Registry(), {
    store: async () => void (await store.position()),
    channels: () => [],
    sinceTick: () => 600_000,
  });
  expect(await (await app.request("/readyz")).json()).toEqual({
    ready: false,
    store: "failed: refused",
    tick: "late: 600 s ago",
  });
  await expect(tryWriting(join(folder, "none"))).rejects.toMatchObject({ code: "ENOENT" });
});

test("changes that were not kept are counted by why", async () => {
  const registry = new Registry();
  const store = metered(registry, await openLowdb({ folder }));
  await store.change(["clock/a"], () => []);
  await expect(
    store.change(["clock/a"], () => [
      { key: "clock/b", entry: { kind: "clock-moved", to: 1, id: "c", at: 1, by: "bot" } },
    ]),
  ).rejects.toThrow();
  await store.close();
  const page = samples(await registry.metrics());
  expect(page.get('baosong_store_failures_total{code="refused"}')).toBe(1);
  expect(page.get("baosong_store_entries_total")).toBe(0);
});
