import { Temporal } from "temporal-polyfill";
import type { Instant } from "../time.ts";
import { saidWords } from "./said-words.ts";
import { zoned } from "./zoned.ts";

/** Days as people write them, both ends included. */
export type SaidDays = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

// A hyphen stands within a date only where a year does: 21-25日 are five days.
const day = String.raw`(?:(\d{4})[年./-](\d{1,2})[月./-]|(\d{1,2})[月./])?(\d{1,2})[日号]?`;
const oneDay = new RegExp(`^${day}$`);
const between = /\s*(?:-|—|–|~|至|到|(?<![a-z])(?:to|until|till)(?![a-z]))\s*/gi;
const near: readonly (readonly [RegExp, number])[] = [
  [/^(今天|今日|today)$/i, 0],
  [/^(明天|明日|tomorrow)$/i, 1],
  [/^(后天|the day after tomorrow)$/i, 2],
  [/^大后天$/, 3],
];
const together: readonly (readonly [RegExp, number, number])[] = [
  [/^今明(?:两天|天)$/, 0, 1],
  [/^明后(?:两天|天)$/, 1, 2],
];
const weekday =
  /^(?:(这|本|下|this |next )个?)?(?:(?:周|星期|礼拜)([一二三四五六日天])|(mon|tue|wed|thu|fri|sat|sun)[a-z]*)$/i;
const weekdays = ["一mon", "二tue", "三wed", "四thu", "五fri", "六sat", "日天sun"];
const count = /^(\d{1,2}|[一二两三四五六七八九十])\s*(天|个?星期|周|days?|weeks?)$/i;
const counts = "零一二三四五六七八九十";
/** How many days, behind the day from which they are counted: 周三起两天, 明天 3天. */
const counted = /^(?:从|自|from )?\s*(.+?)\s*(?:起|开始|\s)\s*(?:请|共)?(\S+(?: (?:days?|weeks?))?)$/i;
/** The part of a day says nothing about which days. */
const part = /\s*(?:上午|下午|晚上|一?整天|全天|半天|为止|止)$/;

/**
 * Reads `5月21日-25日`, `5.21-5.25`, `5月30日至6月2日`, 今天, 3天, 周三, 到周五, 下周一到周三, 明天起两天 in a zone; a date
 * without a year is the next such date from a month back on, a day of the week the next such day, today included.
 * Undefined for anything else, for dates that no calendar has, and for an end before its beginning.
 */
export function saidDays(text: string, now: Instant, zone: string): SaidDays | undefined {
  const said = (saidWords(text) ?? "").replace(part, "");
  const today = zoned(now, zone).toPlainDate();
  const pair = together.find(([pattern]) => pattern.test(said));
  if (pair) return { from: today.add({ days: pair[1] }), to: today.add({ days: pair[2] }) };
  const first = firstDay(said, today);
  if (first) return { from: first, to: first };
  const long = daysIn(said);
  if (long > 0) return { from: today, to: today.add({ days: long - 1 }) };
  const [, start = "", length = ""] = counted.exec(said) ?? [];
  const from = daysIn(length) > 0 ? firstDay(start, today) : undefined;
  if (from) return { from, to: from.add({ days: daysIn(length) - 1 }) };
  for (const { 0: mark, index } of said.matchAll(between)) {
    const days = spanOf(said.slice(0, index), said.slice(index + mark.length), today);
    if (days) return days;
  }
  return undefined;
}

function spanOf(begin: string, end: string, today: Temporal.PlainDate): SaidDays | undefined {
  const start = begin.replace(/^(?:从|自|from )\s*/i, "");
  // 到周五: from today on.
  const from = start === "" ? today : firstDay(start, today);
  const to = from && lastDay(end, from, today);
  return from && to && Temporal.PlainDate.compare(from, to) <= 0 ? { from, to } : undefined;
}

function firstDay(said: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const found = oneDay.exec(said);
  if (found) {
    const [, year, month, bare, day] = found;
    return dateOf(year, month ?? bare, day, today, today.subtract({ months: 1 }));
  }
  const word = near.find(([pattern]) => pattern.test(said));
  return word ? today.add({ days: word[1] }) : weekdayFrom(said, today, today);
}

/** The other end of a span: an earlier month is one of the next year; an earlier day of the same month is a slip. */
function lastDay(said: string, from: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const found = oneDay.exec(said);
  if (!found) return weekdayFrom(said, from, today) ?? firstDay(said, today);
  const [, year, month, bare, day] = found;
  const inMonth = month ?? bare ?? String(from.month);
  return dateOf(year ?? String(from.year + (Number(inMonth) < from.month ? 1 : 0)), inMonth, day, from, from);
}

/** 周三 is the next one from a day on; 本周三 and 下周三 are those of this calendar week and the next. */
function weekdayFrom(
  said: string,
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const [, which, chinese, english] = weekday.exec(said) ?? [];
  const name = (chinese ?? english)?.toLowerCase();
  if (name === undefined) return undefined;
  const wanted = weekdays.findIndex((each) => each.includes(name)) + 1;
  if (which === undefined) return from.add({ days: (wanted - from.dayOfWeek + 7) % 7 });
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return monday.add({ days: wanted - 1 + (/下|next/i.test(which) ? 7 : 0) });
}

/** How many days a length comes to; 0 where it is none. */
function daysIn(said: string): number {
  const [, digits = "", unit = ""] = count.exec(said) ?? [];
  const number = /\d/.test(digits) ? Number(digits) : Math.max(0, counts.indexOf(digits === "两" ? "二" : digits));
  return digits === "" ? 0 : number * (/天|day/i.test(unit) ? 1 : 7);
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  near: Temporal.PlainDate,
  earliest: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  const of = (y: number) => {
    try {
      return Temporal.PlainDate.from(
        { year: y, month: Number(month ?? near.month), day: Number(day) },
        { overflow: "reject" },
      );
    } catch {
      return undefined;
    }
  };
  if (year !== undefined) return of(Number(year));
  const date = of(near.year);
  return date && Temporal.PlainDate.compare(date, earliest) < 0 ? of(near.year + 1) : date;
}
