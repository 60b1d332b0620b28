import type { Instant } from "../time.ts";
import { daysOffAsked } from "./ask-day-off.ts";
import { closing } from "./closing.ts";
import { finals } from "./finals.ts";
import { listsOf } from "./lists.ts";
import { ladders, type OwedInput, pendingRounds } from "./standing.ts";
import { turnsOf } from "./turns.ts";

/**
 * The next instant later than `after` at which anything will become owed if nothing else happens; undefined where
 * nothing will. What is owed at `after` already does not count: do that first, then ask.
 */
export function nextDue(input: OwedInput, after: Instant): Instant | undefined {
  let next = Number.POSITIVE_INFINITY;
  const may = (at: Instant): void => {
    if (at > after && at < next) next = at;
  };
  for (const { at } of pendingRounds(input))
    if (at > after) {
      may(at);
      break;
    }
  for (const { from } of daysOffAsked(input, after)) may(from);
  for (const round of input.rounds.values()) {
    const { gather } = input.earlier?.get(round.flowHash) ?? input.flow.calendar;
    for (const { from } of closing(round, gather, input.posts)) may(from);
  }
  for (const { from } of finals(input)) may(from);
  for (const laddered of ladders(input, after)) {
    for (const { from } of listsOf(input, laddered)) may(from);
    const reports = input.reports.get(laddered.round.round);
    for (const unit of laddered.round.units) {
      if (!input.units.has(unit)) continue;
      for (const { from } of turnsOf(laddered, unit, reports?.get(unit))) may(from);
    }
  }
  return next === Number.POSITIVE_INFINITY ? undefined : next;
}
