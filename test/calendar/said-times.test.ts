import { expect, test } from "vitest";
import { laterSaid, laterTimes } from "../../src/core/calendar/later.ts";
import { saidDays } from "../../src/core/calendar/said-days.ts";
import { saidMoment, speaksOfTime } from "../../src/core/calendar/said-times.ts";
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
  ["两天", "2020-05-20 2020-05-21"],
  ["一周", "2020-05-20 2020-05-26"],
  ["周五", "2020-05-22 2020-05-22"],
  ["周三", "2020-05-20 2020-05-20"],
  ["星期二", "2020-05-26 2020-05-26"],
  ["下周一", "2020-05-25 2020-05-25"],
  ["本周一", "2020-05-18 2020-05-18"],
  ["周日", "2020-05-24 2020-05-24"],
  ["到周五", "2020-05-20 2020-05-22"],
  ["至5月25日", "2020-05-20 2020-05-25"],
  ["到25日为止", "2020-05-20 2020-05-25"],
  ["周四到周一", "2020-05-21 2020-05-25"],
  ["从明天到下周二", "2020-05-21 2020-05-26"],
  ["下周一至周三", "2020-05-25 2020-05-27"],
  ["周五下午", "2020-05-22 2020-05-22"],
  ["明后两天", "2020-05-21 2020-05-22"],
  ["周五起3天", "2020-05-22 2020-05-24"],
  ["明天 两天", "2020-05-21 2020-05-22"],
  ["5月21日起请一周", "2020-05-21 2020-05-27"],
  ["friday", "2020-05-22 2020-05-22"],
  ["until friday", "2020-05-20 2020-05-22"],
  ["from thu to mon", "2020-05-21 2020-05-25"],
  ["3 days", "2020-05-20 2020-05-22"],
  ["5月32日", undefined],
  ["0天", undefined],
  ["周五到周四起", undefined],
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
  ["周五 9:30", "2020-05-22T09:30:00+08:00"],
  ["明天下午3点", "2020-05-21T15:00:00+08:00"],
  ["明早九点半", "2020-05-21T09:30:00+08:00"],
  ["今晚8点", "2020-05-20T20:00:00+08:00"],
  ["6pm", "2020-05-20T18:00:00+08:00"],
  ["周五十一点二十", undefined],
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

test.each([
  ["周五", "2020-05-22T09:00:00+08:00"],
  ["明天", "2020-05-21T09:00:00+08:00"],
  ["今晚", "2020-05-20T20:00:00+08:00"],
  ["明天下午", "2020-05-21T15:00:00+08:00"],
  ["1小时后", "2020-05-20T18:00:00+08:00"],
  ["半小时后", "2020-05-20T17:30:00+08:00"],
  ["20分钟后", "2020-05-20T17:20:00+08:00"],
  ["周五 10:30", "2020-05-22T10:30:00+08:00"],
  // A day off keeps quiet: its reminder waits for the working day after it.
  ["周六", "2020-05-25T08:00:00+08:00"],
  ["周五到周六", undefined],
  ["过几天", undefined],
])("to be reminded %s is to be reminded at that time, or it is asked again", (text, meant) => {
  const read = laterSaid(campaign(), text, now);
  expect(read === undefined ? undefined : isoWithOffset(read, zone)).toBe(meant);
});

test.each(["周三", "3天", "到周五", "5月21日-25日", "1小时后", "下午三点"])("%s speaks of time alone", (text) => {
  expect(speaksOfTime(text)).toBe(true);
});

test.each(["", "2人", "：2人", "3", "周三的会议", "企业3天内整改", "一二三四五六七八九十".repeat(5)])(
  "%j is more than a time, or none",
  (text) => {
    expect(speaksOfTime(text)).toBe(false);
  },
);

test.each(["x", "1", "从", "今天"])("a run of one character behind %s is read in one go, as no time", (head) => {
  for (const run of [" ", "\n", "\u3000", "1", "天", "从", "-"])
    for (const tail of ["y", "\ny z"]) {
      const text = `${head}${run.repeat(9_000)}${tail}`;
      expect(saidMoment(text, now, zone)).toBeUndefined();
      expect(saidDays(text, now, zone)).toBeUndefined();
      expect(laterSaid(campaign(), text, now)).toBeUndefined();
    }
});

test("spaces, however many, stand for one", () => {
  expect(String(saidDays(`周五 ${" ".repeat(9_000)} 3天`, now, zone)?.to)).toBe("2020-05-24");
});
