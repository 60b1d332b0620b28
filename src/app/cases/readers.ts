import type { Recipient } from "../../core/case.ts";
import type { CaseOwed } from "../../core/cases/owed.ts";
import { type Address, type Text, textOf } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { House } from "../house.ts";
import { reachable } from "../people/reporter.ts";

/** Where a message about a case goes: to a person, or to a group. */
export type Reader = {
  readonly to: Address;
  /** A message to somebody else is another message to the platform, though it is one delivery to us. */
  readonly key: string;
  readonly member?: Member;
  /** Who could not be reached, where somebody is to pass it on to them. */
  readonly instead?: Text;
};

/**
 * Who reads what is owed about a case, the first of them first; the others where the platform takes it for nobody before
 * them. The deputy stands in for the liaison, the next leader for the one whose turn it is, leaders in private for their
 * group, and a coordinator, who is to pass it on, for anybody.
 */
export function readersOf(house: House, owed: CaseOwed): readonly Reader[] {
  const { to, key } = owed;
  const name = nameOf(house, to);
  const own = "group" in to ? groupAs(house, to.group, key) : [];
  const whom = "group" in to ? withRole(house, "leader") : [...membersOf(house, [to]), ...besides(house, to)];
  const turns = owed.kind === "nag" ? membersOf(house, owed.next) : [];
  const first = "person" in to ? to.person : undefined;
  const each = (members: readonly Member[], instead?: Text) =>
    reachable(house, members).map(({ member, to: address }): Reader => {
      const own = member.id === first;
      return {
        to: address,
        member,
        key: own ? key : `${key}/${member.id}`,
        ...(own || instead === undefined ? {} : { instead }),
      };
    });
  // Every coordinator is told by themselves already.
  const passing = whom[0]?.role === "coordinator" ? [] : withRole(house, "coordinator");
  const all = [...own, ...each([...whom, ...turns]), ...each(passing, name)];
  return all.filter(({ key: mine }, index) => all.findIndex((other) => other.key === mine) === index);
}

function groupAs({ people, channels }: House, id: string, key: string): readonly Reader[] {
  const group = people.roster.groups.find((each) => each.id === id);
  const to = group && people.addressOf(group, [...channels.keys()]);
  return to ? [{ to, key }] : [];
}

/** Who else reports for the unit of somebody who cannot be reached. */
function besides({ people }: House, to: Recipient): readonly Member[] {
  const member = "person" in to ? people.member(to.person) : undefined;
  if (member?.role !== "liaison" && member?.role !== "deputy") return [];
  return people.reporters(member.unit).filter(({ id }) => id !== member.id);
}

function membersOf({ people }: House, recipients: readonly Recipient[]): readonly Member[] {
  return recipients.flatMap((each) => ("person" in each ? (people.member(each.person) ?? []) : []));
}

function withRole({ people }: House, role: Member["role"]): readonly Member[] {
  return people.roster.people.filter((each) => each.role === role);
}

function nameOf({ people }: House, to: Recipient): Text {
  if ("person" in to) return textOf(people.member(to.person)?.name ?? to.person);
  return textOf(people.roster.groups.find(({ id }) => id === to.group)?.name ?? to.group);
}
