import { Temporal } from "temporal-polyfill";
import type { Round } from "../round.ts";
import { HOUR, type Instant, MINUTE } from "../time.ts";
import { afterQuiet, type Quiet } from "./quiet.ts";
import { saidDays } from "./said-days.ts";
import { saidMoment } from "./said-times.ts";
import { saidWords } from "./said-words.ts";
import { zoned } from "./zoned.ts";

/** A time to be reminded at instead of now. */
export type LaterTime = { readonly name: "hour" | "evening" | "morning"; readonly at: Instant };

/** In the evening after work, and in the morning before it fills up. */
const EVENING = "20:00";
const MORNING = "09:00";

/**
 * When a unit may be reminded instead: in an hour, tonight, tomorrow morning, soonest first; only times before the round
 * is due (where it is not due yet) and outside quiet hours. None where none is left.
 */
export function laterTimes(calendar: Quiet, round: Pick<Round, "due">, now: Instant): readonly LaterTime[] {
  const today = zoned(now, calendar.zone).toPlainDate();
  const on = (date: Temporal.PlainDate, time: string) =>
    date.toZonedDateTime({ timeZone: calendar.zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  const times: readonly LaterTime[] = [
    { name: "hour", at: now + HOUR },
    { name: "evening", at: on(today, EVENING) },
    { name: "morning", at: on(today.add({ days: 1 }), MORNING) },
  ];
  return times.filter(({ name, at }) => (name === "hour" || at > now + HOUR) && mayPutOffTo(calendar, round, now, at));
}

/** Whether a unit may be reminded at an instant instead of now. */
export function mayPutOffTo(calendar: Quiet, round: Pick<Round, "due">, now: Instant, at: Instant): boolean {
  return at > now && (now >= round.due || at < round.due) && afterQuiet(calendar, at) === at;
}

const inAWhile = /^(?:过|in )?\s*(半|[一两]|\d{1,3})\s*个?(小时|钟头|分钟|hours?|minutes?)(?:后|之后|以后)?$/i;
const partOfDay = /^(.*?)\s*(上午|早上|早|下午|晚上|晚)$/;
const partTimes: Readonly<Record<string, string>> = { 下: "15:00", 晚: EVENING };

/**
 * The instant that somebody wants to be reminded at: a time, a while from now, or a day alone, which is its morning, or
 * as soon as quiet hours are over. Undefined where the words name none that is to come.
 */
export function laterSaid(calendar: Quiet, text: string, now: Instant): Instant | undefined {
  const said = saidWords(text) ?? "";
  const [, length, unit = ""] = inAWhile.exec(said) ?? [];
  if (length !== undefined) {
    const count = length === "半" ? 0.5 : length === "一" ? 1 : length === "两" ? 2 : Number(length);
    return now + count * (/分|min/i.test(unit) ? MINUTE : HOUR);
  }
  const moment = saidMoment(said, now, calendar.zone);
  if (moment !== undefined) return moment;
  const [, before, part] = partOfDay.exec(said) ?? [];
  const day = before === undefined ? said : /^[今明]?$/.test(before) ? `${before || "今"}天` : before;
  const days = saidDays(day, now, calendar.zone);
  if (!days?.from.equals(days.to)) return undefined;
  const time = Temporal.PlainTime.from(partTimes[part?.[0] ?? ""] ?? MORNING);
  const at = days.from.toZonedDateTime({ timeZone: calendar.zone, plainTime: time }).epochMilliseconds;
  return at > now ? (afterQuiet(calendar, at) ?? at) : undefined;
}
