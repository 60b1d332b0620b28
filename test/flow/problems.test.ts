import { expect, test } from "vitest";
import { loadFlow } from "../../src/core/flow/load.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { campaignText, changed, flowProblems, placeOf, rosterProblems } from "./files.ts";

/** A mistake: what is replaced by what, the passage that holds the place, how far into it, and what is said. */
type Mistake = {
  readonly of: string;
  readonly from: string;
  readonly to: string;
  /** Where the problem stands; `|` marks the character. */
  readonly at: string;
  readonly message: RegExp;
  /** True where other places of the file are wrong in consequence. */
  readonly spreads?: boolean;
  readonly fix: RegExp;
};

const mistakes: readonly Mistake[] = [
  {
    of: "a key in the wrong spelling",
    from: "label: { zh-CN: 口罩, en: Masks }",
    to: "lable: { zh-CN: 口罩, en: Masks }",
    at: "|lable: { zh-CN: 口罩",
    message: /unknown key lable/,
    fix: /write label \(keys: id, label, short, aliases\)/,
  },
  {
    of: "a key that nothing resembles",
    from: "code: fy",
    to: "code: fy\nzzzzzz: 1",
    at: "|zzzzzz: 1",
    message: /unknown key zzzzzz/,
    fix: /keys: .*id, code, languages/,
  },
  {
    of: "a missing key",
    from: "  rhythm: weekly\n",
    to: "",
    at: "|zone: Asia/Shanghai",
    message: /missing key rhythm/,
    fix: /add rhythm: one of daily, weekly, fortnightly, monthly, once/,
  },
  {
    of: "a missing label",
    from: "\n        label: { zh-CN: 呼吸机, en: Ventilators }",
    to: "",
    at: "|id: ventilator",
    message: /missing key label/,
    fix: /add label: .*words in each of the flow's languages/,
  },
  {
    of: "a value outside an enum",
    from: "day_off: before",
    to: "day_off: befor",
    at: "day_off: |befor",
    message: /befor is not allowed here/,
    fix: /write before \(values: kept, before, after\)/,
  },
  {
    of: "a question of an unknown type",
    from: "id: supplies_drug\n    type: table",
    to: "id: supplies_drug\n    type: tabel",
    at: "type: |tabel",
    message: /tabel is not allowed here/,
    fix: /write table \(values: table, text, choice\)/,
  },
  {
    of: "units that would report after the round is frozen",
    from: '  due_time: "17:00"',
    to: '  due_time: "17:00"\n  collect_by: { time: "17:30" }',
    at: "collect_by: |{",
    message: /units would report by 17:30, and the round is frozen at 17:00/,
    fix: /write a time before 17:00/,
  },
  {
    of: "an unknown reminder rule",
    from: "{ rule: before, by: P1D }",
    to: "{ rule: befor, by: P1D }",
    at: "rule: |befor,",
    message: /befor is not allowed/,
    fix: /write before \(values: opening, midway, before, overdue, call_list\)/,
  },
  {
    of: "a text where a list belongs",
    from: "languages: [zh-CN, en]",
    to: "languages: zh-CN",
    at: "languages: |zh-CN",
    message: /zh-CN is not what belongs here/,
    fix: /write a list/,
  },
  {
    of: "an id that is not snake_case",
    from: "- id: work\n",
    to: "- id: Work\n",
    at: "- id: |Work",
    message: /Work is not allowed here/,
    fix: /write work \(an id is snake_case/,
  },
  {
    of: "an unreadable date",
    from: "first_due: 2020-05-21",
    to: "first_due: 21.5.2020",
    at: "first_due: |21.5.2020",
    message: /21\.5\.2020 is not allowed here/,
    fix: /write a date such as 2020-05-21/,
  },
  {
    of: "a day that the calendar does not have",
    from: "covers_from: 2020-05-11",
    to: "covers_from: 2020-02-30",
    at: "covers_from: |2020-02-30",
    message: /no day 2020-02-30/,
    fix: /date/,
  },
  {
    of: "an unreadable time",
    from: 'due_time: "17:00"',
    to: 'due_time: "5pm"',
    at: 'due_time: |"5pm"',
    message: /5pm is not allowed/,
    fix: /a time of day such as 17:00/,
  },
  {
    of: "an unreadable duration",
    from: "by: PT1H",
    to: "by: 1h",
    at: "by: |1h",
    message: /1h is not allowed/,
    fix: /ISO 8601 duration such as PT1H/,
  },
  {
    of: "an empty list where one is needed",
    from: "languages: [zh-CN, en]",
    to: "languages: []",
    at: "languages: |[]",
    message: /an empty list is too small/,
    fix: /list at least 1/,
  },
  {
    of: "a fraction of decimals",
    from: "decimals: 4 #",
    to: "decimals: 4.5 #",
    at: "decimals: |4.5",
    message: /4\.5 is not what belongs here/,
    fix: /whole number/,
  },
  {
    of: "a sheet's name that is too long",
    from: "sheet: 情况表\n",
    to: `sheet: ${"表".repeat(32)}\n`,
    at: "sheet: |表表",
    message: /too large/,
    fix: /at most 31 characters/,
  },
  {
    of: "a row named twice",
    from: "- id: infrared_sensor",
    to: "- id: nonwoven",
    at: "- id: |nonwoven\n        label: { zh-CN: 红外传感器",
    message: /row nonwoven is there already, on line 72/,
    fix: /write another/,
  },
  {
    of: "an alias of two rows",
    from: "aliases: [医用呼吸机,",
    to: "aliases: [医用口罩,",
    at: "aliases: [|医用口罩, ventilator",
    message: /alias of a row 医用口罩 is there already, on line 52/,
    fix: /write another/,
  },
  {
    of: "a group like an unknown one",
    from: "like: quality",
    to: "like: qualty",
    at: "like: |qualty",
    message: /qualty is not among the groups of block supplies/,
    fix: /write quality \(/,
  },
  {
    of: "a group that is like itself by way of another",
    from: "en: Price }\n        aliases: [价格, 价格类]\n        like: quality",
    to: "en: Price }\n        aliases: [价格, 价格类]\n        like: price",
    at: "like: |price",
    message: /columns from itself \(price -> price\)/,
    fix: /columns of its own/,
  },
  {
    of: "a group with two origins of its columns",
    from: "aliases: [认证, 检测,",
    to: "sums: [price]\n        aliases: [认证, 检测,",
    at: "|sums: [price]",
    message: /group certification has like and sums/,
    spreads: true,
    fix: /keep one/,
  },
  {
    of: "a sum over groups with other columns",
    from: "sums: [quality, certification",
    to: "sums: [quality, sampling",
    at: "sums: [quality, |sampling",
    message: /sampling has other columns \(enterprises, .*than quality/,
    fix: /like: quality in sampling/,
  },
  {
    of: "a sum over an unknown group",
    from: "sums: [quality, certification",
    to: "sums: [quality, certificaton",
    at: "sums: [quality, |certificaton",
    message: /certificaton is not among the groups/,
    fix: /write certification/,
  },
  {
    of: "a rate of an unknown column",
    from: "of: failed_batches",
    to: "of: failed_batchs",
    at: "of: |failed_batchs",
    message: /failed_batchs is not among the asked columns/,
    fix: /write failed_batches/,
  },
  {
    of: "a count with decimals",
    from: "short: { zh-CN: 批次, en: batches }\n",
    to: "short: { zh-CN: 批次, en: batches }\n            decimals: 2\n",
    at: "decimals: |2\n            aliases: [抽查批次",
    message: /a count has no decimals/,
    fix: /kind: amount/,
  },
  {
    of: "a question on an unknown block",
    from: "block: customs\n    help",
    to: "block: custom\n    help",
    at: "block: |custom\n",
    message: /custom is not among the blocks/,
    fix: /write customs/,
  },
  {
    of: "a question on an unknown row",
    from: "rows: [mask, ventilator,",
    to: "rows: [mask, ventilater,",
    at: "rows: [mask, |ventilater",
    message: /ventilater is not among the rows/,
    fix: /write ventilator/,
  },
  {
    of: "a question on a computed group",
    from: "groups: [screening, sampling, quality, licence, other]",
    to: "groups: [screening, sampling, quality, licence, other, total]",
    at: "licence, other, |total]\n    tick_rows",
    message: /total is computed and cannot be asked/,
    fix: /remove it/,
  },
  {
    of: "ticks of a group that the question does not ask",
    from: "groups: [quality, licence, other]\n      ask",
    to: "groups: [quality, licence, price]\n      ask",
    at: "groups: [quality, licence, |price]",
    message: /price is not among the groups that this question asks/,
    fix: /groups that this question asks: screening, sampling, quality, licence, other/,
  },
  {
    of: "a department asked an unknown question",
    from: "commerce: [work,",
    to: "commerce: [wrok,",
    at: "commerce: [|wrok",
    message: /wrok is not among the questions/,
    fix: /write work/,
  },
  {
    of: "a department asked the same figures twice",
    from: "market-regulation: [supplies,",
    to: "market-regulation: [supplies, supplies_drug,",
    at: "market-regulation: [supplies, |supplies_drug",
    message: /asked mask.screening by supplies and by supplies_drug/,
    fix: /narrow rows or groups/,
  },
  {
    of: "a layout's unknown group",
    from: "{ group: licence, columns: [filed, penalised, fines] }",
    to: "{ group: licenses, columns: [filed, penalised, fines] }",
    at: "group: |licenses",
    message: /licenses is not among the groups/,
    fix: /write licence/,
  },
  {
    of: "a layout's unknown column",
    from: "columns: [enterprises, batches, failure_rate]",
    to: "columns: [enterprises, batches, failure]",
    at: "batches, |failure]",
    message: /failure is not among the columns of group sampling/,
    fix: /write failure_rate \(columns of group sampling: enterprises, batches, failed_batches, failure_rate\)/,
  },
  {
    of: "two sheets of one name",
    from: "sheet: 情况表（原件）",
    to: "sheet: 情况表",
    at: "|情况表\n    block: supplies\n    first: cumulative\n    sent_up",
    message: /sheet 情况表 is there already/,
    fix: /write another/,
  },
  {
    of: "a sheet's name that no workbook takes",
    from: "sheet: 情况表（原件）",
    to: "sheet: 情况表/原件",
    at: "sheet: |情况表/原件",
    message: /cannot name a sheet/,
    fix: /leave out/,
  },
  {
    of: "a label without one of the languages",
    from: "{ zh-CN: 熔喷布, en: Melt-blown fabric }",
    to: "{ zh-CN: 熔喷布 }",
    at: "label: |{ zh-CN: 熔喷布 }",
    message: /no words in en/,
    fix: /add en: …/,
  },
  {
    of: "a check that names an unknown column",
    from: "groups: [screening]\n    over: cumulative\n    require: failed <= screened",
    to: "groups: [screening]\n    over: cumulative\n    require: failed <= screend",
    at: "require: failed <= |screend",
    message: /names screend, which is not among its variables/,
    fix: /write screened \(variables: screened, failed, rectified\)/,
  },
  {
    of: "a check without groups that names an unknown column",
    from: "groups: [consignments]\n    require: wanting <= inspected",
    to: "require: wanting <= inspectd",
    at: "wanting <= |inspectd",
    message: /names inspectd/,
    fix: /write inspected/,
  },
  {
    of: "a check that compares a text with a count",
    from: "require: enterprises <= batches",
    to: 'require: enterprises == "batches"',
    at: 'require: |enterprises == "batches"',
    message: /mixes kinds of values/,
    fix: /enterprises is int/,
  },
  {
    of: "a check that is no expression",
    from: "require: enterprises <= batches",
    to: "require: enterprises <=",
    at: "require: enterprises <=|",
    message: /not CEL/,
    fix: /write a comparison/,
  },
  {
    of: "a check that gives a number",
    from: "require: enterprises <= batches",
    to: "require: enterprises + batches",
    at: "require: |enterprises + batches",
    message: /gives int, not true or false/,
    fix: /compare/,
  },
  {
    of: "a check's sentence with an unknown figure",
    from: "抽查企业 {enterprises} 家",
    to: "抽查企业 {enterprise} 家",
    at: "抽查企业 |{enterprise} 家",
    message: /\{enterprise\} is no figure that this check reads/,
    fix: /write enterprises \(figures: enterprises, batches\)/,
  },
  {
    of: "a check of an unknown group",
    from: "groups: [consignments]\n    require",
    to: "groups: [consignment]\n    require",
    at: "groups: [|consignment]",
    message: /consignment is not among the groups of block customs/,
    fix: /write consignments/,
  },
  {
    of: "a check for an unknown department",
    from: "departments: [market-regulation]",
    to: "departments: [market_regulations]",
    at: "departments: [|market_regulations]",
    message: /market_regulations is not among the departments under asks/,
    fix: /write market-regulation/,
  },
  {
    of: "a check that reads no block",
    from: "    block: customs\n    groups: [consignments]\n    require: wanting",
    to: "    groups: [consignments]\n    require: wanting",
    at: "|id: wanting_over_inspected",
    message: /wanting_over_inspected reads no block/,
    fix: /add block: one of supplies, customs, police/,
  },
  {
    of: "a last round before the first",
    from: "last_due: 2020-06-25",
    to: "last_due: 2020-05-14",
    at: "last_due: |2020-05-14",
    message: /before the first/,
    fix: /from 2020-05-21 on/,
  },
  {
    of: "an unknown time zone",
    from: "zone: Asia/Shanghai",
    to: "zone: Asia/Shanghay",
    at: "zone: |Asia/Shanghay",
    message: /no time zone/,
    fix: /write Asia\/Shanghai/,
  },
  {
    of: "ids that make a button too long",
    from: "code: fy",
    to: "code: abcdef",
    at: "block: |supplies\n    tick_rows",
    message: /3 bytes too long: t:abcdef:2020-05-21:protective_clothing.certification:certification/,
    fix: /shorten the ids/,
  },
  {
    of: "a question named like a screen of every questionnaire",
    from: "- id: problems\n    type: text",
    to: "- id: review\n    type: text",
    at: "- id: |review",
    message: /every questionnaire has a screen review/,
    spreads: true,
    fix: /another id/,
  },
  {
    of: "YAML that cannot be parsed",
    from: "blocks:\n",
    to: "blocks: [\n",
    at: "",
    message: /not valid YAML/,
    spreads: true,
    fix: /./,
  },
  {
    of: "a key that stands twice",
    from: "code: fy",
    to: "code: fy\ncode: fz",
    at: "|code: fz",
    message: /not valid YAML: Map keys must be unique/,
    fix: /keep one/,
  },
  {
    of: "a key that stands twice, once in quotes",
    from: "code: fy",
    to: 'code: fy\n"code": fz',
    at: '|"code": fz',
    message: /not valid YAML: Map keys must be unique/,
    fix: /keep one/,
  },
];

test.each(mistakes)("$of is told with its place and a way out", ({ from, to, at, message, fix, spreads }) => {
  const text = changed(campaignText, from, to);
  const problems = flowProblems(text);
  const mark = at.indexOf("|");
  if (!spreads) expect(problems, JSON.stringify(problems, null, 1)).toHaveLength(1);
  const found = problems.find((problem) => message.test(problem.message));
  expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
  expect(found?.fix).toMatch(fix);
  if (mark >= 0) expect({ line: found?.line, column: found?.column }).toEqual(placeOf(text, at.replace("|", ""), mark));
});

test.each(mistakes)("$of is told in Chinese as well", ({ from, to }) => {
  const result = loadFlow(changed(campaignText, from, to), "hash");
  const { text } = wordingOf("zh-CN");
  for (const { message, fix } of "problems" in result ? result.problems : []) {
    expect(text(message)).toMatch(/[一-龥]/);
    expect(text(fix)).toMatch(/[一-龥]/);
    // What the libraries say is quoted, and marked as a quotation.
    const own = `${text(message)}${text(fix)}`.replace(/（原文：.*）/, "");
    expect(own).not.toMatch(/\b(is|are|the|of|write|not|which)\b/);
  }
});

test("every mistake is told at once, in the order of the file", () => {
  const chosen = mistakes.filter((each) =>
    [
      "a key in the wrong spelling",
      "a value outside an enum",
      "a sum over an unknown group",
      "a question on an unknown row",
      "a department asked an unknown question",
      "a check that compares a text with a count",
      "a layout's unknown column",
      "a last round before the first",
      "a label without one of the languages",
    ].includes(each.of),
  );
  const text = chosen.reduce((so, { from, to }) => changed(so, from, to), campaignText);
  const problems = flowProblems(text);
  expect(problems).toHaveLength(chosen.length);
  for (const { message } of chosen) expect(problems.some((each) => message.test(each.message))).toBe(true);
  expect(problems.map((each) => each.line)).toEqual(problems.map((each) => each.line).toSorted((a, b) => a - b));
});

test.each([
  ["an empty file", ""],
  ["a bare word", "flow"],
  ["a list", "- a\n- b"],
  ["an alias within its own anchor", "blocks: &b [*b]\nid: x"],
  ["an alias to nothing", "id: *nobody"],
  ["aliases of aliases of aliases", bomb()],
  ["a thousand brackets", "[".repeat(1000)],
  ["a hundred thousand brackets", "[".repeat(100_000)],
  ["two documents", "id: a\n---\nid: b"],
  ["binary noise", "\u0000\u0001\ufffe{[:"],
])("%s is refused with a problem, not an exception", (_, text) => {
  const problems = flowProblems(text);
  expect(problems.length).toBeGreaterThan(0);
  for (const { line, column, message, fix } of problems) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(`${message}${fix}`).not.toMatch(/undefined|\[object/);
  }
});

function bomb(): string {
  const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
  for (let n = 1; n < 9; n++)
    lines.push(
      `a${n}: &a${n} [${Array(9)
        .fill(`*a${n - 1}`)
        .join(", ")}]`,
    );
  return lines.join("\n");
}

test.each([
  ["open brackets", "[".repeat(20_000), 1],
  ["open braces over lines", "a:\n  {\n".repeat(2_000), 202],
  ["lists in lists", `id: x\n${"- ".repeat(5_000)}x`, 2],
])(
  "a file that nests without end is refused with its line before it can take the process along: %s",
  (_, text, line) => {
    for (const problems of [flowProblems(text), rosterProblems(text)])
      expect(problems).toEqual([expect.objectContaining({ line, message: "nested too deeply" })]);
  },
);

test("of a file with thousands of mistakes the first are told, each searched for, and that more follow", () => {
  const units = Array.from({ length: 5_000 }, (_, index) => `  - {id: u${index}, nmae: x}`);
  const problems = rosterProblems(["departments: {}", "units:", ...units].join("\n"));
  expect(problems).toHaveLength(201);
  expect(problems[0]).toMatchObject({ line: 3, message: "unknown key nmae", fix: expect.stringMatching(/name/) });
  expect(problems.at(-1)).toMatchObject({
    message: "more problems from here on",
    fix: expect.stringMatching(/mend those above/),
  });
  expect(problems.every(({ line }, index) => line >= (problems[index - 1]?.line ?? 0))).toBe(true);
});

test("a file of very many different keys is read to its end", () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: ${index}`);
  const problems = flowProblems(keys.join("\n"));
  expect(problems[0]).toMatchObject({ line: 1, message: "unknown key k0" });
  expect(flowProblems([...keys, "k7: 1"].join("\n"))).toMatchObject([
    { line: 20_001, message: expect.stringMatching(/must be unique/) },
  ]);
});
