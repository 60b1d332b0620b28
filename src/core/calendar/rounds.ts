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
  readonly due: Instant;
  /** The date on which it is regularly due, which is its id. */
  readonly regularDue: string;
  /** The date on which it is due where a day off moved it. */
  readonly shifted?: string;
  readonly covers: { readonly from: Instant; readonly to: Instant };
};

/** What has been planned of a calendar, by index; instants of a zone cost more than dates, so only as asked for. */
const known = new WeakMap<Calendar, Planned[]>();

/** Every round that opens at `until` or before, oldest first. */
export function plannedRounds(calendar: Calendar, until: Instant): readonly Planned[] {
  const { held, count } = openedBy(calendar, until);
  return held.slice(0, count).map((_each, index) => plannedAt(calendar, held, index));
}

/** The round by its id; undefined where the calendar has no such round. */
export function plannedRound(calendar: Calendar, id: RoundId): Planned | undefined {
  const number = numberOf(calendar, id);
  return number === undefined ? undefined : byNumber(calendar, number);
}

/** The newest round that has opened at `now`; undefined before the first opens. */
export function roundAt(calendar: Calendar, now: Instant): Planned | undefined {
  return byNumber(calendar, openedBy(calendar, now).count);
}

/** The first round that opens later than `after`; undefined after the last. */
export function nextPlanned(calendar: Calendar, after: Instant): Planned | undefined {
  return byNumber(calendar, openedBy(calendar, after).count + 1);
}

/** The round before a round; undefined for the first. */
export function previousPlanned(calendar: Calendar, planned: Planned): Planned | undefined {
  return byNumber(calendar, planned.number - 1);
}

/** The rounds that are due later than `since`, oldest first, as far as they are taken. */
export function* plannedFrom(calendar: Calendar, since: Instant): Generator<Planned, undefined> {
  const today = zoned(since, calendar.zone).toPlainDate().toString();
  const held = heldDates(calendar, ({ due }) => due > today);
  const first = partition(held.length, (index) => plannedAt(calendar, held, index).due <= since);
  for (let number = first + 1; ; number++) {
    const planned = byNumber(calendar, number);
    if (!planned) return;
    yield planned;
  }
}

function byNumber(calendar: Calendar, number: number): Planned | undefined {
  if (number < 1) return undefined;
  let count = 0;
  const held = heldDates(calendar, () => count++ > 0 || false);
  return number <= held.length ? plannedAt(calendar, held, number - 1) : undefined;
}
