import { Temporal } from "temporal-polyfill";
import type { Instant } from "../time.ts";
import { zoned } from "./zoned.ts";

/** Days as people write them, both ends included. */
export type SaidDays = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };

const day = String.raw`(?:(?:(\d{4})[年./-])?(\d{1,2})[月./-])?(\d{1,2})[日号]?`;
const span = new RegExp(String.raw`^${day}(?:\s*(?:-|—|–|~|至|到|to)\s*${day})?$`, "i");
const near: readonly (readonly [RegExp, number])[] = [
  [/^(今天|今日|today)$/i, 0],
  [/^(明天|明日|tomorrow)$/i, 1],
  [/^(后天|the day after tomorrow)$/i, 2],
];

/**
 * Reads `5月21日-25日`, `5.21-5.25`, `5月30日至6月2日`, 今天, 明天, 3天 in a zone; a date without a year is the next such
 * date from a month back on. Undefined for anything else, for dates that no calendar has, and for an end before its beginning.
 */
export function saidDays(text: string, now: Instant, zone: string): SaidDays | undefined {
  const said = text.normalize("NFKC").trim();
  const today = zoned(now, zone).toPlainDate();
  const word = near.find(([pattern]) => pattern.test(said));
  if (word) return { from: today.add({ days: word[1] }), to: today.add({ days: word[1] }) };
  const count = /^(\d{1,2})\s*(?:天|days?)$/i.exec(said)?.[1];
  if (count !== undefined && Number(count) > 0) return { from: today, to: today.add({ days: Number(count) - 1 }) };
  const found = span.exec(said);
  if (!found) return undefined;
  const [, year, month, first, toYear, toMonth, last] = found;
  const from = dateOf(year, month, first, today, today.subtract({ months: 1 }));
  if (!from || last === undefined) return from && { from, to: from };
  const to = dateOf(toYear ?? String(from.year), toMonth ?? String(from.month), last, from, from);
  return to && Temporal.PlainDate.compare(from, to) <= 0 ? { from, to } : undefined;
}

/** Reads `18:00`, `18点`, 今天18:00, 明天 9:30, `5月22日18:00` as an instant later than now; undefined for anything else. */
export function saidMoment(text: string, now: Instant, zone: string): Instant | undefined {
  const said = text.normalize("NFKC").trim();
  const found = /^(.*?)\s*(\d{1,2})(?::(\d{2})|[点时](半)?)$/.exec(said);
  if (!found) return undefined;
  const [, date = "", hour, minute, half] = found;
  const days = date === "" ? { from: zoned(now, zone).toPlainDate() } : saidDays(date, now, zone);
  const time = { hour: Number(hour), minute: half ? 30 : Number(minute ?? 0) };
  if (!days || time.hour > 24 || time.minute > 59 || (time.hour === 24 && time.minute > 0)) return undefined;
  const start = time.hour === 24 ? days.from.add({ days: 1 }) : days.from;
  const at = start.toZonedDateTime({ timeZone: zone, plainTime: { ...time, hour: time.hour % 24 } }).epochMilliseconds;
  return at > now ? at : undefined;
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
