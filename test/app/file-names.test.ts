import { afterEach, beforeEach, expect, test } from "vitest";
import { workbook } from "../../src/exports/index.ts";
import { type World, world } from "../world.ts";

const coordinator = "fj-coordinator";
const liaison = "fuzhou-market-liaison";

let it: World;
beforeEach(async () => {
  it = await world({ exports: [workbook] });
});
afterEach(() => it.end());

/** The names of the files that came with the answer. */
async function filesFor(words: string): Promise<readonly string[]> {
  const before = it.sent.length;
  await it.say(coordinator, words);
  return it.sent
    .slice(before)
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "file" ? [block.name] : [])));
}

test("a workbook of a part is named after that part, and no two answers share a name", async () => {
  await it.say(liaison, "零报告");
  await it.say(liaison, "是");
  const names = [await filesFor("汇总"), await filesFor("汇总 福州"), await filesFor("汇总 福州 口罩")].flat();
  expect(names).toEqual([
    "第1期 防疫物资专项整治周报 2020-05-20 领导参阅.xlsx",
    "第1期 防疫物资专项整治周报（福州） 2020-05-20 领导参阅.xlsx",
    "第1期 防疫物资专项整治周报（福州 · 口罩） 2020-05-20 领导参阅.xlsx",
  ]);
});

test("where nobody of a part has ever reported, no empty workbook comes with the answer", async () => {
  await it.say(liaison, "零报告");
  await it.say(liaison, "是");
  expect(await filesFor("汇总 药监")).toEqual([]);
});
