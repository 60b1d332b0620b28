import { describe, expect, test } from "vitest";
import { cellAt, filledFrom } from "../../src/core/cells.ts";
import type { Past } from "../../src/core/interview/situation.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();
const fines = "mask.quality.fines";

function started(past: Past = []): Talk {
  const person = talk(flow, "market-regulation", "zh-CN", past);
  person.command("report");
  return person;
}

const cases = (written: string, penalised = 1) =>
  `口罩 质量违法 立案${penalised} 处罚${penalised} 罚没${written} 移送0 被查处1 出动12`;

describe("fines written without a unit", () => {
  test.each(["990", "800", "600", "45"])(
    "as %s for one case are asked whether they are yuan, one press turning them",
    (written) => {
      const person = started();
      const reply = person.say(cases(written));
      expect(reply).toContain(`⚠ 罚没 ${written} 万元、处罚 1 件。是不是元？`);
      person.press(`改为 口罩·质量违法 罚没${Number(written) / 10_000}`);
      expect(cellAt(person.report().cells, fines)).toBe(Number(written) / 10_000);
      expect(person.report().kept).toEqual([]);
    },
  );

  test.each(["0", "1.5", "15", "0.3", "25"])("as %s for one case are ordinary", (written) => {
    expect(started().say(cases(written))).not.toContain("⚠");
  });

  test("are weighed by the cases penalised, and by the sum", () => {
    expect(started().say(cases("80", 4))).not.toContain("⚠");
    expect(started().say(cases("200", 10))).toContain("是不是元");
  });

  test("stand where they are said to be right", () => {
    const person = started();
    person.say(cases("990"));
    expect(person.say("一家大厂，罚没款已入库")).toContain("已保留，附原因");
    expect(cellAt(person.report().cells, fines)).toBe(990);
  });

  test("are asked about when the cases come later, and when the figure is mended without a unit", () => {
    const person = started();
    person.say("口罩 质量违法 罚没990元");
    expect(person.say("口罩 质量违法 立案1 处罚1 移送0 被查处1 出动12")).not.toContain("⚠");
    expect(person.say("口罩 质量违法 罚没 60")).toContain("是不是元");
  });
});

describe("fines written with their unit", () => {
  test.each(["990万元", "990万", "9900000元", "¥9900000"])("as %s are not asked about it", (written) => {
    const person = started();
    expect(person.say(cases(written))).not.toContain("是不是元");
    expect(cellAt(person.report().cells, fines)).toBe(990);
  });
});

describe("a figure far above the unit's usual one", () => {
  test("is told with its column and its unit", () => {
    const zeros = filledFrom({ [fines]: 0, "mask.quality.officers": 20 });
    const past = [1, 2].map((number) => ({ number, cells: zeros, zero: false, told: {} }));
    const person = started(past);
    const reply = person.say(cases("600").replace("出动12", "出动240"));
    expect(reply).toContain("⚠ 罚没 600 万元，您单位以往中位数是 0。多打了一位？");
    expect(reply).toContain("⚠ 出动 240 人次，您单位以往中位数是 20。多打了一位？");
    expect(reply).toContain("是不是元");
    expect(person.buttons().map(({ label }) => label)).toContain("改为 口罩·质量违法 罚没0.06");
  });
});
