import { expect, test } from "vitest";
import { emptyRound, type Round } from "../../src/core/round.ts";
import { asksHowMuch, asksSomething, unitMisspelt } from "../../src/core/table/question.ts";
import { besideNames, hear, meant, spot } from "../../src/core/table/reader.ts";
import { type Term, vocabularyOf } from "../../src/core/table/vocabulary.ts";
import { campaignText, flowOf, rosterOf, rosterText } from "../flow/files.ts";

const flow = flowOf(campaignText);
const roster = rosterOf(rosterText);
const vocabulary = vocabularyOf(flow, roster.units, roster.departments);
const rounds = ["2020-05-21", "2020-05-28", "2020-06-04", "2020-06-24"].map((due, index): Round => {
  const id = due === "2020-06-24" ? "2020-06-25" : due;
  return { ...emptyRound(flow.id, id), state: "frozen", number: index + 1, due: Date.parse(`${due}T17:00+08:00`) };
});

/** What words were taken for, in short: `1-4 u.fuzhou r.mask`. */
function heard(words: string): string {
  const read = hear(words, vocabulary, rounds, flow.calendar.zone);
  if (read.kind !== "terms")
    return `${read.kind} ${read.part}: ${read.near.map((near) => meant(near).words).join(" ")}`;
  const span = read.rounds?.map(({ number }) => number) ?? [];
  return [...(span.length > 0 ? [`rounds ${span.join()}`] : []), ...read.terms.map(named)].join(" ");
}

const named = (term: Term) => meant({ kind: "term", term }).words;

test.each([
  ["", ""],
  ["3", "rounds 3"],
  ["第3期", "rounds 3"],
  ["第一期", "rounds 1"],
  ["第四期 口罩", "rounds 4 r.mask"],
  ["round 2", "rounds 2"],
  ["2020-05-28", "rounds 2"],
  ["2020-06-25", "rounds 4"],
  ["2020-06-24", "rounds 4"],
  ["5月28日", "rounds 2"],
  ["上期", "rounds 3"],
  ["last", "rounds 3"],
  ["本期", "rounds 4"],
  ["1-4", "rounds 1,2,3,4"],
  ["第1期至第3期", "rounds 1,2,3"],
  ["4到2", "rounds 2,3,4"],
  ["全部", "rounds 1,2,3,4"],
  ["all", "rounds 1,2,3,4"],
  ["累计", "cum"],
  ["福州", "u.fuzhou"],
  ["福州市市场监督管理局", "u.fuzhou-market"],
  ["福州市监", "u.fuzhou-market"],
  ["福州市监局", "u.fuzhou-market"],
  ["市监", "d.market-regulation"],
  ["市场监管", "d.market-regulation"],
  ["Fuzhou market", "u.fuzhou-market"],
  ["泉州 市监 口罩", "u.quanzhou d.market-regulation r.mask"],
  ["上期福州口罩累计", "rounds 3 u.fuzhou r.mask cum"],
  ["额温枪", "r.thermometer"],
  ["N95", "r.mask"],
  ["1-3 masks fuzhou cumulative", "rounds 1,2,3 r.mask u.fuzhou cum"],
  ["口罩 质量违法 立案", "r.mask g.quality c.filed c.criminal"],
  ["f.mask.quality.fines", "r.mask g.quality c.fines"],
  ["上期 f..quality.fines 福州", "rounds 3 g.quality c.fines u.fuzhou"],
  ["立案 口罩", "c.filed c.criminal r.mask"],
  ["看一下福州的情况", "u.fuzhou"],
  [
    "f.protective_clothing.certification.entities 2 corr",
    "rounds 2 r.protective_clothing g.certification c.entities corrections",
  ],
  ["f..price.fines", "g.price c.fines"],
  ["按地市", "by.branches"],
  ["含未提交", "drafts"],
])("“%s” is taken for “%s”", (words, expected) => {
  expect(heard(words)).toBe(expected);
});

test.each([
  ["7", "no-round 7: 1 2 3 4"],
  ["第十二期", "no-round 第十二期: 1 2 3 4"],
  ["2-9", "no-round 2-9: 1 2 3 4"],
  ["2021-01-01", "no-round 2021-01-01: 1 2 3 4"],
  ["复州", "unclear 复州: u.fuzhou u.quanzhou u.zhangzhou"],
  ["福州 maskss", "unclear maskss: r.mask"],
])("“%s” is not taken for anything, and the nearest are offered", (words, expected) => {
  expect(heard(words)).toBe(expected);
});

test("what a button says is read back as it was meant, whatever it names", () => {
  for (const { thing } of vocabulary) {
    const { words } = meant({ kind: "term", term: thing });
    expect(heard(words), words).toBe(named(thing));
  }
});

test("a sentence is searched for names, the longest first, and the rest passed over", () => {
  const spotted = (words: string) => spot(words, vocabulary).map(named).join(" ");
  expect(spotted("福州的口罩罚没为什么这么高？")).toBe("u.fuzhou r.mask c.fines");
  expect(spotted("Why are the fines for Masks of Xiamen market so high?")).toBe("c.fines r.mask u.xiamen-market");
  expect(spotted("辛苦了")).toBe("");
});

test("nothing that is written can hang or break the reader", () => {
  for (const words of [
    "口".repeat(500),
    "-".repeat(500),
    "1-".repeat(200),
    "f.....",
    "的的的",
    "第期",
    "\u0000\uFFFF",
    "(".repeat(99),
  ])
    expect(typeof heard(words)).toBe("string");
});

test.each([
  ["龙岩 口罩 罚没", false],
  ["龙岩的口罩罚没", false],
  ["龙岩 口罩 罚没？", true],
  ["龙岩 口罩 罚没 为什么", true],
  ["Fuzhou market masks fines", false],
  ["Fuzhou market masks fines why", true],
])("“%s” asks something: %s", (words, expected) => {
  expect(asksSomething(words, vocabulary)).toBe(expected);
});

test("a first word that is nearly a unit's name is not passed over", () => {
  const misspelt = (words: string) => unitMisspelt(words, spot(words, vocabulary), vocabulary);
  expect(misspelt("龙洋 口罩 罚没 为什么")?.part).toBe("龙洋");
  expect(misspelt("龙洋 口罩 罚没 为什么")?.near.map(named)).toContain("u.longyan");
  expect(misspelt("龙岩 口罩 罚没 为什么")).toBeUndefined();
  expect(misspelt("请问 口罩 罚没 为什么")).toBeUndefined();
  expect(misspelt("口罩罚没为什么这么高")).toBeUndefined();
});

test.each([
  ["漳州 口罩 出动是多少", true],
  ["漳州的口罩出动一共有几人次？", true],
  ["口罩 立案几件了呢", true],
  ["请问现在口罩罚没多少万元", true],
  ["how much are the fines of Fuzhou market", true],
  ["what is the fines in Fuzhou", true],
  ["立案有几件是旧案", false],
  ["口罩 罚没 为什么多少", false],
  ["漳州 口罩 出动", false],
  ["why how much fines", false],
])("“%s” asks how much a figure is and nothing beyond it: %s", (words, expected) => {
  expect(asksHowMuch(words, vocabulary)).toBe(expected);
});

test("a misspelt unit is looked for only in a sentence of several words that names no unit or department and begins with no name", () => {
  const near = (words: string) =>
    unitMisspelt(words, spot(words, vocabulary), vocabulary)?.near.map(named).sort() ?? "none";
  expect(near("  龙洋   口罩 罚没")).toEqual(near("龙洋 口罩 罚没"));
  expect(near("龙洋")).toBe("none");
  expect(near("龙洋? 口罩 罚没")).toBe("none");
  expect(near("龙洋？ 口罩 罚没")).toBe("none");
  expect(near("龙洋 市场监管 罚没")).toBe("none");
  expect(near("龙洋 福州 罚没")).toBe("none");
  expect(near("口罩 龙洋 罚没")).toBe("none");
  // Units alone are meant: 罚莫 is nearly 罚没, which is no unit.
  expect(near("罚莫 口罩 立案")).toBe("none");
});

test.each([
  ["龙岩 口罩 罚没 高", "高"],
  ["Fuzhou markets", "markets"],
])("beside its names “%s” says “%s”", (words, rest) => {
  expect(besideNames(words, vocabulary).replace(/\s+/g, " ").trim()).toBe(rest);
});

test("whatever may have been meant is named by words that are read back as it", () => {
  const terms = vocabulary.map(({ thing }) => thing);
  const kinds = new Set(terms.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(
    ["alone", "by", "column", "corrections", "department", "drafts", "figures", "group", "row", "unit"].sort(),
  );
  for (const term of terms) {
    const { label, words } = meant({ kind: "term", term });
    expect(spot(words, vocabulary).map(named)).toContain(words);
    expect(label).not.toEqual({});
  }
  expect(meant({ kind: "round", round: rounds[1] ?? emptyRound(flow.id, "2020-05-28") })).toEqual({
    label: { key: "round-numbered", args: { number: 2 } },
    words: "2",
  });
});

test.each([
  [{ kind: "figures", figures: "cumulative" }, { key: "figures-cumulative" }, "cum"],
  [{ kind: "figures", figures: "round" }, { key: "figures-round" }, "increment"],
  [{ kind: "by", by: "units" }, { key: "by-units" }, "by.units"],
  [{ kind: "alone", alone: "picture" }, { key: "alone-picture" }, "as.picture"],
  [{ kind: "drafts" }, { key: "with-drafts" }, "drafts"],
  [{ kind: "corrections" }, { key: "only-corrections" }, "corrections"],
] as const)("what may have been meant is offered under its name: %o", (term, label, words) => {
  expect(meant({ kind: "term", term })).toEqual({ label, words });
});
