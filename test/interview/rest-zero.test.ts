import { describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

function asked(): Talk {
  const person = talk(flow, "market-regulation");
  person.command("report");
  return person;
}

describe("其余都是0 behind figures that were not kept", () => {
  test.each([
    ["a contradiction", "口罩 企业排查 2 12 1\n其余都是0", "口罩没存"],
    ["a figure that is not exact", "口罩 企业排查 十几 2 1\n其余都是0", "没看懂“十几”"],
    ["too few figures", "口罩 企业排查 2 1\n其余都是0", "收到 2 个"],
  ])("leaves those of %s open", (_what, text, told) => {
    const person = asked();
    const answer = person.say(text);
    expect(answer).toContain(told);
    expect(answer).toContain("其余 285 个数都记 0");
    for (const column of ["screened", "failed", "rectified"])
      expect(cellAt(person.report().cells, `mask.screening.${column}`)).toBeUndefined();
    expect(cellAt(person.report().cells, "ventilator.screening.screened")).toBe(0);
  });

  test("leaves every class open that a column may have been meant for", () => {
    const person = asked();
    expect(person.say("口罩 立案 5\n呼吸机 排查1 不合格0 整改0\n其余都是0")).toContain("“立案 5”是哪一类的？");
    for (const group of ["quality", "certification", "licence", "price", "other"])
      expect(cellAt(person.report().cells, `mask.${group}.filed`)).toBeUndefined();
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBe(0);
  });

  test("leaves a row open of which nothing could be read, wherever the words stand in the message", () => {
    const person = asked();
    person.say("其余都是0\n口罩 十来家");
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBeUndefined();
    expect(cellAt(person.report().cells, "ventilator.screening.screened")).toBe(0);
  });

  test("does nothing where a line cannot be placed at all", () => {
    const person = asked();
    const answer = person.say("呼吸机 排查1 不合格0 整改0\n面包 12 2 1\n其余都是0");
    expect(answer).toContain("其余的没有记 0：上面有一行不知道是哪里的");
    expect(cellAt(person.report().cells, "ventilator.screening.screened")).toBe(1);
    expect(cellAt(person.report().cells, "mask.screening.screened")).toBeUndefined();
  });
});

describe("the button that makes zeros of a sheet's blanks", () => {
  test("is not offered where a cell of the sheet was not kept", () => {
    const person = asked();
    person.upload("表.xlsx", "物资\t排查企业数量\t不合格企业数量\t整改企业数量\n口罩\t2\t十几\t\n呼吸机\t1\t0\t0");
    expect(person.buttons().map(({ label }) => label)).not.toContainEqual(expect.stringContaining("都记 0"));
  });

  test("holds for what was open when it was shown, and for nothing else", () => {
    const person = asked();
    person.upload("表.xlsx", "物资\t排查企业数量\t不合格企业数量\t整改企业数量\n口罩\t2\t1\t\n呼吸机\t1\t0\t0");
    const zeros = person.buttons().find(({ label }) => label.includes("都记 0"))?.action ?? "";
    person.say("口罩 整改1");
    expect(person.forge(zeros)).toContain("内容已有变化");
    expect(cellAt(person.report().cells, "ventilator.sampling.batches")).toBeUndefined();
  });
});
