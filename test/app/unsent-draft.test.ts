import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { reportKey } from "../../src/core/entry.ts";
import type { Report } from "../../src/core/report.ts";
import { type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";

let it: World;
beforeEach(async () => {
  it = await world();
  await it.say(liaison, "填报");
  await it.say(liaison, "口罩 排查12 不合格2 整改1");
  await it.say(liaison, "呼吸机 排查0 不合格0 整改0");
  await it.say(liaison, "工作情况：检查口罩企业 12 家，立案 1 件");
  await it.at("2020-05-25T09:05:00+08:00");
});
afterEach(() => it.end());

async function second(): Promise<Report> {
  const kept = await it.store.read(reportKey("epidemic-supplies-weekly", "2020-05-28", "fuzhou-market"));
  if (kept?.kind !== "report") throw new Error("there is no report");
  return kept.doc;
}

const offer = "第1期填过、没有报送：口罩 排查12 不合格2 整改1、工作情况";

describe("a report that was begun and not sent", () => {
  test("is offered in the next round, and one press takes over what says something", async () => {
    expect(await it.say(liaison, "填报")).toContain(offer);
    expect(await it.press(liaison, "并入本期")).toContain("已并入第1期填的 口罩 排查12 不合格2 整改1、工作情况");
    const report = await second();
    expect(cellAt(report.cells, "mask.screening.screened")).toBe(12);
    // Screens of zeros alone are asked anew: since then something may have happened.
    expect(cellAt(report.cells, "ventilator.screening.screened")).toBeUndefined();
    expect(report.told.work).toEqual({ kind: "text", text: "检查口罩企业 12 家，立案 1 件" });
    expect(await it.say(liaison, "填报")).not.toContain("没有报送");
  });

  test("is told with the first figure, and takes nothing's place", async () => {
    expect(await it.say(liaison, "口罩 排查5 不合格0 整改0")).toContain("第1期填过、没有报送：工作情况");
    expect(await it.say(liaison, "防护服 排查3 不合格0 整改0")).not.toContain("没有报送");
    await it.say(liaison, "填报");
    await it.press(liaison, "并入本期");
    expect(cellAt((await second()).cells, "mask.screening.screened")).toBe(5);
  });

  test("is told as the next round opens, and taken over by the press there", async () => {
    await it.at("2020-05-25T10:00:00+08:00");
    expect(it.heard(liaison).findLast((text) => text.includes("第2期"))).toContain(offer);
    expect(await it.press(liaison, "并入本期")).toContain("已并入第1期填的 口罩 排查12 不合格2 整改1");
  });

  test("is told before a zero report", async () => {
    expect(await it.say(liaison, "零报告")).toContain(offer);
  });

  test.each(["第1期填的数呢", "上期填的数呢？", "我之前填的呢", "草稿呢", "上周填的数据在哪"])(
    "is told to whoever asks “%s”",
    async (asked) => {
      await it.say(liaison, "填报");
      const reply = await it.say(liaison, asked);
      expect(reply).toContain(offer);
      expect(reply).toContain("[并入本期]");
    },
  );
});
