import { Temporal } from "temporal-polyfill";
import type { Round } from "../round.ts";
import { HOUR, type Instant } from "../time.ts";
import { afterQuiet, type Quiet } from "./quiet.ts";
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
