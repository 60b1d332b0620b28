import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellAt, idsIn } from "../../src/core/cells.ts";
import { askedOf } from "../../src/core/flow/flow.ts";
import { fold } from "../../src/core/interview/reading/names.ts";
import { joinNames } from "../../src/core/interview/reading/split-names.ts";
import { realFlow, type Talk, talk } from "./talk.ts";

const flow = realFlow();

function begun(department = "market-regulation"): Talk {
  const person = talk(flow, department);
  person.command("report");
  return person;
}
const at = (person: Talk, id: string) => cellAt(person.report().cells, id);

describe("a figure in the middle of its column's name", () => {
  test.each([
    "口罩 抽查10批次，不合格1批次",
    "口罩 抽查10批次1批次不合格",
    "口罩抽查10批，不合格1批",
    "口罩 监督抽查十批次 不合格一批次",
  ])("is that column's, whose unit stands behind it: %s", (text) => {
    const person = begun();
    person.say(text);
    expect(at(person, "mask.sampling.batches")).toBe(10);
    expect(at(person, "mask.sampling.failed_batches")).toBe(1);
    expect(at(person, "mask.screening.failed")).toBeUndefined();
  });

  test("is understood where the class is asked", () => {
    const person = begun();
    person.say("口罩");
    person.say("12 2 1");
    expect(person.say("抽查8家，抽查10批次，不合格1批次")).toContain("✓ 口罩 抽查企业8 批次10 不合格批次1");
  });

  test.each(["口罩 监督抽查 8家 10批次 1批次", "口罩 监督抽查8家，10批次，1批次"])(
    "is not looked for in figures that follow a class in its order: %s",
    (text) => {
      const person = begun();
      person.say(text);
      expect(at(person, "mask.sampling.enterprises")).toBe(8);
      expect(at(person, "mask.sampling.failed_batches")).toBe(1);
    },
  );

  test.each([
    ["口罩 抽查10批次2", "10批次2"],
    ["口罩 抽查8家10家", "8家10家"],
    ["口罩 抽查8家10批次", "8家10批次"],
    ["口罩 抽查10批次.5", "口罩 抽查10批次.5"],
    ["口罩 抽查10批次,共500", "口罩 抽查10批次,共500"],
  ])("is not glued to the figure behind the unit: %s is refused as written", (text, part) => {
    const person = begun();
    expect(person.say(text)).toContain(`没看懂“${part}”`);
    expect(idsIn(person.report().cells)).toEqual([]);
  });

  test("is the first of its class where the others follow it in their order", () => {
    const person = begun();
    expect(person.say("口罩 监督抽查 8家 10 1")).toContain("✓ 口罩 抽查企业8 批次10 不合格批次1");
    expect(person.say("防护服 抽查8家，10批次")).toContain("收到 2 个：8家 10批次");
  });

  test("never makes a figure that was not written", () => {
    const places = askedOf(flow, "market-regulation");
    const pieces = [
      "口罩",
      "抽查",
      "不合格",
      "查处",
      "批次",
      "批",
      "家",
      "件",
      "起",
      "10",
      "2",
      "三",
      "1.5",
      ".",
      ",",
      "，",
      " ",
      "-",
    ];
    const written = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => fold(parts.join("")));
    const figures = (text: string) => text.match(/[\d.,]*\d[\d.,]*/g) ?? [];
    fc.assert(
      fc.property(written, (text) => {
        const said = figures(text);
        for (const figure of figures(joinNames(text, places))) expect(said, text).toContain(figure);
      }),
      { numRuns: 2_000, seed: 20200519 },
    );
  });

  test("changes nothing where the front of the name is a column by itself", () => {
    const person = begun();
    person.say("口罩 排查12家 不合格2家 整改1家");
    expect(at(person, "mask.screening.screened")).toBe(12);
    expect(at(person, "mask.screening.failed")).toBe(2);
  });
});

test("cases are counted in 起 by the police, and consignments in 批次 by the customs", () => {
  const police = begun("public-security");
  police.say("受理2起，刑事立案1起");
  expect(at(police, "crimes.investigation.accepted")).toBe(2);
  expect(at(police, "crimes.investigation.criminal")).toBe(1);
  const customs = begun("customs");
  customs.say("查验12批次，不合格1批次");
  expect(at(customs, "exports.consignments.inspected")).toBe(12);
  expect(at(customs, "exports.consignments.wanting")).toBe(1);
});

describe("the rest, at the end of a line", () => {
  test.each(["其他没有", "其它都没有", "其余没有", "剩下的没有了"])("is none: 防护服排查5家，%s", (rest) => {
    const person = begun();
    expect(person.say(`防护服排查5家，${rest}`)).toContain("✓ 防护服 排查5 不合格0 整改0");
    expect(at(person, "protective_clothing.other.filed")).toBeUndefined();
  });

  test("is the class of that name where classes are spoken of", () => {
    const person = begun();
    person.say("口罩 质量违法 立案3 处罚3 罚没1.5 移送0 被查处3 出动9，其他没有");
    expect(at(person, "mask.other.filed")).toBe(0);
  });
});

test("the name of a class with figures behind it is no name that the first of them stands in", () => {
  const person = talk(flow, "market-regulation");
  expect(person.say("防护服 监督抽查 8家 10 1")).toContain("✓ 防护服 抽查企业8 批次10 不合格批次1");
});
