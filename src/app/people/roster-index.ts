import type { PersonId, UnitId } from "../../core/entry.ts";
import type { Address } from "../../core/message.ts";
import type { Group, Member, Role, Roster, Unit } from "../../core/roster.ts";

/** A roster by id and by the addresses that its file gives. */
export type RosterIndex = {
  readonly roster: Roster;
  member(id: PersonId): Member | undefined;
  /** The unit by id; one that has left the roster while a round still counts it stands under its id. */
  unit(id: UnitId): Unit;
  /** Who reports for a unit: liaisons before deputies. */
  reporters(unit: UnitId): readonly Member[];
  /** Who signs off what a unit reports. */
  heads(unit: UnitId): readonly Member[];
  /** Whose account (`accountOf`) it is by the file. */
  holder(account: string): Member | undefined;
  group(account: string): Group | undefined;
};

/** On the simulator everybody is reached under the id that the roster gives them. */
const simulator = "simulator";

/** The roster by what it is asked for: worked out once, since every message asks. */
export function indexOf(roster: Roster): RosterIndex {
  const members = new Map(roster.people.map((member) => [member.id, member]));
  const units = new Map(roster.units.map((unit) => [unit.id, unit]));
  const holders = new Map(roster.people.flatMap((member) => accounts(member).map((key) => [key, member])));
  const groups = new Map(roster.groups.flatMap((group) => accounts(group).map((key) => [key, group])));
  const reporters = byUnit(roster, ["liaison", "deputy"]);
  const heads = byUnit(roster, ["head"]);
  return {
    roster,
    member: (id) => members.get(id),
    unit: (id) => units.get(id) ?? { id, name: id, short: id, reports: false },
    reporters: (id) => reporters.get(id) ?? [],
    heads: (id) => heads.get(id) ?? [],
    holder: (account) => holders.get(account),
    group: (account) => groups.get(account),
  };
}

/** The people of these roles by their unit, in the order of the roles. */
function byUnit(roster: Roster, roles: readonly Role[]): ReadonlyMap<UnitId, readonly Member[]> {
  const members = new Map<UnitId, Member[]>();
  for (const role of roles)
    for (const member of roster.people)
      if (member.role === role) members.set(member.unit, [...(members.get(member.unit) ?? []), member]);
  return members;
}

/** Where the roster itself says that somebody is, on a channel. */
export function givenAddress(who: Member | Group, channel: string): Address | undefined {
  const id = channel === simulator ? who.id : who.addresses[channel];
  return id === undefined ? undefined : { channel, id };
}

function accounts(who: Member | Group): readonly string[] {
  return [`${simulator}/${who.id}`, ...Object.entries(who.addresses).map(([channel, id]) => `${channel}/${id}`)];
}
