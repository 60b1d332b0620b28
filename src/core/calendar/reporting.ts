import type { PersonId, UnitId } from "../entry.ts";
import type { Flow } from "../flow/flow.ts";
import type { Roster } from "../roster.ts";

/** The units that a flow asks anything, in the order of the roster, and the liaisons of each. */
export function reportingUnits(flow: Pick<Flow, "asks">, roster: Roster): ReadonlyMap<UnitId, readonly PersonId[]> {
  const units = new Map<UnitId, PersonId[]>();
  for (const { id, department, reports } of roster.units)
    if (reports && department !== undefined && (flow.asks[department]?.length ?? 0) > 0) units.set(id, []);
  for (const { id, unit, role } of roster.people) if (role === "liaison") units.get(unit)?.push(id);
  return units;
}
