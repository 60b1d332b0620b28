import { type Access, accessIn, accountOf, emptyDirectory, shares } from "../../core/directory.ts";
import type { Doc } from "../../core/document.ts";
import { groupKey, type PersonId, type UnitId } from "../../core/entry.ts";
import type { GroupChat } from "../../core/group-chat.ts";
import type { Address } from "../../core/message.ts";
import type { Group, Member, Roster, Unit } from "../../core/roster.ts";
import { within } from "../../core/table/tree.ts";
import type { Store } from "../../store/store.ts";
import { emptyAccounts } from "./accounts.ts";
import { givenAddress, indexOf, type RosterIndex } from "./roster-index.ts";

/** Who is who now: the roster, and the accounts that people joined with. Every look-up is one step in memory. */
export type People = Pick<RosterIndex, "roster" | "member" | "unit" | "reporters" | "heads"> & {
  memberAt(address: Address): Member | undefined;
  groupAt(address: Address): Group | undefined;
  /** Whether an account (`channel/id`) is this chat, also where the platform has given it another id since. */
  isSameChat(account: string, chat: Address): boolean;
  /** Whether `unit` lies in what the member answers for: everything, the city's branch, or the unit itself. */
  oversees(member: Member, unit: UnitId): boolean;
  /** Where a person or group is reached: at the newest binding on a running channel, else where the roster says. */
  addressOf(who: Member | Group, channels: readonly string[]): Address | undefined;
  /** Every account on these channels that somebody speaks from, the newest binding first; within a change by what stands there. */
  accountsOf(member: Member, channels: readonly string[], access?: Access): readonly Address[];
  access(person: PersonId): Access;
  /** Who was invited with the code of this hash. */
  invited(code: string): Member | undefined;
  /** Takes up a document as it stands after a change. */
  learn(doc: Doc): void;
  /** Goes on with another roster. */
  adopt(roster: Roster): void;
};

/** The people of a roster before anybody has joined. */
export function peopleOf(first: Roster): People {
  let index = indexOf(first);
  const accounts = emptyAccounts();
  const chats = new Map<string, GroupChat>();
  const access = (person: PersonId) => accounts.access(person) ?? accessIn(emptyDirectory(""), person);
  const accountsOf: People["accountsOf"] = (member, channels, stand = access(member.id)) => {
    const { bindings, ended } = stand;
    const joined = bindings.map(({ address }) => address).filter((each) => channels.includes(each.channel));
    const given = channels.flatMap((channel) => givenAddress(member, channel) ?? []);
    const own = (each: Address) => (accounts.owner(accountOf(each)) ?? member.id) === member.id;
    const stands = given.filter((each) => !ended.includes(accountOf(each)));
    return [...joined.reverse(), ...stands].filter(own);
  };
  const chatOf = (group: Group, channels: readonly string[]): Address | undefined => {
    const chat = chats.get(group.id);
    if (chat?.state === "removed") return undefined;
    if (chat?.state === "claimed" && channels.includes(chat.chat.channel)) return chat.chat;
    return channels.flatMap((channel) => givenAddress(group, channel) ?? [])[0];
  };
  return {
    get roster() {
      return index.roster;
    },
    member: (id) => index.member(id),
    unit: (id) => index.unit(id),
    reporters: (id) => index.reporters(id),
    heads: (id) => index.heads(id),
    memberAt: (address) => {
      const account = accountOf(address);
      const owner = accounts.owner(account);
      if (owner !== undefined) return index.member(owner);
      const holder = index.holder(account);
      return holder && !access(holder.id).ended.includes(account) ? holder : undefined;
    },
    groupAt: (address) => {
      for (const chat of chats.values())
        if (chat.state === "claimed" && accountOf(chat.chat) === accountOf(address))
          return index.roster.groups.find(({ id }) => id === chat.group);
      const given = index.group(accountOf(address));
      return given && (chats.get(given.id)?.state ?? "unclaimed") === "unclaimed" ? given : undefined;
    },
    isSameChat: (account, chat) => {
      if (account === accountOf(chat)) return true;
      const ids = (each: GroupChat) => (each.state === "claimed" ? [each.chat, ...(each.before ?? [])] : []);
      const of = [...chats.values()].map((each) => ids(each).map(accountOf));
      return of.some((each) => each.includes(account) && each.includes(accountOf(chat)));
    },
    oversees: (member, unit) => oversees(index, member, unit),
    accountsOf,
    addressOf: (who, channels) => {
      if (!("role" in who)) return chatOf(who, channels);
      const { unreachable } = access(who.id);
      return accountsOf(who, channels).find((each) => !unreachable.includes(accountOf(each)));
    },
    access,
    invited: (code) => {
      const person = accounts.invited(code);
      return person === undefined ? undefined : index.member(person);
    },
    learn: (doc) => {
      if (doc.kind === "directory") accounts.learn(doc.doc);
      if (doc.kind === "group") chats.set(doc.doc.group, doc.doc);
    },
    adopt: (roster) => {
      index = indexOf(roster);
    },
  };
}

/** The people of a roster with all that have joined so far, read back from the store. */
export async function readPeople(store: Store, roster: Roster): Promise<People> {
  const people = peopleOf(roster);
  const keys = [...shares, ...roster.groups.map(({ id }) => groupKey(id))];
  for (const doc of await Promise.all(keys.map((key) => store.read(key)))) if (doc) people.learn(doc);
  return people;
}

function oversees({ roster, unit }: RosterIndex, member: Member, id: UnitId): boolean {
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
}

/** A city coordinator sits in one of the city's units and answers for the whole branch. */
function branchOf(unit: Unit): UnitId {
  return unit.department !== undefined && unit.parent !== undefined ? unit.parent : unit.id;
}
