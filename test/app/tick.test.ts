import { afterEach, beforeEach, expect, test } from "vitest";
import { showsAll } from "../../src/channels/channel.ts";
import { reportKey, roundKey } from "../../src/core/entry.ts";
import { shown } from "../interview/talk.ts";
import { type World, world } from "../world.ts";

const flow = "epidemic-supplies-weekly";
const liaison = "fuzhou-commerce-liaison";

let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

test("every unit is told of the opening once, also across a restart", async () => {
  const units = it.sent.length;
  expect(units).toBeGreaterThan(40);
  expect(new Set(it.sent.map(({ to }) => to.id)).size).toBe(units);
  await it.bot.tick();
  expect(it.sent).toHaveLength(units);
  it = await it.restart();
  expect(it.sent).toHaveLength(0);
});

test("a deputy is told only where the liaison cannot be reached", async () => {
  expect(it.heard("fuzhou-commerce-deputy")).toEqual([]);
});

test("whoever has reported is not reminded, the others are", async () => {
  await it.say(liaison, "/zero");
  await it.say(liaison, "是");
  const before = it.heard(liaison).length;
  await it.at("2020-05-21T16:30+08:00");
  expect(it.heard(liaison)).toHaveLength(before);
  expect(it.heard("fuzhou-market-liaison").length).toBeGreaterThan(1);
});

test("a report sent between the tick and the sending cancels the reminder", async () => {
  const round = await it.store.read(roundKey(flow, "2020-05-21"));
  const unit = (round?.kind === "round" && round.doc.units.at(-1)) || "";
  const last = `${unit}-liaison`;
  let reported: Promise<string> | undefined;
  // Reminders go out a few at a time: the last unit reports while the first are being reminded.
  it.answerWith(async (message) => {
    if (message.key.startsWith("remind/")) {
      reported ??= it.say(last, "/zero").then(() => it.say(last, "是"));
      await reported;
    }
    return { kind: "sent", id: message.key };
  });
  const before = it.sent.length;
  await it.at("2020-05-20T17:00+08:00");
  const reminded = it.sent.slice(before).filter(({ key }) => key.startsWith("remind/"));
  expect(reminded.map(({ to }) => to.id)).not.toContain(last);
  expect(reminded.length).toBeGreaterThan(40);
  const report = await it.store.read(reportKey(flow, "2020-05-21", unit));
  const delivery = `remind/${flow}/2020-05-21/${unit}/1-before`;
  expect(report?.kind === "report" && report.doc.deliveries[delivery]?.state).toBe("dropped");
});

test("the table is posted at the deadline also when nobody has reported, and once", async () => {
  await it.at("2020-05-21T17:00+08:00");
  const posted = it.heard("leadership");
  expect(posted).toHaveLength(1);
  expect(posted[0]).toContain("第1版");
  it = await it.restart();
  await it.bot.tick();
  expect(it.heard("leadership")).toHaveLength(0);
  const round = await it.store.read(roundKey(flow, "2020-05-21"));
  expect(round?.kind === "round" && round.doc.state).toBe("frozen");
});

test("a delivery in doubt is tried again after its lease, one that is refused is not", async () => {
  it.answerWith(() => ({ kind: "unknown" }));
  await it.at("2020-05-20T17:00+08:00");
  const key = reportKey(flow, "2020-05-21", "fuzhou-commerce");
  const delivery = `remind/${flow}/2020-05-21/fuzhou-commerce/1-before`;
  const state = async () => {
    const doc = await it.store.read(key);
    return doc?.kind === "report" ? doc.doc.deliveries[delivery]?.state : undefined;
  };
  expect(await state()).toBe("sending");
  it.answerWith(() => ({ kind: "refused", why: "blocked" }));
  await it.at("2020-05-20T17:05+08:00");
  expect(await state()).toBe("undeliverable");
});

test("after a pause only the newest reminder is sent", async () => {
  it = await it.restart({ start: "2020-05-21T16:30+08:00" });
  expect(it.heard(liaison)).toHaveLength(1);
  expect(it.heard(liaison)[0]).toContain("17:00 截止");
});

test("moving the clock forward passes every due instant in order", async () => {
  await it.at("2020-05-25T09:00+08:00");
  const texts = it.heard(liaison);
  const order = ["第1期填报开始", "截止", "截止", "已过", "第2期填报开始"];
  let from = 0;
  for (const part of order) {
    const found = texts.findIndex((text, index) => index >= from && text.includes(part));
    expect(found, `${part} in ${JSON.stringify(texts)}`).toBeGreaterThanOrEqual(from);
    from = found + 1;
  }
});

const posted = (key: string) => key === `post/${flow}/2020-05-21/1`;

test("a posting that arrived in part is put off with what arrived, and goes on from there after a restart, unmarked", async () => {
  await it.end();
  it = await world({ channel: { can: { ...showsAll, tellsRepeats: 0 } } });
  const arrived = { ids: ["7", "8"], of: 3 };
  // A platform reckons in fractions of a millisecond.
  it.answerWith(({ key }) => (posted(key) ? { kind: "retry", after: 60_000.5, arrived } : { kind: "sent", id: key }));
  await it.at("2020-05-21T17:00+08:00");
  it = await it.restart();
  await it.at("2020-05-21T17:03+08:00");
  const [sent, ...more] = it.sent.filter(({ key }) => posted(key));
  expect(more).toEqual([]);
  expect(sent).toMatchObject({ arrived });
  expect(sent?.repeat).toBeUndefined();
  expect(shown(sent?.blocks ?? [])).not.toContain("重发");
});

test("a posting whose second part is in doubt goes on behind the first after a restart, marked", async () => {
  await it.end();
  it = await world({ channel: { can: { ...showsAll, tellsRepeats: 0 } } });
  const arrived = { ids: ["7"], of: 3 };
  it.answerWith(({ key }) => (posted(key) ? { kind: "unknown", arrived } : { kind: "sent", id: key }));
  await it.at("2020-05-21T17:00+08:00");
  it = await it.restart();
  await it.at("2020-05-21T17:03+08:00");
  const [sent] = it.sent.filter(({ key }) => posted(key));
  expect(sent).toMatchObject({ arrived, repeat: true });
});

test("what arrived in a group counts after the platform gave the group another id, also after a restart", async () => {
  const arrived = { ids: ["7"], of: 2 };
  it.answerWith(({ key }) => (posted(key) ? { kind: "retry", after: 60_000, arrived } : { kind: "sent", id: key }));
  await it.at("2020-05-21T17:00+08:00");
  for (const [from, to] of [
    ["leadership", "super"],
    ["super", "elsewhere"],
  ] as const)
    await it.act("0", { kind: "moved", to }, { chat: from });
  it = await it.restart();
  await it.at("2020-05-21T17:03+08:00");
  const sent = it.sent.filter(({ key }) => posted(key));
  expect(sent.map(({ to, arrived: there }) => [to.id, there])).toEqual([["elsewhere", arrived]]);
});

test("what arrived in part in one chat is sent whole to another", async () => {
  const arrived = { ids: ["7"], of: 2 };
  const key = `remind/${flow}/2020-05-21/fuzhou-commerce/1-before`;
  it.answerWith((message) =>
    message.key === key ? { kind: "retry", after: 60_000, arrived } : { kind: "sent", id: "s" },
  );
  await it.at("2020-05-20T17:00+08:00");
  it.answerWith(({ to }) =>
    to.id === liaison ? { kind: "refused", why: "blocked", gone: true } : { kind: "sent", id: "s" },
  );
  await it.at("2020-05-20T17:05+08:00");
  const instead = it.sent.find(({ to }) => to.id === "fuzhou-commerce-deputy");
  expect(instead?.key.startsWith(`${key}/`)).toBe(true);
  expect(instead?.arrived).toBeUndefined();
});

test.each([
  ["bears no mark while", "2020-05-20T17:03+08:00", false],
  ["is marked once it is longer ago than", "2020-05-20T18:30+08:00", true],
])("what is in doubt %s the platform knows a repeat", async (_, later, marked) => {
  await it.end();
  it = await world({ channel: { can: { ...showsAll, tellsRepeats: 55 * 60_000 } } });
  it.answerWith(() => ({ kind: "unknown" }));
  await it.at("2020-05-20T17:00+08:00");
  it = await it.restart({ start: later });
  const nags = it.sent.filter(({ key }) => key.startsWith("remind/") && key.includes("/1-before"));
  expect(nags.length).toBeGreaterThan(40);
  expect(nags.map(({ blocks }) => shown(blocks).includes("重发"))).toEqual(nags.map(() => marked));
});
