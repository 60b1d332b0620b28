import type { UnitId } from "../entry.ts";
import type { Flow } from "../flow/flow.ts";
import type { Roster } from "../roster.ts";
import type { Overseer } from "./standing.ts";

/** The units that a flow asks anything, in the order of the roster. */
export function reportingUnits(flow: Pick<Flow, "asks">, roster: Roster): ReadonlySet<UnitId> {
  return new Set(
    roster.units.flatMap(({ id, department, reports }) =>
      reports && department !== undefined && (flow.asks[department]?.length ?? 0) > 0 ? [id] : [],
    ),
  );
}

/** Who coordinates some of these units: coordinators all of them, a city's coordinator those of the city's branch. */
export function overseersOf(roster: Roster, units: ReadonlySet<UnitId>): readonly Overseer[] {
  const byId = new Map(roster.units.map((unit) => [unit.id, unit]));
  // A city coordinator sits in one of the city's units and answers for the whole branch.
  const branchOf = (id: UnitId): UnitId => {
    const unit = byId.get(id);
    return unit?.department !== undefined && unit.parent !== undefined ? unit.parent : id;
  };
  const below = (branch: UnitId) => (unit: UnitId) => {
    for (let at: UnitId | undefined = unit; at !== undefined; at = byId.get(at)?.parent) if (at === branch) return true;
    return false;
  };
  return roster.people.flatMap(({ id, role, unit }): readonly Overseer[] => {
    switch (role) {
      case "coordinator":
        return [{ person: id, role, units }];
      case "city-coordinator":
        return [{ person: id, role, units: new Set([...units].filter(below(branchOf(unit)))) }];
      default:
        return [];
    }
  });
}
