import type { PersonId, UnitId } from "../core/entry.ts";
import type { Address } from "../core/message.ts";
import { type Group, type Member, type Roster, type Unit, within } from "../core/roster.ts";

/** The roster as the app asks it: who writes, who reports for a unit, where somebody is reached. */
export type People = {
  readonly roster: Roster;
  member(id: PersonId): Member | undefined;
  memberAt(address: Address): Member | undefined;
  groupAt(address: Address): Group | undefined;
  /** The unit by id; one that has left the roster while a round still counts it stands under its id. */
  unit(id: UnitId): Unit;
  /** Who reports for a unit: liaisons before deputies. */
  reporters(unit: UnitId): readonly Member[];
  /** Who signs off what a unit reports. */
  heads(unit: UnitId): readonly Member[];
  /** Whether `unit` lies in what the member answers for: everything, the city's branch, or the unit itself. */
  oversees(member: Member, unit: UnitId): boolean;
  /** Where a person or group is reached: on the first of these channels that it has an address on. */
  addressOf(who: Member | Group, channels: readonly string[]): Address | undefined;
};

/** On the simulator everybody is reached under the id that the roster gives them. */
const simulator = "simulator";

/** Indexes a roster. */
export function peopleOf(roster: Roster): People {
  const members = new Map(roster.people.map((member) => [member.id, member]));
  const units = new Map(roster.units.map((unit) => [unit.id, unit]));
  const memberAt = new Map(roster.people.flatMap((member) => addresses(member).map((key) => [key, member])));
  const groupAt = new Map(roster.groups.flatMap((group) => addresses(group).map((key) => [key, group])));
  const reporters = new Map<UnitId, Member[]>();
  for (const role of ["liaison", "deputy"] as const)
    for (const member of roster.people)
      if (member.role === role) reporters.set(member.unit, [...(reporters.get(member.unit) ?? []), member]);
  const heads = new Map<UnitId, Member[]>();
  for (const member of roster.people)
    if (member.role === "head") heads.set(member.unit, [...(heads.get(member.unit) ?? []), member]);
  const unit = (id: UnitId): Unit => units.get(id) ?? { id, name: id, short: id, reports: false };
  return {
    roster,
    unit,
    member: (id) => members.get(id),
    memberAt: ({ channel, id }) => memberAt.get(`${channel}/${id}`),
    groupAt: ({ channel, id }) => groupAt.get(`${channel}/${id}`),
    reporters: (id) => reporters.get(id) ?? [],
    heads: (id) => heads.get(id) ?? [],
    oversees: (member, id) => {
      switch (member.role) {
        case "coordinator":
        case "leader":
          return true;
        case "city-coordinator":
          return within(roster, id, branchOf(unit(member.unit)));
        case "liaison":
        case "deputy":
        case "head":
          return member.unit === id;
      }
    },
    addressOf: (who, channels) => {
      for (const channel of channels) {
        const id = channel === simulator ? who.id : who.addresses[channel];
        if (id !== undefined) return { channel, id };
      }
      return undefined;
    },
  };
}

/** A city coordinator sits in one of the city's units and answers for the whole branch. */
function branchOf(unit: Unit): UnitId {
  return unit.department !== undefined && unit.parent !== undefined ? unit.parent : unit.id;
}

function addresses(who: Member | Group): readonly string[] {
  return [`${simulator}/${who.id}`, ...Object.entries(who.addresses).map(([channel, id]) => `${channel}/${id}`)];
}
