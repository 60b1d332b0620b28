import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { checkFiles, formatProblems } from "../../src/app/check.ts";
import { checkCampaign } from "../../src/campaign.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { campaignText, changed, inEnglish, mealsRosterText, mealsText, placeOf, rosterText } from "../flow/files.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const roster = { file: "roster.yaml", text: rosterText };
const check = (...texts: readonly string[]) => {
  const report = checkFiles({ flows: texts.map((text, index) => ({ file: `${index}.yaml`, text })), roster }, hashOf);
  return { ...report, said: inEnglish(report.problems) };
};

test("the shipped flow and roster are in order, and come with the hash of their text", () => {
  const report = check(campaignText);
  expect(report.problems).toEqual([]);
  expect(report.flows.map((flow) => flow.hash)).toEqual([hashOf(campaignText)]);
  expect(report.roster?.units.length).toBeGreaterThan(56);
});

test("the second flow is in order with its own roster, and names strangers to the first one's", () => {
  const own = { file: "r.yaml", text: mealsRosterText };
  expect(checkFiles({ flows: [{ file: "m.yaml", text: mealsText }], roster: own }, hashOf).problems).toEqual([]);
  expect(check(mealsText).said.map((each) => each.message)).toEqual([
    "the roster has no unit district",
    "the roster has no department primary",
    "the roster has no department secondary",
  ]);
});

test("a lead and a department that the roster lacks are told where the flow names them", () => {
  const text = changed(changed(campaignText, "lead: fj-market", "lead: fj-markt"), "  commerce: [", "  comerce: [");
  expect(check(text).said).toMatchObject([
    { file: "0.yaml", ...placeOf(text, "fj-markt"), fix: expect.stringContaining("write fj-market (") },
    { file: "0.yaml", ...placeOf(text, "comerce: ["), fix: expect.stringContaining("write commerce (") },
  ]);
});

test("two flows of one id or code are told at the second, with the name of the first", () => {
  const other = changed(campaignText, "id: epidemic-supplies-weekly", "id: another");
  expect(check(campaignText, campaignText).problems.map((each) => [each.file, each.path])).toEqual([
    ["1.yaml", "id"],
    ["1.yaml", "code"],
  ]);
  expect(check(campaignText, other).said).toMatchObject([
    { file: "1.yaml", message: "0.yaml has the code fy already" },
  ]);
});

test("what is wrong with each file is told even where others are wrong too", () => {
  const report = checkFiles(
    {
      flows: [
        { file: "a.yaml", text: changed(campaignText, "code: fy", "code: TOO LONG") },
        { file: "b.yaml", text: campaignText },
      ],
      roster: { file: "r.yaml", text: changed(rosterText, "department: customs", "department: custom") },
    },
    hashOf,
  );
  expect(report.problems.map((each) => each.file)).toEqual(["a.yaml", "r.yaml"]);
  expect(report.flows.map((flow) => flow.code)).toEqual(["fy"]);
  expect(report.roster).toBeUndefined();
});

test("no flow at all is a problem too", () => {
  expect(check().said).toMatchObject([{ message: "there is no flow here" }]);
});

test("a problem is printed with file, line and column, and what to do below it", () => {
  const text = changed(campaignText, "rhythm: weekly", "rhythm: weakly");
  expect(formatProblems(check(text).problems, wordingOf("en"))).toBe(
    "0.yaml:21:11  weakly is not allowed here\n    -> write weekly (values: daily, weekly, fortnightly, monthly, once)",
  );
});

test("a problem is printed in Chinese for whoever works in Chinese, names of keys and values as they are written", () => {
  const text = changed(campaignText, "rhythm: weekly", "rhythm: weakly").replaceAll("en: firms }", "em: firms }");
  expect(formatProblems(check(text).problems, wordingOf("zh-CN")).split("\n")).toEqual([
    "0.yaml:21:11  这里不能写 weakly",
    "    -> 应写 weekly（可用的值：daily, weekly, fortnightly, monthly, once）",
    expect.stringMatching(/^0\.yaml:\d+:\d+ {2}缺少 en 的文字，同样的还有4处：第[\d, ]+行$/),
    "    -> 补上 en: …",
    expect.stringMatching(/^0\.yaml:\d+:\d+ {2}em 不在报表的语言里（zh-CN, en），同样的还有4处：第[\d, ]+行$/),
    "    -> 改成 en，或者在 languages 里加上 em",
  ]);
});

test("one slip that spoils what follows is told once, and so is one that was made in several places", () => {
  const told = (text: string) => formatProblems(check(text).problems, wordingOf("en")).split("\n");
  const open = campaignText.split("\n").map((line, index) => (index === 99 ? `  bad: [${line}` : line));
  const [first, fix, ...others] = told(open.join("\n"));
  expect(first).toMatch(/^0\.yaml:100:1 {2}not valid YAML: .*, and \d+ more like it below$/);
  expect(fix).toContain("-> check indentation");
  expect(others).toEqual([]);
  expect(told(campaignText.replaceAll("unit: { zh-CN: 家, en: firms }", "units: { zh-CN: 家, en: firms }"))[0]).toMatch(
    /^0\.yaml:\d+:13 {2}unknown key units, and 3 more like it: lines \d+, \d+, \d+$/,
  );
});

test("a file or folder that is gone is told with the setting that names it, in the language of whoever reads it", () => {
  const { problems } = checkCampaign({ BAOSONG_FLOWS: "nowhere/flows", BAOSONG_ROSTER: "nowhere/roster.yaml" });
  expect(formatProblems(problems, wordingOf("zh-CN")).split("\n")).toEqual([
    "读不到 nowhere/flows（ENOENT）",
    "    -> 把它放到那里，或者在 BAOSONG_FLOWS 里写明在哪里",
    "读不到 nowhere/roster.yaml（ENOENT）",
    "    -> 把它放到那里，或者在 BAOSONG_ROSTER 里写明在哪里",
  ]);
  expect(problems.map(({ file }) => file)).toEqual(["nowhere/flows", "nowhere/roster.yaml"]);
});
