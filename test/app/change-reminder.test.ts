import { afterEach, beforeEach, expect, test } from "vitest";
import { type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";
const deputy = "fuzhou-market-deputy";

let it: World;
beforeEach(async () => {
  it = await world();
  await it.say(liaison, "口罩 排查 12 2 1\n其余都是0\n工作情况：检查药店");
  await it.say(liaison, "核对");
  await it.say(liaison, "是");
  await it.at("2020-05-21T17:05+08:00");
});
afterEach(() => it.end());

const reminded = (person: string) => it.heard(person).filter((text) => text.includes("还要说明原因"));

test("a change that waits for its reason is called to mind once, on the next working morning", async () => {
  await it.say(liaison, "改 口罩 排查 15");
  await it.at("2020-05-22T08:29+08:00");
  expect(reminded(liaison)).toEqual([]);
  await it.at("2020-05-22T08:30+08:00");
  expect(reminded(liaison)).toHaveLength(1);
  expect(reminded(liaison)[0]).toContain("口罩 排查 12 → 15\n为什么改？");
  await it.at("2020-05-25T12:00+08:00");
  expect(reminded(liaison)).toHaveLength(1);
  expect(reminded(deputy)).toEqual([]);
});

test("the reminder is an open question: its answer makes the change count", async () => {
  await it.say(liaison, "改 口罩 排查 15");
  await it.at("2020-05-22T08:30+08:00");
  expect(await it.say(liaison, "漏报一处")).toContain("已更正");
});

test("goes to whoever made the change", async () => {
  await it.say(deputy, "改 口罩 排查 15");
  await it.at("2020-05-22T08:30+08:00");
  expect(reminded(deputy)).toHaveLength(1);
  expect(reminded(liaison)).toEqual([]);
});

test("is not sent where the reason came, or the change was given up", async () => {
  await it.say(liaison, "改 口罩 排查 15");
  await it.say(liaison, "否");
  await it.at("2020-05-22T10:00+08:00");
  expect(reminded(liaison)).toEqual([]);
});

test("a change on a day before a weekend is called to mind on Monday", async () => {
  await it.at("2020-05-22T16:00+08:00");
  await it.say(liaison, "改 口罩 排查 15");
  await it.at("2020-05-25T08:29+08:00");
  expect(reminded(liaison)).toEqual([]);
  await it.at("2020-05-25T12:00+08:00");
  expect(reminded(liaison)).toHaveLength(1);
});
