import { afterEach, beforeEach, expect, test } from "vitest";
import { type World, world } from "../world.ts";

const coordinator = "fj-coordinator";
const liaison = "fuzhou-commerce-liaison";

let it: World;
beforeEach(async () => {
  it = await world({ start: "2020-06-15T09:00+08:00" });
});
afterEach(() => it.end());

test("the coordinator is asked before the round opens, with the date of each way to go", async () => {
  await it.at("2020-06-18T09:00+08:00");
  expect(it.heard(coordinator).at(-1)).toBe(
    [
      "第6期原定 6月25日 截止，逢休息日",
      "按规定 6月24日（周三）17:00 截止，开始填报时通知各单位。请确认：",
      "[提前到 6月24日（周三）17:00] [不动，6月25日（周四）17:00] [推后到 6月28日（周日）17:00]",
    ].join("\n"),
  );
});

test("what is decided holds: everybody is told the date at the opening, and the round closes then", async () => {
  await it.at("2020-06-18T09:00+08:00");
  expect(await it.press(coordinator, "推后")).toContain("第6期 6月28日（周日）17:00 截止");
  it = await it.restart();
  await it.at("2020-06-22T09:00+08:00");
  expect(it.heard(liaison).at(-1)).toContain("报送：6月28日（周日）17:00 前\n原定 6月25日 逢休息日");
  await it.at("2020-06-24T17:30+08:00");
  expect(it.heard("leadership").at(-1)).not.toContain("第6期");
  await it.at("2020-06-28T17:00+08:00");
  expect(it.heard("leadership").at(-1)).toContain("第6期情况表 · 第1版");
});

test("without an answer the flow's rule stands, and once the round is open the date does too", async () => {
  await it.at("2020-06-22T09:00+08:00");
  expect(it.heard(liaison).at(-1)).toContain("报送：6月24日（周三）17:00 前");
  const late = { kind: "pressed", action: "cmd:dayoff:fy/2020-06-25 kept" } as const;
  expect(await it.act(coordinator, late)).toContain("不再改动");
  expect(await it.say(coordinator, "逢休息日")).toContain("不用改");
});
