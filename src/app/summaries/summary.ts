import { askedOf, blockOf, type FlowBlock } from "../../core/flow/flow.ts";
import { dayAndClock, momentEnding } from "../../core/interview/when.ts";
import { type Block, type Text, textOf, worded } from "../../core/message.ts";
import type { Round } from "../../core/round.ts";
import type { Asked } from "../../core/table/asked.ts";
import { counts, type Line } from "../../core/table/ledger.ts";
import type { Table } from "../../core/table/table.ts";
import type { House } from "../house.ts";
import { inReturn } from "../in-return.ts";
import type { Question } from "../inquiries/asking.ts";
import { jumpLines, moved, movedLine } from "./changes.ts";
import { mostOf, type Only, type Ranged, rangeOf, tablesIn } from "./consolidate.ts";
import { keptLine } from "./kept-warnings.ts";
import { keyFigures } from "./key-figures.ts";
import { tally, unitNames } from "./overview.ts";
import { totalIn } from "./row-tables.ts";
import { dividedTables } from "./summary-tables.ts";

/**
 * A summary as a message, before its files: the headlines, what moved, who is missing, the tables. Where names are not
 * for its readers (`names` false), who is missing is counted only.
 */
export async function summaryBlocks(
  house: House,
  question: Question,
  only: Only,
  names = true,
): Promise<readonly Block<Text>[]> {
  const { flow, asked } = question;
  const ranged = await rangeOf(house, flow, asked, only);
  if (ranged.due === 0 && ranged.ever.length === 0) return [worded("summary-nobody")];
  const tables = tablesIn(ranged);
  const shown = blocksShown(house, question, ranged);
  return [
    { kind: "heading", text: inReturn(house, flow, headingOf(house, question)) },
    ...wholeness(house, question, ranged),
    ...nobody(ranged),
    ...(ranged.ever.length === 0 ? [] : keyFigures({ flow, tables, blocks: shown }, asked)),
    ...(await movement(house, question, ranged, only)),
    ...(names ? missing(house, asked, ranged) : []),
    ...(ranged.ever.length === 0
      ? []
      : shown
          .filter(({ printed }, _, all) => printed || all.every((block) => !block.printed))
          .flatMap((block) => dividedTables(house, ranged, asked, block, tableOf(tables, block)))),
  ];
}

/** That nobody reported yet; where earlier rounds stand below all the same, what those figures are. */
function nobody({ counted, ever }: Ranged): readonly Block<Text>[] {
  if (counted.length > 0) return [];
  return [worded(ever.length === 0 ? "posting-nobody" : "summary-nobody-yet")];
}

function tableOf(tables: readonly Table[], block: FlowBlock): Table {
  const table = tables.find((each) => each.block === block.id);
  if (!table) throw new Error(`no table of block ${block.id}`);
  return table;
}

/** The blocks that concern the question: those that its row belongs to, or that any of its units is asked. */
function blocksShown(house: House, { flow, asked }: Question, { standing, ever }: Ranged): readonly FlowBlock[] {
  const { row } = asked;
  if (row) return flow.blocks.filter((block) => block.rows.includes(row));
  const known = new Set(
    [...departmentsIn(house, [standing, ever])].flatMap((each) => askedOf(flow, each).map(({ block }) => block.id)),
  );
  return flow.blocks.filter(({ id }) => known.has(id));
}

/** The departments of the units in some lines. Thousands of lines are not read to their end once all are found. */
function departmentsIn(house: House, lines: readonly (readonly Line[])[]): ReadonlySet<string> {
  const all = new Set(house.people.roster.units.flatMap(({ department = [] }) => department));
  const found = new Set<string>();
  for (const each of lines)
    for (const { unit } of each) {
      if (found.size === all.size) return found;
      const { department } = house.people.unit(unit);
      if (department !== undefined) found.add(department);
    }
  return found;
}

/** 第3期汇总 · 福州 · 口罩 · 5月20日 15:42，还未截止 */
export function headingOf(house: House, { flow, asked }: Question): Text {
  const last = asked.rounds.at(-1);
  const number = last?.number ?? 0;
  const span = asked.rounds.length > 1;
  const what: Text =
    asked.figures === "cumulative"
      ? { key: "summary-cumulative", args: { number } }
      : span
        ? { key: "summary-span", args: { from: asked.rounds[0]?.number ?? 0, to: number } }
        : { key: "summary-round", args: { number } };
  const { departments } = house.people.roster;
  const of: readonly Text[] = [
    ...(asked.node === undefined ? [] : [textOf(house.people.unit(asked.node).short)]),
    ...(asked.department === undefined ? [] : [textOf(departments[asked.department] ?? asked.department)]),
    ...(asked.row ? [{ label: asked.row.short }] : []),
  ];
  const now = dayAndClock(house.clock.now(), flow);
  const when: Text = last?.state === "open" ? { key: "summary-still-open", args: { now } } : now;
  return { join: [what, ...of, when], by: " · " };
}

/** As of when, how many reported, and whether drafts are in it. */
function wholeness(house: House, { flow, asked }: Question, { round, standing, counted, due }: Ranged) {
  const { reported, late, draft: drafts, missing: none } = tally(standing);
  // Figures do not reach into days that are still to come.
  const ended = round.covers.to <= house.clock.now();
  const asOf = worded(ended ? "posting-as-of" : "summary-counts-up-to", { asOf: momentEnding(round.covers.to, flow) });
  const kept = counted.reduce((sum, line) => sum + line.kept, 0);
  const confirmed = counted.reduce((sum, line) => sum + line.confirmed, 0);
  const unexplained = counted.reduce((sum, line) => sum + line.unexplained, 0);
  const came =
    asked.rounds.length > 1
      ? cameInAll(counted, due)
      : worded("posting-reported", { reported, of: standing.length, open: drafts + none, drafts, late });
  const inDraft = counted.filter(({ standing: stands }) => stands === "draft");
  const names = unitNames(inDraft.map(({ unit }) => house.people.unit(unit).short));
  return [
    asOf,
    came,
    ...(asked.drafts ? [worded("summary-with-drafts", { count: inDraft.length, names })] : []),
    ...(kept > 0 ? [keptLine(kept, confirmed, unexplained)] : []),
  ];
}

/** Of several rounds reports are counted and not units: a unit may have sent one and missed the next. */
function cameInAll(counted: readonly Line[], due: number): Block<Text> {
  const came = counted.filter((line) => counts(line));
  return worded("summary-came", {
    due,
    came: came.length,
    late: came.filter(({ standing }) => standing === "late").length,
  });
}

/**
 * What moved against the round before, of the units that reported both: half a round held against a whole one would
 * seem to fall. Only one round's own figures can be held against another's.
 */
async function movement(
  house: House,
  { flow, asked }: Question,
  ranged: Ranged,
  only: Only,
): Promise<readonly Block<Text>[]> {
  if (asked.figures === "cumulative" || asked.rounds.length > 1) return [];
  const earlier = house.rounds.of(flow.id).findLast(({ due }) => due < ranged.round.due);
  if (!earlier) return [];
  const past = await rangeOf(house, flow, { ...asked, rounds: [earlier], drafts: false }, only);
  const before = new Set(past.counted.map(({ unit }) => unit));
  const both = new Set(ranged.counted.map(({ unit }) => unit).filter((unit) => before.has(unit)));
  if (both.size === 0) return [];
  const [now, then] = [ranged, past].map((each) => tablesIn(each, (unit) => both.has(unit)));
  const [printed] = flow.blocks.filter((block) => (asked.row ? block.rows.includes(asked.row) : block.printed));
  if (!printed || !now || !then) return [];
  const block = blockOf(flow, printed.id);
  const moves = moved(flow, block.id, totalIn(tableOf(now, block), asked), totalIn(tableOf(then, block), asked));
  return [
    ...movedLine(both.size, moves),
    ...jumpLines(house, flow, now, then, (cell) => mostOf(ranged, cell), asked.row?.id),
  ];
}

/** So many names are read at a glance; the whole list is a press away. */
const NAMED = 6;

function missing(house: House, { rounds }: Asked, { round, standing }: Ranged): readonly Block<Text>[] {
  const named = (which: string) =>
    unitNames(
      standing.filter((line) => line.standing === which).map(({ unit }) => house.people.unit(unit).short),
      NAMED,
    );
  const has = (which: string) => standing.some((line) => line.standing === which);
  return [
    ...(has("missing") ? [missingIn(round, rounds.length > 1, named("missing"))] : []),
    ...(has("draft") ? [worded("summary-drafts", { names: named("draft") })] : []),
  ];
}

/** Of a span the newest round's, and it says so: the count above is of all its rounds. */
function missingIn({ number }: Round, several: boolean, names: Text): Block<Text> {
  return several ? worded("summary-missing-in", { number, names }) : worded("posting-missing", { names });
}
