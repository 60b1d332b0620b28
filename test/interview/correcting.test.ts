import { beforeEach, describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();
let person: Talk;

/** A whole report of one product with two classes, in review. */
beforeEach(() => {
  person = talk(flow, "market-regulation");
  person.command("report");
  person.say(
    "口罩 排查12 不合格2 整改1\n口罩 监督抽查 8 10 1\n口罩 质量违法 3 3 1.5 0 0 24\n口罩 价格违法 1 1 0 0 0 9",
  );
  person.say("其余都是0");
  person.say("联合检查12次");
});

describe("a correction that names a column alone", () => {
  test("shows the screen that it stands on", () => {
    expect(person.command("fix", "口罩 排查")).toContain("口罩 · 生产企业排查");
    person.say("13 2 1");
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(13);
  });

  test("asks in which class it was meant where it stands in several", () => {
    expect(person.command("fix", "口罩 立案")).toContain("改哪一类？质量违法、价格违法");
    expect(person.say("价格")).toContain("口罩 · 价格违法");
    person.say("立案2");
    expect(cellAt(person.report().cells, "mask.price.filed")).toBe(2);
  });

  test("reaches a row that counts as 0 as well", () => {
    expect(person.command("fix", "呼吸机")).toContain("呼吸机 · 生产企业排查");
    person.say("5 0 0");
    expect(cellAt(person.report().cells, "ventilator.screening.screened")).toBe(5);
  });
});

describe("a correction whose class is open", () => {
  test.each(["价格违法", "价格", "[价格违法]"])("is settled by %s, whole as the report is", (answer) => {
    expect(person.command("fix", "口罩 立案 5")).toContain("“立案 5”是哪一类的？质量违法、价格违法");
    const label = /^\[(.*)\]$/.exec(answer)?.[1];
    expect(label ? person.press(label) : person.say(answer)).toContain("✓ 口罩 价格违法 立案 1 → 5");
    expect(cellAt(person.report().cells, "mask.price.filed")).toBe(5);
    expect(cellAt(person.report().cells, "mask.quality.filed")).toBe(3);
  });

  test("is asked again after a digression, and its button does nothing later", () => {
    person.command("fix", "口罩 立案 5");
    const [button] = person.buttons();
    expect(person.say("你好")).toContain("“立案 5”是哪一类的？");
    person.say("质量违法");
    const before = person.report().cells;
    expect(person.forge(button?.action ?? "")).toContain("那一屏已经答过");
    expect(person.report().cells).toEqual(before);
  });

  test("is dropped by a no, and what names no class is asked back", () => {
    person.command("fix", "口罩 立案 5");
    expect(person.say("天气")).toContain("“立案 5”还没存，请先选类别\n口罩：“立案 5”是哪一类的？质量违法、价格违法");
    expect(person.say("不用")).toContain("核对 · 第1期");
    expect(cellAt(person.report().cells, "mask.price.filed")).toBe(1);
  });
});

describe("a line of the review", () => {
  test("with one figure for several columns asks which, with the way to write it", () => {
    expect(person.say("2=35")).toContain("第 2 行有 3 个数，请写明哪一栏，如：2 抽查企业=35");
    person.say("2 抽查企业=9");
    expect(cellAt(person.report().cells, "mask.sampling.enterprises")).toBe(9);
  });

  test("that is not there is named", () => {
    expect(person.say("17=35")).toContain("核对表里没有第 17 行");
    expect(person.command("fix", "17")).toContain("核对表里没有第 17 行");
  });

  test("is asked for where nothing is said of what to mend", () => {
    expect(person.command("fix")).toContain("改哪一处？");
  });
});

test("a line is mended with all its figures at once", () => {
  const customs = talk(flow, "customs");
  customs.command("report");
  customs.say("出口 查验35");
  expect(customs.command("review")).toContain("1 出口 出口查验：查验35 还差不合格");
  customs.say("1=36 2");
  expect(cellAt(customs.report().cells, "exports.consignments.inspected")).toBe(36);
});

test("a sent report offers on its receipt to be mended or taken back, while it may be", () => {
  person.press("报送");
  expect(person.buttons().map(({ label }) => label)).toEqual(["我的表（可打印盖章）", "修改", "撤回"]);
});
