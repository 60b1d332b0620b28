import { afterEach, beforeEach, expect, test } from "vitest";
import { type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";

let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

test("the list of changes marks what waits for its reason, until it has one", async () => {
  await it.say(liaison, "口罩 排查 12 2 1\n其余都是0\n工作情况：检查药店");
  await it.say(liaison, "核对");
  await it.say(liaison, "是");
  await it.at("2020-05-21T17:05+08:00");
  await it.say(liaison, "改 口罩 排查 15");
  const listed = (await it.say(liaison, "修改记录 口罩 排查")).split("\n");
  expect(listed.find((line) => line.includes("空 → 12"))).not.toContain("还没算");
  expect(listed.find((line) => line.includes("12 → 15"))).toMatch(
    /12 → 15（“改 口罩 排查 15”）⚠ 还没算，等您说明原因$/,
  );
  await it.say(liaison, "漏报一处");
  expect(await it.say(liaison, "修改记录 口罩 排查")).not.toContain("还没算");
});
