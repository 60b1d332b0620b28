import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { superlativeIn } from "../../src/core/table/superlative.ts";
import { type World, world } from "../world.ts";

let it: World;
beforeAll(async () => {
  it = await world();
  await it.bot.tick();
  await reports("fuzhou-market", "口罩 质量违法 立案3 处罚1 罚没2.5145万元 移送公安1 被查处1 出动24");
  await reports("putian-market", "口罩 质量违法 立案7 处罚1 罚没0.5万元 移送公安1 被查处1 出动24");
  await reports("fj-market", "口罩 质量违法 立案90 处罚1 罚没1万元 移送公安1 被查处1 出动24");
  await it.at("2020-05-21T17:00+08:00");
  await it.at("2020-05-25T10:00+08:00");
  await reports("fuzhou-market", "口罩 质量违法 立案20 处罚1 罚没0.2万元 移送公安1 被查处1 出动24");
});
afterAll(() => it.end());

async function reports(unit: string, figures: string): Promise<void> {
  const person = `${unit}-liaison`;
  await it.say(person, figures);
  await it.say(person, "其余都没有");
  await it.say(person, "工作情况：开展检查");
  let said = await it.say(person, "提交");
  for (let turn = 0; turn < 4 && !said.includes("已报送"); turn += 1)
    said = await it.say(person, said.includes("跳过") ? "跳过" : "是");
  expect(said).toContain("已报送");
}

const inGroup = (text: string) => it.act("leader-1", { kind: "said", text, mentioned: true }, { chat: "leadership" });
const ways = [
  ["in private", (text: string) => it.say("leader-1", text)],
  ["in the group", inGroup],
  ["to the coordinator", (text: string) => it.say("fj-coordinator", text)],
] as const;

describe.each(ways)("%s", (_where, ask) => {
  test("which city has most of a column is told of the round that was posted last, the province itself being no city", async () => {
    const said = await ask("哪个市立案最多");
    expect(said).toContain("立案最多：莆田 7 件");
    expect(said).toContain("第1期");
    expect(said).not.toContain("问哪个单位");
  });

  test("the same of units, of a round that is named, and of least", async () => {
    expect(await ask("哪个单位立案最多？")).toContain("立案最多：省市监 90 件");
    expect(await ask("本期哪个市立案最多")).toContain("立案最多：福州 20 件");
    expect(await ask("哪个市罚没最少")).toContain("罚没最少：莆田 0.5 万元");
    expect(await ask("累计哪个市立案最多")).toContain("立案最多：福州 23 件");
  });

  test.each(["一共罚了多少钱", "罚没一共多少"])("%s is answered with what all rounds come to", async (text) => {
    const said = await ask(text);
    expect(said).toContain("罚没（万元） = 4.2145");
    expect(said).toContain("累计");
  });

  test("whether and when a unit reported is told, and of a city which of its units did", async () => {
    expect(await ask("福州市监报了吗")).toMatch(/福州市监第2期已在5月25日 10:00报送/);
    expect(await ask("福州市监什么时候报的？")).toMatch(/福州市监第2期已在5月25日 10:00报送/);
    expect(await ask("莆田市监报了没有")).toContain("莆田市监第2期还没报（5月28日（周四）17:00 截止）");
    const city = await ask("福州报了吗");
    expect(city).toContain("福州第2期已报 1/5");
    expect(city).toContain("已报：福州市监（5月25日 10:00）");
    expect(city).toContain("未报：福州发改、福州工信、福州公安、福州商务");
  });

  test("a question that cannot be read is answered with how to ask", async () => {
    const said = await ask("今年的形势怎么样？");
    expect(said).toContain("没看懂问什么。可以这样问：");
    expect(said).toContain("谁没报");
  });
});

test("what the record answers spends no number, nor does a question that goes to no unit: the first that does is the first", async () => {
  await inGroup("哪个市立案最多");
  await inGroup("莆田的工作做得怎么样，请说明");
  expect(it.heard("leadership").at(-1)).toContain("要请哪个单位答复");
  expect(await inGroup("莆田市监口罩立案为什么这么高")).toContain("第 1 问已转莆田市监");
  expect(await inGroup("福州市监口罩立案为什么这么高")).toContain("第 2 问已转福州市监");
  expect(await it.say("putian-market-liaison", "答复 1 集中办案")).toContain("第 1 问的答复已转给领导");
  expect(await it.say("leader-1", "提问列表")).toContain("未定单位 · 未转出");
});

test.each([
  ["哪个市立案最多", { order: "most", by: "branches" }],
  ["哪个市监局罚没最高", { order: "most", by: "units" }],
  ["谁的出动最少", { order: "least", by: "units" }],
  ["哪个部门立案最多", { order: "most", by: "departments" }],
  ["Which city has filed most?", { order: "most", by: "branches" }],
  ["最多报几个数", undefined],
])("%s is read as %o", (words, read) => {
  expect(superlativeIn(words)).toEqual(read);
});
