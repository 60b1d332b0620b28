import { Temporal } from "temporal-polyfill";
import type { Instant } from "../time.ts";

/** An instant as a calendar and a clock on the wall of a zone show it; `weekday` from 1, Monday, to 7, Sunday. */
export type LocalDate = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
};

/** The local date and time of an instant, `zone` being an IANA name. Throws a RangeError on an unknown zone. */
export function localDate(instant: Instant, zone: string): LocalDate {
  const { year, month, day, dayOfWeek, hour, minute } = zoned(instant, zone);
  return { year, month, day, weekday: dayOfWeek, hour, minute };
}

/** `2020-05-19T09:00:00+08:00`; fractions of a second only where there are any. Throws on an unknown zone. */
export function isoWithOffset(instant: Instant, zone: string): string {
  return zoned(instant, zone).toString({ timeZoneName: "never" });
}

/** The instant of an ISO 8601 date and time with `Z` or an offset; undefined for anything else. */
export function parseIso(text: string): Instant | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

function zoned(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
