import { freeFrom } from "../delivery.ts";
import type { PersonId, UnitId } from "../entry.ts";
import type { Instant } from "../time.ts";
import { listKey, type RungName } from "./keys.ts";
import { isSettled, type Laddered, type Overseer, type OwedInput, windowOf } from "./standing.ts";

/** A list of whom to call that one coordinator may still get, under a key of its own. */
export type ListTurn = {
  readonly key: string;
  readonly person: PersonId;
  readonly rung: RungName;
  readonly urgent: boolean;
  readonly at: Instant;
  readonly from: Instant;
  readonly until: Instant;
  readonly older: readonly string[];
};

/** The lists that coordinators may still get in a round; none for whom no unit owes anything. */
export function listsOf(input: OwedInput, laddered: Laddered): readonly ListTurn[] {
  return input.overseers.flatMap((overseer) => {
    const turns = turnsFor(laddered, overseer);
    return turns.length > 0 && somebodyOwes(input, laddered, overseer.units) ? turns : [];
  });
}

function turnsFor({ round, steps }: Laddered, { person, role }: Overseer): readonly ListTurn[] {
  const rungs = steps
    .filter(({ to }) => to.includes(role))
    .map((step) => {
      const rung: RungName = `${step.rung}-${step.rule}`;
      return { ...step, rung, key: listKey(round.flow, round.round, rung, person) };
    });
  return rungs.flatMap(({ key, rung, stage, at, urgent }, index): readonly ListTurn[] => {
    const window = windowOf(round, stage);
    const until = Math.min(rungs[index + 1]?.at ?? Number.POSITIVE_INFINITY, window.to);
    const from = Math.max(at, freeFrom(round.deliveries[key]) ?? Number.POSITIVE_INFINITY, window.from);
    const older = rungs.slice(0, index).map((each) => each.key);
    return from < until ? [{ key, person, rung, urgent, at, from, until, older }] : [];
  });
}

function somebodyOwes({ units, reports }: OwedInput, { round }: Laddered, theirs: ReadonlySet<UnitId>): boolean {
  const known = reports.get(round.round);
  return round.units.some((unit) => units.has(unit) && theirs.has(unit) && !isSettled(known?.get(unit)));
}
