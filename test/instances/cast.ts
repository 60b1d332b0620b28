import { castOf } from "../../src/app/rehearsal/cast.ts";
import type { Flow } from "../../src/core/flow/flow.ts";
import type { Roster, Unit } from "../../src/core/roster.ts";
import { exampleRoster } from "../world.ts";
import type { Ground } from "./platforms/ground.ts";

/** A roster of so many reporting units with an account on the platform for each person and a chat for each group. */
export function castOn({ channel, person, group }: Ground, flow: Flow, units: number): Roster {
  const cast = castOf(exampleRoster(), flow, units);
  const at = (address: string) => ({ addresses: { [channel]: address } });
  return {
    ...cast,
    people: cast.people.map((member, index) => ({ ...member, ...at(person(200_001 + index)) })),
    groups: cast.groups.map((each, index) => ({ ...each, ...at(group(1 + index)) })),
  };
}

/** The roster as the text of a roster file. */
export function rosterText({ departments, groups, units, people }: Roster): string {
  const below = byOwner(units, ({ parent }) => parent ?? "");
  const members = byOwner(people, ({ unit }) => unit);
  const ids = new Set(people.map(({ id }) => id));
  const shapeOf = ({ id, name, short, department, reports }: Unit): object => ({
    id,
    name,
    short,
    department,
    ...(department !== undefined && !reports ? { reports } : {}),
    people: (members.get(id) ?? []).map(({ unit: _stands, ...member }) => member),
    units: (below.get(id) ?? []).map(shapeOf),
  });
  const seated = groups.map((group) => ({ ...group, people: group.people.filter((id) => ids.has(id)) }));
  // JSON is YAML.
  return JSON.stringify({ departments, groups: seated, units: (below.get("") ?? []).map(shapeOf) });
}

function byOwner<T>(all: readonly T[], owner: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const each of all) {
    const some = found.get(owner(each));
    if (some) some.push(each);
    else found.set(owner(each), [each]);
  }
  return found;
}
