import { groupKey } from "../../core/entry.ts";
import { type Block, type Phrase, type Text, textOf } from "../../core/message.ts";
import type { Member, Roster, Unit } from "../../core/roster.ts";
import { type RosterChanges, rosterChanges } from "../../core/roster-diff.ts";
import type { FileProblem } from "../check.ts";
import type { House } from "../house.ts";
import { coordinatorsToo, type Telling, tellAll } from "../tell.ts";

/** Names of one kind that are told; the coordinator has the file for the rest. */
const TOLD = 10;

/**
 * Goes on with a newer roster: whoever is gone has no access from here on, rounds that are open keep their units. The
 * coordinators, as the newer roster has them, are told what is different; nobody where nothing is.
 */
export async function adoptRoster(house: House, roster: Roster): Promise<void> {
  const { people } = house;
  const before = people.roster;
  const changes = rosterChanges(before, roster);
  for (const { id } of roster.groups) {
    if (before.groups.some((each) => each.id === id)) continue;
    const known = await house.store.read(groupKey(id));
    if (known) people.learn(known);
    await house.untold.reread(groupKey(id));
  }
  people.adopt(roster);
  const counts = Object.fromEntries(Object.entries(changes).map(([what, list]) => [what, list.length]));
  house.log.info({ code: "roster-adopted", ...counts }, "the roster file was read anew");
  const lines = told(before, roster, changes);
  if (lines.length === 0) return;
  const blocks: readonly Block<Text>[] = [
    { kind: "text", text: { key: "roster-adopted" } },
    { kind: "text", text: { join: lines, by: "\n" } },
  ];
  const coordinators = roster.people.filter(({ role }) => role === "coordinator");
  await tellAll(
    house,
    keyOf(house),
    coordinators.map((to): Telling => ({ to, blocks })),
  );
}

/**
 * Says that the file cannot be used and that the roster stays as it was: for its own problems, or because it is in order
 * and has not what the flows in use name.
 */
export async function refuseRoster(
  house: House,
  problems: readonly FileProblem[],
  lacking: readonly Phrase[],
): Promise<void> {
  const places = problems.map(({ file, line, column }) => `${file}:${line}:${column}`);
  // Where, not what: a message may quote a name or a telephone out of the file.
  house.log.error(
    { code: "roster-refused", places, lacking: lacking.length },
    "the roster stays as it was; `npx baosong check` says what is wrong",
  );
  await tellAll(house, keyOf(house), coordinatorsToo(house, refusal(problems, lacking)));
}

function refusal(problems: readonly FileProblem[], lacking: readonly Phrase[]): Phrase {
  if (lacking.length > 0)
    return { key: "roster-lacks", args: { what: { join: lacking.slice(0, TOLD), by: { key: "list-comma" } } } };
  if (problems.some(({ unread }) => unread)) return { key: "roster-unread" };
  const lines = [...new Set(problems.map((each) => String(each.line)))].slice(0, TOLD);
  return { key: "roster-refused", args: { count: problems.length, lines: { join: lines, by: { key: "list-comma" } } } };
}

function keyOf(house: House): string {
  return `roster/${house.clock.now()}`;
}

function told(before: Roster, after: Roster, changes: RosterChanges): readonly Text[] {
  const units = (list: readonly Unit[]) => list.map(({ short }) => textOf(short));
  const people = (list: readonly Member[], of: Roster) =>
    list.map(({ unit, role }): Text => {
      const where = of.units.find(({ id }) => id === unit);
      const args = { unit: where ? textOf(where.short) : unit, role: { key: `post-${role}` } };
      return { key: "unit-and-post", args };
    });
  return [
    ...line("roster-units-added", units(changes.unitsAdded)),
    ...line("roster-units-gone", units(changes.unitsGone)),
    ...line("roster-units-moved", units(changes.unitsMoved)),
    ...line("roster-people-added", people(changes.peopleAdded, after)),
    ...line("roster-people-gone", people(changes.peopleGone, before)),
    ...line("roster-people-moved", people(changes.peopleMoved, after)),
  ];
}

function line(key: string, names: readonly Text[]): readonly Text[] {
  if (names.length === 0) return [];
  const list: Text = { join: names.slice(0, TOLD), by: { key: "list-comma" } };
  const all: Text = names.length > TOLD ? { key: "names-and-more", args: { names: list, count: names.length } } : list;
  return [{ key, args: { names: all } }];
}
