import { Temporal } from "temporal-polyfill";
import type { Instant } from "../time.ts";

/** An instant on the calendar and clock of a zone. Throws a RangeError on an unknown zone. */
export function zoned(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

/**
 * A time of day such as `17:00` on a date of a zone; `24:00` is the start of the next day. A time that the clocks skip
 * is taken as much later as they skip, one that they show twice is taken the first time.
 */
export function onDate(date: Temporal.PlainDate, time: string, zone: string): Temporal.ZonedDateTime {
  return time === "24:00"
    ? date.add({ days: 1 }).toZonedDateTime(zone)
    : date.toZonedDateTime({ timeZone: zone, plainTime: time });
}

/** `onDate` as an instant. */
export function instantOn(date: Temporal.PlainDate, time: string, zone: string): Instant {
  return onDate(date, time, zone).epochMilliseconds;
}
