import { afterEach, beforeEach, expect, test } from "vitest";
import { type World, world } from "../world.ts";
import { shippedCaseFlows } from "./play.ts";

const liaison = "fuzhou-market-liaison";
let it: World;
beforeEach(async () => {
  it = await world({ caseFlows: shippedCaseFlows() });
  await it.bot.tick();
});
afterEach(() => it.end());

const registered = () => it.bot.house.cases.of("problem-ledger").length;

/** Begins an entry of the ledger and answers up to where the whole of it is to be checked. */
async function entered(): Promise<string> {
  await it.say(liaison, "/problem new");
  await it.say(liaison, "某公司口罩不合格");
  return it.say(liaison, "监督抽查");
}

test.each(["否", "不是", " 取消 ", "no"])("%j at the check drops the case, and nothing is registered", async (word) => {
  expect(await entered()).toContain("请核对");
  expect(await it.say(liaison, word)).toBe("好的，没有提交");
  expect(await it.say(liaison, "提交")).not.toContain("问题台账");
  expect(registered()).toBe(0);
});

test("words at the check that are neither yes nor no are told so, and the check stands", async () => {
  await entered();
  const said = await it.say(liaison, "天气不错");
  for (const part of ["“天气不错”没有存", "问题：某公司口罩不合格", "[提交]"]) expect(said).toContain(part);
  expect(await it.say(liaison, "提交")).toContain("✓ 问题台账第1号");
});

test.each(["取消", " 算了 ", "不报了"])("%j at a question drops the case", async (word) => {
  await it.say(liaison, "/problem new");
  expect(await it.say(liaison, word)).toBe("好的，没有提交");
  expect(registered()).toBe(0);
});

test.each(["无", " 没有 ", "跳过"])("%j passes over what need not be answered", async (word) => {
  await it.say(liaison, "重大事项");
  for (const words of ["仓库起火", "闽侯县荆溪镇", "口罩", "重大"]) await it.say(liaison, words);
  const said = await it.say(liaison, word);
  expect(said).toContain("[已知悉，提交]");
  expect(said).not.toContain("照片：");
});

test.each(["跳过", " 跳过 ", "skip"])(
  "%j is no answer where one is needed: the question is put again",
  async (word) => {
    await it.say(liaison, "重大事项");
    await it.say(liaison, "仓库起火");
    const said = await it.say(liaison, word);
    for (const part of ["这一项要填，不能跳过", "在哪里？"]) expect(said).toContain(part);
    expect(await it.say(liaison, "闽侯县荆溪镇")).toContain("涉及哪类物资？");
  },
);

test.each(["上一项", "上一步"])("%s goes back to the question before, and is no answer", async (word) => {
  await it.say(liaison, "重大事项");
  await it.say(liaison, "仓库起火");
  expect(await it.say(liaison, word)).toContain("发生了什么？");
  await it.say(liaison, "仓库冒烟");
  expect(await it.say(liaison, "闽侯县荆溪镇")).toContain("涉及哪类物资？");
});

test("a word that is none of the choices is told so, and they are offered again", async () => {
  await it.say(liaison, "重大事项");
  for (const words of ["仓库起火", "闽侯县荆溪镇"]) await it.say(liaison, words);
  const said = await it.say(liaison, "水泥");
  for (const part of ["没看懂“水泥”", "熔喷布"]) expect(said).toContain(part);
  expect(await it.say(liaison, "熔喷布")).toContain("有多严重？");
});
