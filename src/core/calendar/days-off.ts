import type { Temporal } from "temporal-polyfill";
import type { Calendar } from "../flow/schema.ts";
import type { Round } from "../round.ts";
import type { Instant } from "../time.ts";
import { isDayOff } from "./days.ts";
import { afterQuiet } from "./quiet.ts";
import type { Planned } from "./rounds.ts";
import { zoned } from "./zoned.ts";

/** How long before a round opens its coordinators are asked about a due date on a day off. */
const AHEAD: Temporal.DurationLike = { days: 4 };

/** Calendars by what was decided: what is planned of a calendar is remembered by the calendar itself. */
const decided = new WeakMap<Calendar, Map<string, Calendar>>();

/** The calendar with what coordinators decided about rounds on days off; the same object for the same decisions. */
export function withDecisions(calendar: Calendar, rounds: Iterable<Pick<Round, "round" | "shift">>): Calendar {
  const shifts = Object.fromEntries([...rounds].flatMap(({ round, shift }) => (shift ? [[round, shift]] : [])));
  const key = JSON.stringify(shifts);
  if (key === "{}") return calendar;
  const known = decided.get(calendar) ?? new Map<string, Calendar>();
  decided.set(calendar, known);
  const made = known.get(key) ?? { ...calendar, shifts: { ...calendar.shifts, ...shifts } };
  known.set(key, made);
  return made;
}

/**
 * From when the coordinators are asked about a round's due date, outside quiet hours; undefined where it falls on a
 * working day. A daily flow has too many days off to be asked about each.
 */
export function askedAboutDayOff(calendar: Calendar, planned: Planned): Instant | undefined {
  if (calendar.rhythm === "daily" || !isDayOff(calendar, planned.regularDue)) return undefined;
  const ahead = zoned(planned.opens, calendar.zone).subtract(AHEAD).epochMilliseconds;
  return afterQuiet(calendar, ahead);
}
