import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filledFrom, nothingFilled } from "../../src/core/cells.ts";
import { askedOf } from "../../src/core/flow/flow.ts";
import { readFigures } from "../../src/core/interview/reading/figures-read.ts";
import { readQuantity } from "../../src/core/interview/reading/quantity.ts";
import { realFlow } from "./talk.ts";

const places = askedOf(realFlow(), "market-regulation");
const screening = places.filter((place) => place.row.id === "mask" && place.group.id === "screening");
const quality = places.filter((place) => place.row.id === "mask" && place.group.id === "quality");
const count = { kind: "count", decimals: 0, unit: { "zh-CN": "家" } } as const;
const money = { kind: "amount", decimals: 4, unit: { "zh-CN": "万元" }, scales: { 元: 0.0001, 亿元: 10000 } } as const;

const figuresOf = (text: string, of = screening) => {
  const read = readFigures(text, of, nothingFilled);
  return read.kind === "figures" ? read.figures.map(({ value }) => value) : read.kind;
};

describe("a written figure", () => {
  test.each([
    ["12", count, 12],
    ["１２", count, 12],
    ["0", count, 0],
    ["无", count, 0],
    ["1,204", count, 1204],
    ["12,345,678", count, 12345678],
    ["12家", count, 12],
    ["12 家", count, 12],
    ["3.0", count, 3],
    ["+5", count, 5],
    ["1.5", money, 1.5],
    ["1.5万元", money, 1.5],
    ["15000元", money, 1.5],
    ["12345元", money, 1.2345],
    ["0.5亿元", money, 5000],
    ["1.23456", money, 1.2346],
    ["不适用", count, "n/a"],
  ])("%s reads as %o %o", (text, column, value) => {
    expect(readQuantity(text, column)).toMatchObject({ kind: "figure", value });
  });

  test.each([
    ["约30", count, "about"],
    ["30多", count, "about"],
    ["3-5", count, "about"],
    ["3～5", count, "about"],
    ["十几", count, "about"],
    ["30左右", count, "about"],
    ["1.5", count, "fraction"],
    ["-1", count, "negative"],
    ["１２，０", count, "not-a-figure"],
    ["12件", count, "not-a-figure"],
    ["1e9", count, "not-a-figure"],
    ["0x10", count, "not-a-figure"],
    ["1.2.3", count, "not-a-figure"],
    ["12,34", count, "not-a-figure"],
    ["９９９９９９９９９９９９９９", count, "too-large"],
    ["", count, "not-a-figure"],
    ["=1+1", count, "not-a-figure"],
  ])("%s is refused as %o: %s", (text, column, why) => {
    expect(readQuantity(text, column)).toMatchObject({ kind: "refused", why });
  });
});

describe("figures in order", () => {
  test.each([
    "12 2 1",
    "12,2,1",
    "12，2，1",
    "12、2、1",
    "12/2/1",
    "12;2;1",
    "１２　２　１",
    " 12\t2\n1 ",
    "12 | 2 | 1",
    "12家 2家 1家",
  ])("%s are three figures", (text) => expect(figuresOf(text)).toEqual([12, 2, 1]));

  test("a comma between thousands belongs to the figure where the number of figures says so", () => {
    expect(figuresOf("12,200 3 1")).toEqual([12200, 3, 1]);
    expect(figuresOf("1,204,2,345,1")).toBe("count");
  });

  test("a comma that could be either is asked about", () => {
    const [first, second, third] = screening;
    if (!first || !second || !third) throw new Error("three places expected");
    const half = readFigures("12,200 3", [first, second, third], filledFrom({ [first.id]: 1 }));
    expect(half).toEqual({ kind: "either", ways: ["12 200 3", "12200 3"] });
  });

  test("another number of figures is refused, with what came", () => {
    expect(readFigures("1 2", screening, nothingFilled)).toMatchObject({ kind: "count", got: ["1", "2"] });
    expect(readFigures("", screening, nothingFilled)).toMatchObject({ kind: "count", got: [] });
  });

  test("as many figures as are still missing answer those", () => {
    const [first] = screening;
    const read = readFigures("2 1", screening, filledFrom({ [first?.id ?? ""]: 12 }));
    expect(read.kind === "figures" && read.figures.map(({ place }) => place.column.id)).toEqual([
      "failed",
      "rectified",
    ]);
  });
});

describe("figures by name", () => {
  test.each([
    ["立案3件，罚没1.5万元，移送0，其余0", [3, 0, 1.5, 0, 0, 0]],
    ["出动24人次 立案3 其余都是0", [3, 0, 0, 0, 0, 24]],
    ["罚没15000元 其余无", [0, 0, 1.5, 0, 0, 0]],
    ["立案=3；处罚：2；其余 0", [3, 2, 0, 0, 0, 0]],
    ["其余0", [0, 0, 0, 0, 0, 0]],
  ])("%s", (text, values) => expect(figuresOf(text, quality)).toEqual(values));

  test("only what is named is answered", () => {
    const read = readFigures("处罚2 立案3", quality, nothingFilled);
    expect(read.kind === "figures" && read.figures.map(({ place }) => place.column.id)).toEqual(["filed", "penalised"]);
  });

  test("a name written twice, or without a figure, is refused whole", () => {
    expect(figuresOf("立案3 立案4", quality)).toBe("twice");
    expect(figuresOf("立案 处罚2", quality)).toBe("refused");
  });

  test("the longest name is meant: failed batches are not batches", () => {
    const sampling = places.filter((place) => place.row.id === "mask" && place.group.id === "sampling");
    expect(figuresOf("不合格批次1 批次10 抽查企业8", sampling)).toEqual([8, 10, 1]);
  });
});

describe("properties", () => {
  const separator = fc.constantFrom(" ", "，", "、", "；", "/", "\t", "\n", "  ");
  const full = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

  test("any figures in any separators and widths read back as they are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 }),
        separator,
        fc.boolean(),
        (values, by, wide) => {
          const text = values.map((value) => (wide ? full(String(value)) : String(value))).join(by);
          expect(figuresOf(text, quality)).toEqual(values);
        },
      ),
    );
  });

  test("named figures read back in whatever order they are written", () => {
    const chosen = fc.shuffledSubarray([...quality], { minLength: 1 });
    fc.assert(
      fc.property(chosen, fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }), separator, (some, values, by) => {
        const text = some.map(({ column }, index) => `${column.short["zh-CN"]}${values[index]}`).join(by);
        const read = readFigures(text, quality, nothingFilled);
        const back = read.kind === "figures" ? read.figures : [];
        expect(Object.fromEntries(back.map(({ place, value }) => [place.id, value]))).toEqual(
          Object.fromEntries(some.map((place, index) => [place.id, values[index]])),
        );
      }),
    );
  });

  test("no text throws, and none sets more figures than were asked", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.stringMatching(/^[0-9,，.元万家立案处罚其余 -]*$/)),
        (text) => {
          const read = readFigures(text, quality, nothingFilled);
          if (read.kind === "figures") expect(read.figures.length).toBeLessThanOrEqual(quality.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
