import type { Flow } from "../../core/flow/flow.ts";
import type { Member, Roster, Unit } from "../../core/roster.ts";

/**
 * A roster of so many reporting units: those of the given roster, repeated under other names where there are too few.
 * Everybody else (coordinators, leaders, the leadership group) stays.
 */
export function castOf(roster: Roster, flow: Flow, size: number): Roster {
  const reporting = roster.units.filter((unit) => unit.reports && flow.asks[unit.department ?? ""]);
  const chosen = Array.from({ length: size }, (_, index) => {
    const unit = reporting[index % reporting.length];
    return { unit, turn: Math.floor(index / reporting.length) };
  });
  const units: Unit[] = roster.units.filter((unit) => !reporting.includes(unit) || unit.id === flow.lead);
  const people: Member[] = roster.people.filter((member) => member.role !== "liaison" && member.role !== "deputy");
  for (const { unit, turn } of chosen) {
    if (!unit) continue;
    const id = turn === 0 ? unit.id : `${unit.id}-${turn + 1}`;
    if (!units.some((each) => each.id === id)) units.push({ ...unit, id });
    people.push({ id: `${id}-liaison`, name: id, role: "liaison", unit: id, addresses: {} });
  }
  const kept = new Set(units.map((unit) => unit.id));
  return {
    ...roster,
    units: units.map((unit) => orphaned(unit, kept)),
    people: people.filter((member) => kept.has(member.unit)),
  };
}

/** A branch whose own line was not kept must not be named as a parent. */
function orphaned(unit: Unit, kept: ReadonlySet<string>): Unit {
  if (unit.parent === undefined || kept.has(unit.parent)) return unit;
  const { parent: _gone, ...rest } = unit;
  return rest;
}
