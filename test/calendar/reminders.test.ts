import { expect, test } from "vitest";
import { dueBy, rules } from "../../src/core/calendar/reminders/index.ts";
import type { Rungs } from "../../src/core/calendar/reminders/rule.ts";
import { type Planned, plannedRound } from "../../src/core/calendar/rounds.ts";
import { isoWithOffset } from "../../src/core/calendar/words.ts";
import { at, campaign } from "./keeper.ts";

type Case<R extends keyof Rungs> = {
  readonly name: string;
  readonly rung: Rungs[R];
  readonly round?: Partial<Planned>;
  readonly zone?: string;
  /** Undefined where no reminder is due. */
  readonly due: string | undefined;
};

/** What every rule does with the first round of the campaign: open from Tuesday 9:00, due on Thursday at 17:00. */
const cases: { readonly [R in keyof Rungs]: readonly Case<R>[] } = {
  opening: [
    { name: "as the round opens", rung: { rule: "opening" }, due: "2020-05-19T09:00:00+08:00" },
    {
      name: "when it opens late",
      rung: { rule: "opening" },
      round: { opens: at("2020-05-20T15:00") },
      due: "2020-05-20T15:00:00+08:00",
    },
  ],
  midway: [
    { name: "half-way to the due time", rung: { rule: "midway" }, due: "2020-05-20T13:00:00+08:00" },
    {
      name: "half of what is left when it opens late",
      rung: { rule: "midway" },
      round: { opens: at("2020-05-21T15:00") },
      due: "2020-05-21T16:00:00+08:00",
    },
    {
      name: "not where there is no time between",
      rung: { rule: "midway" },
      round: { opens: at("2020-05-21T17:00") },
      due: undefined,
    },
  ],
  call_list: [
    { name: "half an hour before", rung: { rule: "call_list", by: "PT30M" }, due: "2020-05-21T16:30:00+08:00" },
    { name: "not before the round opened", rung: { rule: "call_list", by: "P3D" }, due: undefined },
  ],
  before: [
    { name: "an hour before", rung: { rule: "before", by: "PT1H" }, due: "2020-05-21T16:00:00+08:00" },
    { name: "a day before", rung: { rule: "before", by: "P1D" }, due: "2020-05-20T17:00:00+08:00" },
    { name: "a day and a half before", rung: { rule: "before", by: "P1DT12H" }, due: "2020-05-20T05:00:00+08:00" },
    {
      name: "a day before is the same time of day though the clocks went forward",
      rung: { rule: "before", by: "P1D" },
      round: { opens: at("2021-03-25T09:00", "+01:00"), due: at("2021-03-28T17:00", "+02:00") },
      zone: "Europe/Berlin",
      due: "2021-03-27T17:00:00+01:00",
    },
    { name: "not before the round opened", rung: { rule: "before", by: "P3D" }, due: undefined },
    {
      name: "not at the very opening, which says as much",
      rung: { rule: "before", by: "PT1H" },
      round: { opens: at("2020-05-21T16:00") },
      due: undefined,
    },
  ],
  overdue: [
    { name: "half an hour after", rung: { rule: "overdue", after: "PT30M" }, due: "2020-05-21T17:30:00+08:00" },
    { name: "the next day", rung: { rule: "overdue", after: "P1D" }, due: "2020-05-22T17:00:00+08:00" },
  ],
};

test("every rule has its cases", () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(rules).sort());
  for (const each of Object.values(cases)) expect(each.length).toBeGreaterThan(1);
});

const isRule = (name: string): name is keyof Rungs => name in rules;
for (const rule of Object.keys(rules).filter(isRule)) check(rule);

function check<R extends keyof Rungs>(rule: R): void {
  for (const { name, rung, round, zone = "Asia/Shanghai", due } of cases[rule])
    test(`${rule}: ${name}`, () => {
      const planned = plannedRound(campaign(), "2020-05-21");
      if (!planned) throw new Error("the campaign has a first round");
      const instant = dueBy(rule, rung, { ...planned, ...round }, zone);
      expect(instant === undefined ? undefined : isoWithOffset(instant, zone)).toBe(due);
    });
}
