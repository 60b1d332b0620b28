import { accountOf } from "../../core/directory.ts";
import type { UnitId } from "../../core/entry.ts";
import { type Block, type Choice, type Text, textOf } from "../../core/message.ts";
import { type Member, nameIn, type Unit } from "../../core/roster.ts";
import { within } from "../../core/table/tree.ts";
import type { House } from "../house.ts";
import { printed } from "./contacts.ts";

/** Whether somebody is in: reached, known and blocked, or never came. */
type Presence = "in" | "unreachable" | "missing";

/** Names listed, and buttons offered, before it gets too long for a phone. */
const LISTED = 12;

/** Who is in and who is not, of these people: counts, a line for each branch, the missing by name, buttons to go deeper. */
export function peopleList(house: House, people: readonly Member[], under: Unit | undefined): readonly Block<Text>[] {
  const parts = partsOf(house, people, under?.id);
  const [only, ...others] = parts;
  // Whoever answers for one branch begins there.
  if (!under && only && others.length === 0) return peopleList(house, people, only.unit);
  const name: Text = under ? textOf(under.short) : { key: "people-all" };
  const missing = people.filter((each) => presenceOf(house, each) === "missing");
  const blocks: Block<Text>[] = [
    { kind: "heading", text: { key: "people-heading", args: { name, count: people.length } } },
    { kind: "text", text: { key: "people-counts", args: counts(house, people) } },
  ];
  if (parts.length > 1) blocks.push(partTable(house, parts));
  if (missing.length > 0)
    blocks.push({ kind: "text", text: { key: "people-missing", args: { names: named(house, missing) } } });
  const choices = parts
    .filter(({ members }) => members.some((each) => presenceOf(house, each) !== "in"))
    .slice(0, LISTED)
    .map(({ unit }): Choice<Text> => ({ label: textOf(unit.short), action: `cmd:people:${unit.id}` }));
  if (choices.length > 0 && (parts.length > 1 || parts[0]?.unit.id !== under?.id))
    blocks.push({ kind: "choices", choices });
  return blocks;
}

/** The people of one unit: the name that each gave, the platform that they are on, and buttons to invite or to end. */
export async function unitPeople(
  house: House,
  people: readonly Member[],
  unit: Unit,
  by: Member,
): Promise<readonly Block<Text>[]> {
  const post = ({ role }: Member): Text => ({ key: `post-${role}` });
  const fields = await Promise.all(
    people.map(async (member) => ({ label: post(member), value: await whoAndWhere(house, member, unit) })),
  );
  const choices = people.flatMap((member): readonly Choice<Text>[] => {
    const name = post(member);
    const invite = { label: { key: "people-invite", args: { role: name } }, action: `cmd:invite:${member.id}` };
    const end = { label: { key: "people-end", args: { role: name } }, action: `cmd:people:end ${member.id}` };
    return presenceOf(house, member) === "missing" || member.id === by.id ? [invite] : [invite, end];
  });
  return [
    { kind: "heading", text: textOf(unit.name) },
    { kind: "fields", fields },
    { kind: "choices", choices },
  ];
}

function presenceOf(house: House, member: Member): Presence {
  const channels = [...house.channels.keys()];
  if (house.people.addressOf(member, channels)) return "in";
  return house.people.accountsOf(member, channels).length > 0 ? "unreachable" : "missing";
}

/** The name as it was given, or as the roster has it where that is more than unit and post. */
async function whoAndWhere(house: House, member: Member, unit: Unit): Promise<Text> {
  const { name } = await printed(house.contacts, member, house.clock.now());
  const [said, office] = [nameIn(name, house.language), nameIn(unit.name, house.language)];
  const where = whereIn(house, member);
  return said.startsWith(office) ? where : { join: [said, where], by: " · " };
}

function whereIn(house: House, member: Member): Text {
  const accounts = house.people.accountsOf(member, [...house.channels.keys()]);
  const { unreachable } = house.people.access(member.id);
  if (accounts.length === 0) return { key: "people-is-missing" };
  const each = accounts.map((address): Text => {
    const channel: Text = { key: `channel-${address.channel}` };
    return unreachable.includes(accountOf(address)) ? { key: "people-blocked", args: { channel } } : channel;
  });
  return { join: each, by: { key: "list-comma" } };
}

function counts(house: House, people: readonly Member[]) {
  const of = (presence: Presence) => people.filter((each) => presenceOf(house, each) === presence).length;
  return { here: of("in"), missing: of("missing"), unreachable: of("unreachable") };
}

type Part = { readonly unit: Unit; readonly members: readonly Member[] };

/** The units right below a place in the tree (below its top, unless said), each with everybody in its branch. */
function partsOf(house: House, people: readonly Member[], under: UnitId | undefined): readonly Part[] {
  const { roster } = house.people;
  const top = under ?? roster.units.find((unit) => unit.parent === undefined)?.id;
  const below = roster.units.filter((unit) => unit.parent === top || unit.id === top);
  return below.flatMap((unit) => {
    const members = people.filter((each) => (unit.id === top ? each.unit === top : within(roster, each.unit, unit.id)));
    return members.length > 0 ? [{ unit, members }] : [];
  });
}

function partTable(house: House, parts: readonly Part[]): Block<Text> {
  const rows = parts.map(({ unit, members }): readonly Text[] => {
    const { here, missing, unreachable } = counts(house, members);
    return [textOf(unit.short), String(here), String(missing), String(unreachable)];
  });
  const head = ["people-unit", "people-here", "people-not-here", "people-not-reached"].map((key): Text => ({ key }));
  return { kind: "table", head, rows };
}

function named(house: House, people: readonly Member[]): Text {
  const names = people.slice(0, LISTED).map((member): Text => {
    const unit = textOf(house.people.unit(member.unit).short);
    return { key: "unit-and-post", args: { unit, role: { key: `post-${member.role}` } } };
  });
  const list: Text = { join: names, by: { key: "list-comma" } };
  return people.length > LISTED ? { key: "names-and-more", args: { names: list, count: people.length } } : list;
}
