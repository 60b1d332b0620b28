import { expect, test } from "vitest";
import { pathText } from "../../src/core/source/problem.ts";
import { campaignText, changed, flowProblems } from "./files.ts";

/** What is said of the campaign's flow with a passage written otherwise: `path: message -> fix`, all of it. */
const said = (from: string, to: string): readonly string[] =>
  flowProblems(changed(campaignText, from, to)).map(({ path, message, fix }) => `${path}: ${message} -> ${fix}`);

const due = "first_due: 2020-05-21";
const opens = 'opens: { days_before: 3, time: "09:00" }';

test.each([
  ["zone: Asia/Shanghai", "zone: Asia/Shangai", "calendar.zone: Asia/Shangai is no time zone -> write Asia/Shanghai"],
  [
    "zone: Asia/Shanghai",
    "zone: Mars/X",
    "calendar.zone: Mars/X is no time zone -> write a name such as Asia/Shanghai",
  ],
  [
    "last_due: 2020-06-25",
    "last_due: 2020-06-31",
    "calendar.last_due: there is no day 2020-06-31 -> write a date that the calendar has, such as 2020-05-21",
  ],
  [
    "last_due: 2020-06-25",
    "last_due: 2020-05-14",
    "calendar.last_due: the last round would be due before the first (2020-05-21) -> write a date from 2020-05-21 on",
  ],
  [
    "covers_from: 2020-05-11",
    "covers_from: 2020-05-22",
    "calendar.covers_from: the first round would begin after it is due (2020-05-21) -> write a date up to 2020-05-21",
  ],
  [
    "first_opens: 2020-05-19T09:00",
    "first_opens: 2020-05-21T17:00",
    "calendar.first_opens: the first round would open after it is due -> write a moment before 2020-05-21T17:00",
  ],
  [
    opens,
    'opens: { days_before: 0, time: "17:00" }',
    "calendar.opens: a round would open at 17:00, after it is due at 17:00 -> open earlier, or a day before",
  ],
  [
    "apart: PT1H",
    'apart: PT1H\n  collect_by: { days_before: 0, time: "17:00" }',
    "calendar.collect_by: units would report by 17:00, and the round is frozen at 17:00 -> write a time before 17:00, or leave it out",
  ],
  [
    "off: [2020-06-25, 2020-06-26, 2020-06-27]",
    "off: [2020-06-25, 2020-06-26, 2020-06-31]",
    "calendar.holidays.off[2]: there is no day 2020-06-31 -> write a date that the calendar has, such as 2020-05-21",
  ],
  [
    "worked: [2020-06-28]",
    "worked: [2020-06-28, 2020-06-26]",
    "calendar.holidays.worked[1]: day 2020-06-26 is there already, on line 32 -> write another, or remove one of the two",
  ],
  [
    '{ from: "12:00", to: "14:30" }',
    '{ from: "12:00", to: "12:00" }',
    "calendar.quiet[0]: a quiet span that ends when it begins -> write another end, or remove it",
  ],
  [
    "{ rule: before, by: PT1H }",
    "{ rule: before, by: P1D }",
    "calendar.reminders[2]: reminder before P1D is there already, on line 40 -> write another, or remove one of the two",
  ],
])("of a calendar with “%s” written as “%s” one problem is told, with what to write", (from, to, problem) => {
  const line = (text: string) => text.replace(/on line \d+/, "on line N");
  expect(said(from, to).map(line)).toEqual([line(problem)]);
});

test.each([
  [due, "first_due: 2020-06-25", "the first round may be the last"],
  ["covers_from: 2020-05-11", "covers_from: 2020-05-21", "the first round may begin on the day on which it is due"],
  ["first_opens: 2020-05-19T09:00", "first_opens: 2020-05-21T16:59", "it may open a minute before it is due"],
  [opens, 'opens: { days_before: 0, time: "16:59" }', "every round may"],
  [opens, 'opens: { days_before: 1, time: "18:00" }', "a round may open in the evening of the day before"],
  ["apart: PT1H", 'apart: PT1H\n  collect_by: { days_before: 0, time: "16:59" }', "units may report a minute before"],
  ["apart: PT1H", 'apart: PT1H\n  collect_by: { days_before: 1, time: "18:00" }', "or in the evening before"],
  ["{ rule: before, by: PT1H }", "{ rule: before, by: PT2H }", "the same rule may stand at several times"],
  ["first_opens: 2020-05-19T09:00 ", "", "when the first round opens may be left out"],
  ["last_due: 2020-06-25", "", "when the last round is due may be left out"],
  ["off: [2020-06-25, 2020-06-26, 2020-06-27]", "off: [2020-06-25, 2020-02-29]", "a leap year has its day"],
])("“%s” may be written as “%s”: %s", (from, to) => {
  expect(said(from, to)).toEqual([]);
});

test("a day that only leap years have is none in 2100, and is one in 2000", () => {
  expect(said("off: [2020-06-25, 2020-06-26, 2020-06-27]", "off: [2100-02-29]")).toHaveLength(1);
  expect(said("off: [2020-06-25, 2020-06-26, 2020-06-27]", "off: [2000-02-29]")).toEqual([]);
});

test("a path is written as in the file: keys behind dots, places in brackets", () => {
  expect(pathText([])).toBe("");
  expect(pathText(["blocks", 0, "rows", 2, "id"])).toBe("blocks[0].rows[2].id");
  expect(pathText([3, "id"])).toBe("[3].id");
});
