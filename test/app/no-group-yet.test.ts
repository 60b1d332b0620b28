import { afterEach, expect, test } from "vitest";
import { arrears } from "../../src/app/deliveries/arrears.ts";
import { type World, world } from "../world.ts";

const coordinator = "fj-coordinator";
const sheets = () => it.heard(coordinator).filter((text) => text.includes("第1期上报表"));

let it: World;
afterEach(() => it.end());

test("what is due before there is a group goes out as soon as one is named; the coordinator has the sheet and knows", async () => {
  it = await world();
  await it.act(coordinator, { kind: "left" }, { chat: "leadership" });
  await it.at("2020-05-21T17:01+08:00");
  expect(sheets()).toHaveLength(1);
  expect(sheets()[0]).toContain("领导群没有收到：机器人不在任何领导群里");
  expect(await arrears(it.bot.house)).toMatchObject({ count: 1 });
  await it.at("2020-05-21T18:30+08:00");
  expect(it.log.filter((line) => line.includes("tick-stuck") || line.includes("undeliverable"))).toEqual([]);
  await it.say(coordinator, "/claim", { chat: "new-group" });
  await it.bot.tick();
  expect(it.heard("new-group").filter((text) => text.includes("第1期情况表 · 第1版"))).toHaveLength(1);
  expect(sheets()).toHaveLength(1);
  expect(await arrears(it.bot.house)).toEqual({ count: 0 });
});

test("a bot that was taken out of the group posts what it missed once it is back, the versions in order", async () => {
  it = await world();
  await it.act(coordinator, { kind: "left" }, { chat: "leadership" });
  await it.at("2020-05-21T17:10+08:00");
  await it.say("fuzhou-commerce-liaison", "零报告");
  await it.say("fuzhou-commerce-liaison", "是");
  await it.say("fuzhou-commerce-liaison", "刚核对完");
  await it.at("2020-05-21T19:00+08:00");
  expect(sheets()).toHaveLength(2);
  await it.say(coordinator, "/claim", { chat: "leadership" });
  await it.bot.tick();
  const posted = it.heard("leadership").filter((text) => /第1期.*第.版/.test(text));
  expect(posted.map((text) => text.split("\n")[0])).toEqual([
    expect.stringContaining("第1版"),
    expect.stringContaining("第2版"),
  ]);
});
