import type { Round } from "../round.ts";
import type { Instant } from "../time.ts";
import { freeFrom, postingFrees, remindKey } from "./owed.ts";
import { type Laddered, ladders, type OwedInput, pendingRounds, stageOf } from "./standing.ts";

/**
 * The next instant later than `after` at which anything will become owed if nothing else happens; undefined where
 * nothing will. What is owed at `after` already does not count: do that first, then ask.
 */
export function nextDue(input: OwedInput, after: Instant): Instant | undefined {
  const instants: Instant[] = [];
  for (const { at } of pendingRounds(input))
    if (at > after) {
      instants.push(at);
      break;
    }
  for (const round of input.rounds.values()) instants.push(...closingOf(round));
  for (const laddered of ladders(input, after)) instants.push(...rungsOf(input, laddered, after));
  return instants.reduce<Instant | undefined>(
    (next, at) => (at > after && (next === undefined || at < next) ? at : next),
    undefined,
  );
}

function closingOf({ flow, round, state, due, deliveries }: Round): readonly Instant[] {
  switch (state) {
    case "unopened":
      return [];
    case "open":
      return [due];
    case "frozen":
      return postingFrees(flow, round, deliveries).map((free) => Math.max(due, free));
  }
}

/** The earliest instant of each rung at which it could go to any unit: its own, or the end of a lease. */
function rungsOf(input: OwedInput, { round, steps }: Laddered, after: Instant): readonly Instant[] {
  const stage = stageOf(round, after);
  return steps.flatMap((step, index) => {
    // A rung is owed until the next of its ladder is due, or the round.
    const end = Math.min(steps[index + 1]?.at ?? Number.POSITIVE_INFINITY, stage === "open" ? round.due : Infinity);
    if (step.stage !== stage || end <= after) return [];
    let earliest = Number.POSITIVE_INFINITY;
    for (const unit of round.units) {
      const report = input.reports.get(round.round)?.get(unit);
      if (!input.units.has(unit) || report?.status === "submitted") continue;
      const free = freeFrom(report?.deliveries[remindKey(round.flow, round.round, unit, step)]);
      const at = Math.max(step.at, free ?? Number.POSITIVE_INFINITY);
      if (at > after && at < earliest) earliest = at;
      // Nothing can come before the rung itself.
      if (earliest === step.at) break;
    }
    return earliest < end ? [earliest] : [];
  });
}
