import { afterEach, beforeEach, expect, test } from "vitest";
import { type World, world } from "../world.ts";

let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

test("a corrected rate is shown as it was before and after, worked out from its parts", async () => {
  const liaison = "fuzhou-market-liaison";
  for (const words of ["口罩 抽查企业5 批次20 不合格批次1", "其余都是0", "工作情况：抽查企业5家。", "提交", "提交"])
    await it.say(liaison, words);
  await it.say(liaison, "改 口罩 批次 10");
  const why = await it.say("leader-1", "数据来源 口罩 发现率");
  expect(why).toContain("= 10%");
  expect(why).toContain("更正 5% → 10%");
});

test("each figure of a message with several lines is shown with the line that gave it", async () => {
  const liaison = "fuzhou-market-liaison";
  const words = ["口罩 企业排查 12 2 1\n口罩 监督抽查 5 20 1", "其余都是0", "工作情况：抽查企业5家。", "提交", "提交"];
  for (const each of words) await it.say(liaison, each);
  expect(await it.say("leader-1", "数据来源 口罩 批次")).toContain("“口罩 监督抽查 5 20 1”");
  expect(await it.say("leader-1", "数据来源 口罩 排查")).toContain("“口罩 企业排查 12 2 1”");
  expect(await it.say(liaison, "修改记录 口罩 批次")).toContain("空 → 20（“口罩 监督抽查 5 20 1”）");
});
