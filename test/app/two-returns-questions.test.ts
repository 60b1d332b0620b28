import { afterEach, beforeEach, expect, test } from "vitest";
import { readInquiries } from "../../src/app/documents.ts";
import type { Block } from "../../src/core/message.ts";
import { shown } from "../interview/talk.ts";
import { type World, world } from "../world.ts";
import { inspections, supplies } from "./two-flows.ts";

const liaison = "fuzhou-market-liaison";
let it: World;
beforeEach(async () => {
  it = await world({ flows: [supplies, inspections] });
  // Both returns are posted at the same moment.
  let count = 0;
  it.answerWith(() => ({ kind: "sent", id: `q${++count}` }));
  await it.at("2020-05-21T17:00+08:00");
});
afterEach(() => it.end());

const replies = async (flow: { readonly id: string }) =>
  (await readInquiries(it.store, flow.id)).all.map(({ unit, replies: given }) => [unit, given.length]);
/** A leader asks in the group, in reply to the posting of a return. */
const asks = (flow: { readonly id: string }, text: string) => {
  const posting = it.sent.find(({ key }) => key === `post/${flow.id}/2020-05-21/1`);
  return it.act("leader-1", { kind: "said", text, answers: posting ? it.idOf(posting) : "" }, { chat: "leadership" });
};
const actions = (blocks: readonly Block<string>[]) =>
  blocks.flatMap((block) =>
    block.kind === "inputs"
      ? [block.action]
      : block.kind === "choices"
        ? block.choices.map(({ action }) => action)
        : [],
  );

test("the form below a question answers that question, where two returns have one of the same number", async () => {
  expect(await asks(supplies, "福州市监 口罩罚没为什么这么高")).toContain("已转");
  expect(await asks(inspections, "福州市监 口罩抽查为什么这么少")).toContain("已转");
  const [, second] = it.sent.filter(({ key, to }) => key.startsWith("question/") && to.id === liaison);
  const [action = ""] = actions(second?.blocks ?? []);
  await it.act(liaison, { kind: "pressed", action, fields: { answer: "人手不够" } });
  expect(await replies(supplies)).toEqual([["fuzhou-market", 0]]);
  expect(await replies(inspections)).toEqual([["fuzhou-market", 1]]);
});

test("the buttons that ask whom a question is for pass on that question", async () => {
  for (const flow of [supplies, inspections]) await asks(flow, "福洲市监 口罩罚没为什么这么高");
  const shown = it.sent.filter(({ to }) => to.id === "leadership").at(-1);
  const [action = ""] = actions(shown?.blocks ?? []);
  expect(action).toContain("ask:");
  await it.act("leader-1", { kind: "pressed", action }, { chat: "leadership" });
  expect((await replies(supplies))[0]?.[0]).toBeUndefined();
  expect((await replies(inspections))[0]?.[0]).toBeDefined();
});

test("a typed answer is asked which return it is for, where two have a question of that number", async () => {
  for (const flow of [supplies, inspections]) await asks(flow, "福州市监 口罩罚没为什么这么高");
  expect(await it.say(liaison, "答复 1 人手不够")).toContain("好几张表都有第 1 问");
  expect([await replies(supplies), await replies(inspections)]).toEqual([
    [["fuzhou-market", 0]],
    [["fuzhou-market", 0]],
  ]);
  expect(await it.press(liaison, "市场检查周报")).toContain("已转给领导");
  expect(await replies(supplies)).toEqual([["fuzhou-market", 0]]);
  expect(await replies(inspections)).toEqual([["fuzhou-market", 1]]);
  const back = it.sent.findLast(({ to }) => to.id === "leadership");
  expect(shown(back?.blocks ?? [])).toContain("人手不够");
});

test("an answer too long for a button is written again behind the name of its question", async () => {
  for (const flow of [supplies, inspections]) await asks(flow, "福州市监 口罩罚没为什么这么高");
  const long = "因为这一周集中查办了一批案件，罚没款一次入账，下周会恢复正常";
  expect(await it.say(liaison, `答复 1 ${long}`)).toContain("答复的是哪一张");
  expect(await it.press(liaison, "市场检查周报")).toContain("答复 in/1 ……");
  expect(await it.say(liaison, `答复 in/1 ${long}`)).toContain("已转给领导");
  expect(await replies(inspections)).toEqual([["fuzhou-market", 1]]);
});

test("a typed answer goes without asking where one return alone has a question of that number", async () => {
  await asks(inspections, "福州市监 口罩罚没为什么这么高");
  expect(await it.say(liaison, "答复 1 人手不够")).toContain("已转给领导");
  expect(await replies(inspections)).toEqual([["fuzhou-market", 1]]);
});
