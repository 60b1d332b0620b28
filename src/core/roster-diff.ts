import type { Member, Roster, Unit } from "./roster.ts";

/** What is different in a newer roster; whoever has another unit or another role has moved. */
export type RosterChanges = {
  readonly unitsAdded: readonly Unit[];
  readonly unitsGone: readonly Unit[];
  readonly unitsMoved: readonly Unit[];
  readonly peopleAdded: readonly Member[];
  readonly peopleGone: readonly Member[];
  readonly peopleMoved: readonly Member[];
};

/** What a newer roster adds, takes out and moves; a changed name or telephone alone is no change. */
export function rosterChanges(before: Roster, after: Roster): RosterChanges {
  const units = compared(before.units, after.units, (a, b) => a.parent !== b.parent || a.department !== b.department);
  const people = compared(before.people, after.people, (a, b) => a.unit !== b.unit || a.role !== b.role);
  return {
    unitsAdded: units.added,
    unitsGone: units.gone,
    unitsMoved: units.moved,
    peopleAdded: people.added,
    peopleGone: people.gone,
    peopleMoved: people.moved,
  };
}

function compared<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  differs: (a: T, b: T) => boolean,
): { readonly added: readonly T[]; readonly gone: readonly T[]; readonly moved: readonly T[] } {
  const was = new Map(before.map((each) => [each.id, each]));
  const is = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !was.has(id)),
    gone: before.filter(({ id }) => !is.has(id)),
    moved: after.filter((each) => {
      const earlier = was.get(each.id);
      return earlier !== undefined && differs(earlier, each);
    }),
  };
}
