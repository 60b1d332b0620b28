import { Temporal } from "temporal-polyfill";
import type { RoundId } from "../entry.ts";
import type { Calendar } from "../flow/schema.ts";
import { workdayFrom } from "./days.ts";

/** A round by its dates: the one on which it is regularly due, its id, and the one on which it is. */
export type Held = { readonly regular: RoundId; readonly due: string };

/** A calendar without a last date is planned this far, so that a question about the year 9999 costs no minute. */
const HORIZON = { years: 50 };

/** The rounds of a calendar in order, as far as anybody has asked yet. */
type Dates = { readonly held: Held[]; readonly numbers: Map<RoundId, number>; candidate: number; whole: boolean };

/** Dates follow from the calendar alone, so they are reckoned once for each; a daily flow has thousands. */
const known = new WeakMap<Calendar, Dates>();

/**
 * The rounds of a calendar up to the first for which `enough` holds, that one included, or all. Where a shift puts two
 * rounds on one date they are one: shifted before, the first is held and the round after takes up what the other would
 * have covered; shifted after, the last is held and covers both. So a daily flow has rounds on working days alone.
 */
export function heldDates(calendar: Calendar, enough: (held: Held, number: number) => boolean): readonly Held[] {
  const dates = datesOf(calendar);
  let last = dates.held.at(-1);
  while (!dates.whole && !(last && enough(last, dates.held.length))) {
    last = nextHeld(calendar, dates);
    if (!last) dates.whole = true;
    else dates.numbers.set(last.regular, dates.held.push(last));
  }
  return dates.held;
}

/** The number of a round, from 1; undefined where the calendar has no such round. */
export function numberOf(calendar: Calendar, id: RoundId): number | undefined {
  heldDates(calendar, (held) => held.regular >= id);
  return datesOf(calendar).numbers.get(id);
}

function datesOf(calendar: Calendar): Dates {
  const before = known.get(calendar);
  if (before) return before;
  const dates: Dates = { held: [], numbers: new Map(), candidate: 0, whole: false };
  known.set(calendar, dates);
  return dates;
}

function nextHeld(calendar: Calendar, dates: Dates): Held | undefined {
  const taken = dates.held.at(-1)?.due;
  let held = candidateAt(calendar, dates.candidate);
  while (held && held.due === taken) held = candidateAt(calendar, ++dates.candidate);
  let next = held && candidateAt(calendar, ++dates.candidate);
  while (calendar.day_off === "after" && held && next?.due === held.due) {
    held = next;
    next = candidateAt(calendar, ++dates.candidate);
  }
  return held;
}

function candidateAt(calendar: Calendar, index: number): Held | undefined {
  const first = Temporal.PlainDate.from(calendar.first_due);
  const regular = regularAt(first, calendar.rhythm, index);
  const last = calendar.last_due ?? first.add(HORIZON).toString();
  if (!regular || regular.toString() > last) return undefined;
  const shift = calendar.shifts[regular.toString()] ?? calendar.day_off;
  const due = shift === "kept" ? regular : workdayFrom(calendar, regular, shift);
  return { regular: regular.toString(), due: due.toString() };
}

/** Months are counted from the first date, so that one due on the 31st is due on the last day of a shorter month. */
function regularAt(
  first: Temporal.PlainDate,
  rhythm: Calendar["rhythm"],
  index: number,
): Temporal.PlainDate | undefined {
  switch (rhythm) {
    case "daily":
      return first.add({ days: index });
    case "weekly":
      return first.add({ weeks: index });
    case "fortnightly":
      return first.add({ weeks: 2 * index });
    case "monthly":
      return first.add({ months: index });
    case "once":
      return index === 0 ? first : undefined;
  }
}
