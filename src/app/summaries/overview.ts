import type { UnitId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { dayAndClock, moment } from "../../core/interview/when.ts";
import { type Block, type Choice, type Text, textOf, worded } from "../../core/message.ts";
import type { Unit } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import { counts, type Line } from "../../core/table/ledger.ts";
import type { Standing } from "../../core/table/table.ts";
import { treeOf } from "../../core/table/tree.ts";
import { readReport } from "../documents.ts";
import type { House } from "../house.ts";
import { inReturn } from "../in-return.ts";
import { commandChoice } from "../inquiries/asking.ts";
import { toGo, type UnitStanding } from "./standings.ts";

/** Names in one message: a list that nobody reads to its end helps nobody. */
const NAMED = 40;
/** Names of one kind in an overview, and branches that can be opened from it. */
const LISTED = 12;

/** How the units of a branch stand in a round; the whole for no branch. */
export type Stood = {
  readonly flow: Flow;
  readonly round: Round;
  readonly node?: UnitId;
  readonly department?: string;
  readonly lines: readonly Line[];
};

/** How many units reported, by branch, who is on it and who has not begun; without `names` by branch alone. */
export async function overview(house: House, stood: Stood, names = true): Promise<readonly Block<Text>[]> {
  const { flow, round, node, department, lines } = stood;
  const count = tally(lines);
  const { departments } = house.people.roster;
  const whose: readonly Text[] = [
    ...(node === undefined ? [] : [textOf(house.people.unit(node).short)]),
    ...(department === undefined ? [] : [textOf(departments[department] ?? department)]),
  ];
  const title: Text = { key: "status-title", args: { number: round.number } };
  const heading: Text = { join: [title, ...whose, dayAndClock(house.clock.now(), flow)], by: " · " };
  const open = round.state === "open";
  return [
    { kind: "heading", text: inReturn(house, flow, heading) },
    worded("status-counts", { ...count, of: lines.length }),
    worded(open ? "status-due" : "status-was-due", { due: moment(round.due, flow) }),
    ...(names ? await drafts(house, stood) : []),
    ...(names && count.missing > 0
      ? [worded(open ? "status-missing" : "status-owing", { names: named(house, lines, "missing") })]
      : []),
    ...(names && count.late > 0 ? [worded("status-late-names", { names: named(house, lines, "late") })] : []),
    ...(names ? waitingNames(house, lines) : []),
    ...byBranch(house, stood),
  ];
}

/** Buttons to open the branches that are not whole yet; `when` are the words that name the round, empty for the newest. */
export function branchChoices(
  house: House,
  { node, lines }: Stood,
  command: string,
  when = "",
): readonly Choice<Text>[] {
  return branchesOf(house, node, lines)
    .filter(({ branch, lines: own }) => branch && own.some(({ standing }) => owing(standing)))
    .slice(0, LISTED)
    .flatMap(({ branch, lines: own }) => {
      const { reported } = tally(own);
      const args = { branch: branch ? textOf(branch.short) : "", reported, of: own.length };
      return branch ? commandChoice({ key: "status-open-branch", args }, command, `${when} u.${branch.id}`.trim()) : [];
    });
}

/** Whether a unit still owes its report. */
export function owing(standing: Standing): boolean {
  return standing === "missing" || standing === "draft";
}

/** Units by how they stand; `reported` counts the late ones too. */
export function tally(lines: readonly Pick<Line, "standing">[]) {
  const count: Record<Standing, number> = { "on-time": 0, late: 0, draft: 0, missing: 0 };
  for (const { standing } of lines) count[standing] += 1;
  return { reported: count["on-time"] + count.late, late: count.late, draft: count.draft, missing: count.missing };
}

function named(house: House, lines: readonly Line[], which: Standing): Text {
  const units = lines.filter(({ standing }) => standing === which).map(({ unit }) => house.people.unit(unit).short);
  return unitNames(units, LISTED);
}

/** Units that have sent it and are to say why: of figures in doubt, of changes that do not count without it. */
function waitingNames(house: House, lines: readonly Line[]): readonly Block<Text>[] {
  const names = (wanted: (line: Line) => boolean) =>
    unitNames(
      lines.filter(wanted).map(({ unit }) => house.people.unit(unit).short),
      LISTED,
    );
  const doubted = (line: Line) => counts(line) && line.unexplained > 0;
  const changed = (line: Line) => (line.waiting ?? 0) > 0;
  return [
    ...(lines.some(doubted) ? [worded("status-unexplained", { names: names(doubted) })] : []),
    ...(lines.some(changed) ? [worded("status-waiting", { names: names(changed) })] : []),
  ];
}

async function drafts(house: House, { flow, round, lines }: Stood): Promise<readonly Block<Text>[]> {
  const begun = lines.filter(({ standing }) => standing === "draft");
  if (begun.length === 0) return [];
  const standings = await Promise.all(
    begun.slice(0, LISTED).map(async ({ unit: id }): Promise<UnitStanding> => {
      const unit = house.people.unit(id);
      const report = await readReport(house.store, flow.id, round.round, id);
      return { unit, report, standing: "draft", screensToGo: toGo(flow, unit, report) };
    }),
  );
  const names = draftNames(standings);
  const all: Text = begun.length > LISTED ? { key: "names-and-more", args: { names, count: begun.length } } : names;
  return [worded("status-drafts", { names: all })];
}

/** Names side by side, as many as one message bears, and how many there are beyond. */
export function unitNames(names: readonly (string | Readonly<Record<string, string>>)[], most = NAMED): Text {
  const shown: Text = { join: names.slice(0, most).map(textOf), by: { key: "list-comma" } };
  return names.length > most ? { key: "names-and-more", args: { names: shown, count: names.length } } : shown;
}

/** Units that have begun, each with the screens that are still to go. */
export function draftNames(begun: readonly UnitStanding[]): Text {
  const names = begun.slice(0, NAMED).map(
    ({ unit, screensToGo }): Text => ({
      key: "status-draft",
      args: { unit: textOf(unit.short), screens: screensToGo },
    }),
  );
  return { join: names, by: { key: "list-comma" } };
}

type Branch = { readonly branch: Unit | undefined; readonly lines: readonly Line[] };

/** The branches right below a node, with everything that lies in each; its own level has none. */
export function branchesOf(house: House, node: UnitId | undefined, lines: readonly Line[]): readonly Branch[] {
  const tree = treeOf(house.people.roster);
  const branches = new Map<UnitId | undefined, { branch: Unit | undefined; lines: Line[] }>();
  for (const line of lines) {
    const child = tree.branchTo(node ?? tree.top, line.unit);
    const branch = child === undefined || child === line.unit ? undefined : tree.unit(child);
    const known = branches.get(branch?.id);
    if (known) known.lines.push(line);
    else branches.set(branch?.id, { branch, lines: [line] });
  }
  return [...branches.values()];
}

/** A line for each branch; none where there is but one. */
function byBranch(house: House, { node, lines }: Stood): readonly Block<Text>[] {
  const branches = branchesOf(house, node, lines);
  if (branches.length < 2) return [];
  const rows = branches.map(({ branch, lines: own }): readonly Text[] => {
    const { reported, late, draft, missing } = tally(own);
    const name: Text = branch ? textOf(branch.short) : { key: "status-own-level" };
    return [name, `${reported}/${own.length}`, String(late), String(draft), String(missing)];
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
