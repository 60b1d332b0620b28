import { afterEach, expect, test } from "vitest";
import { exampleRoster, type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";
const answered = "答复 1 旧案，罚没1.5万元";
const roster = exampleRoster();

let it: World;
afterEach(() => it.end());

test("the answer to somebody who left goes to the coordinator, and not to the stranger in the old chat", async () => {
  it = await world();
  await it.at("2020-05-21T17:00+08:00");
  expect(await it.say("leader-1", "提问 福州市监 口罩罚没为什么这么高")).toContain("已转");
  it = await it.restart({ roster: { ...roster, people: roster.people.filter(({ id }) => id !== "leader-1") } });
  await it.say(liaison, answered);
  expect(it.heard("leader-1")).toEqual([]);
  expect(it.heard("fj-coordinator").at(-1)).toContain("提问的人已不在岗，答复转给您");
  expect(it.heard("fj-coordinator").at(-1)).toContain("罚没1.5万元");
});

test("the answer to somebody who asked privately and is still there goes back to their chat", async () => {
  it = await world();
  await it.at("2020-05-21T17:00+08:00");
  await it.say("leader-1", "提问 福州市监 口罩罚没为什么这么高");
  await it.say(liaison, answered);
  expect(it.heard("leader-1").at(-1)).toContain("罚没1.5万元");
});

test("a question whose way to the unit is in doubt is repeated as one", async () => {
  it = await world();
  await it.at("2020-05-21T17:00+08:00");
  it.answerWith(({ to, key }) => (to.id === liaison ? { kind: "unknown" } : { kind: "sent", id: key }));
  await it.say("leader-1", "提问 福州市监 口罩罚没为什么这么高");
  it.answerWith(({ key }) => ({ kind: "sent", id: key }));
  await it.at("2020-05-21T17:05+08:00");
  expect(it.sent.findLast(({ to }) => to.id === liaison)?.repeat).toBe(true);
});
