import { Temporal } from "temporal-polyfill";
import type { RoundId } from "../entry.ts";
import type { Calendar } from "../flow/schema.ts";
import type { Instant } from "../time.ts";
import { type Held, heldDates, numberOf } from "./schedule.ts";
import { instantOn, zoned } from "./zoned.ts";

/** A round as the calendar has it, opened or not. */
export type Planned = {
  readonly id: RoundId;
  /** From 1: 第N期. */
  readonly number: number;
  readonly opens: Instant;
  /** Until when units report: the collect-by time where the flow has one, else when the round closes. */
  readonly due: Instant;
  /** When the round is frozen and posted. */
  readonly closes: Instant;
  /** The date on which it is regularly due, which is its id. */
  readonly regularDue: string;
  /** The date on which it is due where a day off moved it. */
  readonly shifted?: string;
  readonly covers: { readonly from: Instant; readonly to: Instant };
};

/** What has been planned of a calendar, by index; instants of a zone cost more than dates, so only as asked for. */
const known = new WeakMap<Calendar, Map<number, Planned>>();

/** Every round that opens at `until` or before, oldest first. */
export function plannedRounds(calendar: Calendar, until: Instant): readonly Planned[] {
  const { held, count } = openedBy(calendar, until);
  return Array.from({ length: count }, (_none, index) => plannedAt(calendar, held, index));
}

/** The round by its id; undefined where the calendar has no such round. */
export function plannedRound(calendar: Calendar, id: RoundId): Planned | undefined {
  const number = numberOf(calendar, id);
  return number === undefined ? undefined : byNumber(calendar, number);
}

/** The first round that opens later than `after`; undefined after the last. */
export function nextPlanned(calendar: Calendar, after: Instant): Planned | undefined {
  return byNumber(calendar, openedBy(calendar, after).count + 1);
}

/** The last round of a calendar; undefined where it goes on without an end. */
export function lastPlanned(calendar: Calendar): Planned | undefined {
  if (calendar.last_due === undefined) return undefined;
  return byNumber(calendar, heldDates(calendar, () => false).length);
}

/** The rounds that close later than `since`, oldest first, as far as they are taken. */
export function* plannedFrom(calendar: Calendar, since: Instant): Generator<Planned, undefined> {
  const today = zoned(since, calendar.zone).toPlainDate().toString();
  const held = heldDates(calendar, ({ due }) => due > today);
  const first = partition(held.length, (index) => plannedAt(calendar, held, index).closes <= since);
  for (let number = first + 1; ; number++) {
    const planned = byNumber(calendar, number);
    if (!planned) return;
    yield planned;
  }
}

function byNumber(calendar: Calendar, number: number): Planned | undefined {
  const held = heldDates(calendar, (_last, count) => count >= number);
  return number >= 1 && number <= held.length ? plannedAt(calendar, held, number - 1) : undefined;
}

/** How many rounds have opened by an instant: they open in order. */
function openedBy(calendar: Calendar, until: Instant): { readonly held: readonly Held[]; readonly count: number } {
  const date = zoned(until, calendar.zone).toPlainDate();
  const [today, later] = [date.toString(), date.add({ days: calendar.opens.days_before }).toString()];
  const held = heldDates(calendar, ({ regular, due }) => regular > later && due > today);
  return { held, count: partition(held.length, (index) => plannedAt(calendar, held, index).opens <= until) };
}

/** The number of leading indices for which `holds`, where it holds for none after the first for which it does not. */
function partition(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function plannedAt(calendar: Calendar, held: readonly Held[], index: number): Planned {
  const memory = known.get(calendar) ?? new Map<number, Planned>();
  const planned = memory.get(index) ?? plan(calendar, held, index);
  known.set(calendar, memory.set(index, planned));
  return planned;
}

function plan(calendar: Calendar, held: readonly Held[], index: number): Planned {
  const { zone, opens, covers_from } = calendar;
  const { regular, due: dueDate } = dateAt(held, index);
  const { due, closes } = endOf(calendar, dueDate);
  const opening = Temporal.PlainDate.from(regular).subtract({ days: opens.days_before });
  const regularOpening = instantOn(opening, opens.time, zone);
  // Nothing opens before the first round does, and a shift may leave a round less time to report but never less than none.
  const earliest = index === 0 ? firstOpening(calendar, regularOpening) : plannedAt(calendar, held, 0).opens;
  const from = instantOn(Temporal.PlainDate.from(covers_from), "00:00", zone);
  const covered = index === 0 ? from : cutoff(calendar, dateAt(held, index - 1).due);
  return {
    id: regular,
    number: index + 1,
    opens: Math.min(due, index === 0 ? earliest : Math.max(earliest, regularOpening)),
    due,
    closes,
    regularDue: regular,
    ...(dueDate === regular ? {} : { shifted: dueDate }),
    covers: { from: Math.max(from, covered), to: Math.max(from, cutoff(calendar, dueDate)) },
  };
}

function endOf({ collect_by, due_time, zone }: Calendar, dueDate: string): Pick<Planned, "due" | "closes"> {
  const date = Temporal.PlainDate.from(dueDate);
  const closes = instantOn(date, due_time, zone);
  if (!collect_by) return { due: closes, closes };
  const due = instantOn(date.subtract({ days: collect_by.days_before }), collect_by.time, zone);
  return { due: Math.min(due, closes), closes };
}

function firstOpening({ first_opens, zone }: Calendar, regular: Instant): Instant {
  if (first_opens === undefined) return regular;
  return Temporal.PlainDateTime.from(first_opens).toZonedDateTime(zone).epochMilliseconds;
}

function cutoff({ cutoff: { days_before, time }, zone }: Calendar, dueDate: string): Instant {
  return instantOn(Temporal.PlainDate.from(dueDate).subtract({ days: days_before }), time, zone);
}

function dateAt(held: readonly Held[], index: number): Held {
  const found = held[index];
  if (!found) throw new RangeError(`no round at ${index} of ${held.length}`);
  return found;
}
