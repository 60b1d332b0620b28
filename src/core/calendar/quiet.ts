import type { Temporal } from "temporal-polyfill";
import type { Calendar } from "../flow/schema.ts";
import type { Instant } from "../time.ts";
import { isDayOff, workdayFrom } from "./days.ts";
import { onDate, zoned } from "./zoned.ts";

/** When a flow's reminders keep silent. */
export type Quiet = Pick<Calendar, "zone" | "holidays" | "quiet" | "quiet_days_off">;

/**
 * The first instant from the given one on at which a reminder may go out: itself, or the end of the quiet span that it
 * falls in, or the end of the night before the next working day. Undefined where the flow is quiet all day long.
 */
export function afterQuiet(calendar: Quiet, instant: Instant): Instant | undefined {
  let at = zoned(instant, calendar.zone);
  // Spans may touch each other and run on into a day off; more steps than two days have spans means that no gap is left.
  for (let steps = 2 * calendar.quiet.length + 3; steps > 0; steps--) {
    const end = endOfSilence(calendar, at);
    if (!end) return at.epochMilliseconds;
    at = end;
  }
  return undefined;
}

function endOfSilence(calendar: Quiet, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime | undefined {
  const date = at.toPlainDate();
  if (calendar.quiet_days_off && isDayOff(calendar, date.toString()))
    return workdayFrom(calendar, date, "after").toZonedDateTime(calendar.zone);
  const time = at.toPlainTime().toString({ smallestUnit: "minute" });
  for (const { from, to } of calendar.quiet) {
    if (from <= time && time < to) return later(at, onDate(date, to, calendar.zone));
    if (from > to && time >= from) return onDate(date.add({ days: 1 }), to, calendar.zone);
    if (from > to && time < to) return later(at, onDate(date, to, calendar.zone));
  }
  return undefined;
}

/** Where the clocks go back within a span its end is shown twice, and the first may have passed. */
function later(at: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (end.epochMilliseconds > at.epochMilliseconds) return end;
  return end.toPlainDateTime().toZonedDateTime(at.timeZoneId, { disambiguation: "later" });
}
