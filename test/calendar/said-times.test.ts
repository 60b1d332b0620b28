import { expect, test } from "vitest";
import { laterTimes } from "../../src/core/calendar/later.ts";
import { saidDays, saidMoment } from "../../src/core/calendar/said-times.ts";
import { isoWithOffset } from "../../src/core/calendar/words.ts";
import { at, campaign } from "./keeper.ts";

const zone = "Asia/Shanghai";
const now = at("2020-05-20T17:00");

const days: readonly (readonly [string, string | undefined])[] = [
  ["5月21日-25日", "2020-05-21 2020-05-25"],
  ["5月21日—5月25日", "2020-05-21 2020-05-25"],
  ["5.21-5.25", "2020-05-21 2020-05-25"],
  ["5月30日至6月2日", "2020-05-30 2020-06-02"],
  ["21-25日", "2020-05-21 2020-05-25"],
  ["12月30日到1月2日", "2020-12-30 2021-01-02"],
  ["明天", "2020-05-21 2020-05-21"],
  ["3天", "2020-05-20 2020-05-22"],
  ["1月5日", "2021-01-05 2021-01-05"],
  ["2020-05-21", "2020-05-21 2020-05-21"],
  ["5月32日", undefined],
  ["2月30日", undefined],
  ["5月25日-21日", undefined],
  ["下周", undefined],
  ["", undefined],
];

test.each(days)("the days %s are read as people mean them", (text, meant) => {
  const read = saidDays(text, now, zone);
  expect(read && `${read.from} ${read.to}`).toBe(meant);
});

const moments: readonly (readonly [string, string | undefined])[] = [
  ["18:00", "2020-05-20T18:00:00+08:00"],
  ["18点", "2020-05-20T18:00:00+08:00"],
  ["18点半", "2020-05-20T18:30:00+08:00"],
  ["明天 9:30", "2020-05-21T09:30:00+08:00"],
  ["5月22日18:00", "2020-05-22T18:00:00+08:00"],
  ["24:00", "2020-05-21T00:00:00+08:00"],
  ["16:00", undefined],
  ["25:00", undefined],
  ["18:75", undefined],
  ["晚一点", undefined],
];

test.each(moments)("the time %s is read as a time to come, or not at all", (text, meant) => {
  const read = saidMoment(text, now, zone);
  expect(read === undefined ? undefined : isoWithOffset(read, zone)).toBe(meant);
});

test("later is offered only before the deadline and outside quiet hours", () => {
  const round = { due: at("2020-05-21T17:00") };
  const names = (when: string) => laterTimes(campaign(), round, at(when)).map(({ name }) => name);
  expect(names("2020-05-20T17:00")).toEqual(["hour", "evening", "morning"]);
  expect(names("2020-05-20T19:30")).toEqual(["hour", "morning"]);
  expect(names("2020-05-20T20:30")).toEqual(["morning"]);
  expect(names("2020-05-21T11:30")).toEqual([]);
  expect(names("2020-05-21T16:00")).toEqual([]);
  expect(names("2020-05-21T17:30")).toEqual(["hour", "evening", "morning"]);
});
