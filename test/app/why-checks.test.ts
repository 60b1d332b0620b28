import { afterEach, expect, test } from "vitest";
import { campaignText, flowOf } from "../flow/files.ts";
import { type World, world } from "../world.ts";

let it: World;
afterEach(() => it.end());

/** What `/why` says of the checks on the batches sampled, where one unit let a warning about them stand. */
async function checksTold(): Promise<string | undefined> {
  const liaison = "fuzhou-market-liaison";
  await it.say(liaison, "口罩 抽查企业8 批次3 不合格批次1\n其余都是0\n工作情况：已检查。");
  await it.say(liaison, "有几家没有货，没抽成");
  await it.say(liaison, "提交");
  const said = await it.say("leader-1", "数据来源 口罩 批次");
  return said.split("\n").find((line) => line.startsWith("校验"));
}

test("a figure's checks are named as the flow names them, and so is the one that was let stand", async () => {
  it = await world();
  expect(await checksTold()).toBe(
    "校验：计数为整数、累计不小于 0、累计不合格不多于抽查批次、本期不合格不多于抽查批次、抽查企业不多于批次、不远高于往期、" +
      "本期没有核减。0 个单位通过，1 个存疑、有说明（抽查企业不多于批次）",
  );
});

test("a check that the flow does not name is told by the columns that it reads", async () => {
  const unnamed = campaignText.replace(/( {4}level: \w+\n) {4}label: .*\n/g, "$1");
  it = await world({ flows: [flowOf(unnamed)] });
  expect(await checksTold()).toBe(
    "校验：逐数核对、批次/不合格批次对照、抽查企业/批次对照。0 个单位通过，1 个存疑、有说明（抽查企业/批次对照）",
  );
});

test("a doubt that the unit confirmed without a reason is told as that, with the figures that it was put with", async () => {
  it = await world();
  const liaison = "fuzhou-market-liaison";
  await it.say(liaison, "口罩 抽查企业8 批次3 不合格批次1\n其余都是0\n工作情况：已检查。");
  await it.say(liaison, "属实");
  await it.say(liaison, "提交");
  const why = await it.say("leader-1", "数据来源 口罩 批次");
  expect(why).toContain("存疑：抽查企业 8 家、只有 3 批次。有企业没抽样？ 单位确认属实，未写原因");
  expect(why).toContain("1 个存疑、有的确认属实但未写原因（抽查企业不多于批次）");
  expect(why).not.toMatch(/[{}]/);
  expect(await it.say("leader-1", "汇总")).toContain("存疑：1 处，其中 1 处单位确认属实、未写原因");
  await it.at("2020-05-21T17:00:30+08:00");
  const posting = it.sent.map(({ blocks }) => JSON.stringify(blocks)).join("\n");
  expect(posting).toContain("存疑：1 处，其中 1 处单位确认属实、未写原因");
  expect(posting).not.toContain("均有说明");
});
