import type { UnitId } from "../core/entry.ts";
import type { Flow } from "../core/flow/flow.ts";
import { dayAndClock, moment } from "../core/interview/when.ts";
import { type Block, type Text, textOf } from "../core/message.ts";
import type { Round } from "../core/round.ts";
import type { House } from "./house.ts";
import type { UnitStanding } from "./standings.ts";

/** Names in one message: a list that nobody reads to its end helps nobody. */
const NAMED = 40;

/** How many units reported, by branch, and who is missing: what a coordinator looks at. */
export function overview(
  house: House,
  flow: Flow,
  round: Round,
  standings: readonly UnitStanding[],
): readonly Block<Text>[] {
  const count = tally(standings);
  const drafts = standings.filter(({ standing }) => standing === "draft");
  const missing = standings.filter(({ standing }) => standing === "missing");
  const say = (key: string, args: Readonly<Record<string, Text | number>>): Block<Text> => ({
    kind: "text",
    text: { key, args },
  });
  return [
    {
      kind: "heading",
      text: { key: "status-overview", args: { number: round.number, now: dayAndClock(house.clock.now(), flow) } },
    },
    say("status-counts", { ...count, of: standings.length }),
    say(round.state === "open" ? "status-due" : "status-was-due", { due: moment(round.due, flow) }),
    ...byBranch(house, standings),
    ...(drafts.length > 0 ? [say("status-drafts", { names: draftNames(drafts) })] : []),
    ...(missing.length > 0 ? [say("status-missing", { names: unitNames(missing.map(({ unit }) => unit.short)) })] : []),
  ];
}

/** Units by how they stand; `reported` counts the late ones too. */
function tally(standings: readonly UnitStanding[]) {
  const count = (of: UnitStanding["standing"]) => standings.filter(({ standing }) => standing === of).length;
  const late = count("late");
  return { reported: count("on-time") + late, late, draft: count("draft"), missing: count("missing") };
}

/** Names side by side, as many as one message bears, and how many there are beyond. */
export function unitNames(names: readonly (string | Readonly<Record<string, string>>)[]): Text {
  const shown: Text = { join: names.slice(0, NAMED).map(textOf), by: { key: "list-comma" } };
  return names.length > NAMED ? { key: "names-and-more", args: { names: shown, count: names.length } } : shown;
}

/** Units that have begun, each with the screens that are still to go. */
export function draftNames(drafts: readonly UnitStanding[]): Text {
  const named = drafts.slice(0, NAMED).map(
    ({ unit, screensToGo }): Text => ({
      key: "status-draft",
      args: { unit: textOf(unit.short), screens: screensToGo },
    }),
  );
  return { join: named, by: { key: "list-comma" } };
}

/** A line for each branch; none where there is but one. */
function byBranch(house: House, standings: readonly UnitStanding[]): readonly Block<Text>[] {
  const branches = new Map<UnitId | undefined, UnitStanding[]>();
  for (const each of standings) branches.set(each.unit.parent, [...(branches.get(each.unit.parent) ?? []), each]);
  if (branches.size < 2) return [];
  const rows = [...branches].map(([id, units]): readonly Text[] => {
    const { reported, late, draft, missing } = tally(units);
    const [done, of] = [String(reported), String(units.length)];
    return [branchName(house, id), `${done}/${of}`, String(late), String(draft), String(missing)];
  });
  const head: readonly Text[] = [
    { key: "status-branch" },
    { key: "status-reported" },
    { key: "status-late" },
    { key: "status-draft-count" },
    { key: "status-missing-count" },
  ];
  return [{ kind: "table", head, rows }];
}

/** Units right under the top of the tree belong to no branch but the top's own level. */
function branchName(house: House, id: UnitId | undefined): Text {
  const branch = id === undefined ? undefined : house.people.unit(id);
  return branch?.parent === undefined ? { key: "status-own-level" } : textOf(branch.short);
}
