import { Temporal } from "temporal-polyfill";
import type { Instant } from "../time.ts";
import { zoned } from "./zoned.ts";

/** A moment on the wall of a zone; `weekday` is 1 (Monday) to 7 (Sunday). */
export type LocalDate = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
};

/** The date and time that people in the zone read at an instant. Throws a RangeError on an unknown zone, as all here do. */
export function localDate(instant: Instant, zone: string): LocalDate {
  const { year, month, day, dayOfWeek, hour, minute } = zoned(instant, zone);
  return { year, month, day, weekday: dayOfWeek, hour, minute };
}

/** The date alone, `2020-05-21`. */
export function dateIn(instant: Instant, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString();
}

/** ISO 8601 with the zone's offset: `2020-05-19T09:00:00+08:00`; milliseconds only where there are any. */
export function isoWithOffset(instant: Instant, zone: string): string {
  return zoned(instant, zone).toString({
    timeZoneName: "never",
    fractionalSecondDigits: instant % 1000 === 0 ? 0 : 3,
  });
}

/** The instant of an ISO 8601 time with an offset or Z; undefined for anything else. */
export function parseIso(text: string): Instant | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}
