import { type CellId, type Cells, cellAt } from "../cells.ts";
import type { RoundId, UnitId } from "../entry.ts";
import { askedColumns, cellId, type FlowColumn, type Form } from "../flow/flow.ts";
import type { Report } from "../report.ts";
import { isConfirmed } from "../report-changes.ts";
import type { Instant } from "../time.ts";
import type { Standing, Total } from "./table.ts";
import { type AskedTotal, MICRO } from "./tabulate.ts";

/** One unit's report of a round as sums and lists need it: two kilobytes at most, where the report itself takes eight. */
export type Line = {
  readonly round: RoundId;
  readonly unit: UnitId;
  /** Of the report that it is made of. */
  readonly revision: number;
  readonly standing: Standing;
  readonly zero: boolean;
  /** Warnings that were allowed to stand. */
  readonly kept: number;
  /** Those among them that the unit confirmed without a reason. */
  readonly confirmed: number;
  /** Those among them whose reason is still owed. */
  readonly unexplained: number;
  /** Changes that do not count yet, because the unit has not said why. */
  readonly waiting?: number;
  readonly corrections: number;
  readonly submittedAt?: Instant;
  readonly changedAt?: Instant;
  /**
   * Which cells bear a figure (not n/a), as stretches of the flow's list: where one begins, where it has ended, where the
   * next begins. A whole report is one stretch, and is added up twice as fast as by a place for each figure.
   */
  readonly stretches: Uint16Array;
  /** The figures of those cells, one after another, in millionths. */
  readonly values: Float64Array;
};

/** Every asked cell of a flow, in the order of the form, and where each stands in that list. */
export type Columns = {
  readonly ids: readonly CellId[];
  readonly columns: readonly FlowColumn[];
  place(id: CellId): number | undefined;
};

/** Lists the asked cells of all blocks of a flow. */
export function columnsOf(flow: Form): Columns {
  const cells = flow.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.groups.flatMap((group) =>
        askedColumns(group).map((column) => ({ id: cellId(row.id, group.id, column.id), column })),
      ),
    ),
  );
  const places = new Map(cells.map(({ id }, index) => [id, index]));
  return {
    ids: cells.map(({ id }) => id),
    columns: cells.map(({ column }) => column),
    place: (id) => places.get(id),
  };
}

/** The line of a report. A cell that the flow no longer asks is left out, as it is from the tables. */
export function lineOf(columns: Columns, report: Report, standing: Standing): Line {
  const stretches: number[] = [];
  const values: number[] = [];
  for (const [place, id] of columns.ids.entries()) {
    const value = cellAt(report.cells, id);
    if (value === undefined || value === "n/a") continue;
    if (stretches.at(-1) === place) stretches[stretches.length - 1] = place + 1;
    else stretches.push(place, place + 1);
    values.push(Math.round(value * MICRO));
  }
  const { submission, changedAt } = report;
  return {
    round: report.round,
    unit: report.unit,
    revision: report.revision,
    standing,
    zero: submission?.zero ?? false,
    kept: report.kept.length,
    confirmed: report.kept.filter(isConfirmed).length,
    unexplained: report.kept.filter(({ unexplained }) => unexplained).length,
    corrections: submission?.corrections ?? 0,
    ...(submission ? { submittedAt: submission.at } : {}),
    ...(changedAt === undefined ? {} : { changedAt }),
    stretches: Uint16Array.from(stretches),
    values: Float64Array.from(values),
  };
}

/** Whether the line counts: submitted ones do, drafts where they were asked for. */
export function counts({ standing }: Pick<Line, "standing">, drafts = false): boolean {
  return standing === "on-time" || standing === "late" || (drafts && standing === "draft");
}

/** What a line reports of a cell; undefined where it bears no figure. */
export function figureIn(columns: Columns, line: Line, id: CellId): Total {
  const millionths = millionthsIn(line, columns.place(id) ?? -1);
  return millionths === undefined ? undefined : millionths / MICRO;
}

/** What a line reports at a place of the flow's list, in millionths, which add up exactly; undefined where it bears none. */
export function millionthsIn({ stretches, values }: Line, place: number): number | undefined {
  let before = 0;
  for (let turn = 0; turn < stretches.length; turn += 2) {
    const [begin = 0, end = 0] = [stretches[turn], stretches[turn + 1]];
    if (place >= begin && place < end) return values[before + place - begin];
    before += end - begin;
  }
  return undefined;
}

/**
 * What lines come to, by the place of each cell: exact, so that a line can be taken out again. `more` is how many lines
 * more report a cell than report the one before it, so that a stretch of cells costs as much as one.
 */
export type Sums = { readonly millionths: Float64Array; readonly more: Int32Array };

/** Lines, each whole, and what they come to together. Which of a round's lines these are is the caller's to say. */
export type Summed = { readonly lines: readonly Line[]; readonly total: Sums };

/** The sum of no lines. */
export function noSums({ ids }: Columns): Sums {
  return { millionths: new Float64Array(ids.length), more: new Int32Array(ids.length + 1) };
}

/** Puts a line into a sum, or takes it out again with -1. Changes the sum in place: it is the running total. */
export function enter({ millionths, more }: Sums, { stretches, values }: Line, sign: 1 | -1): void {
  let at = 0;
  for (let turn = 0; turn < stretches.length; turn += 2) {
    const [begin = 0, end = 0] = [stretches[turn], stretches[turn + 1]];
    more[begin] = (more[begin] ?? 0) + sign;
    more[end] = (more[end] ?? 0) - sign;
    for (let place = begin; place < end; place += 1, at += 1)
      millionths[place] = (millionths[place] ?? 0) + sign * (values[at] ?? 0);
  }
}

/** A sum that later changes to the first leave alone. */
export function copyOf({ millionths, more }: Sums): Sums {
  return { millionths: Float64Array.from(millionths), more: Int32Array.from(more) };
}

/** Adds up lines. */
export function summed(columns: Columns, lines: readonly Line[]): Summed {
  const total = noSums(columns);
  for (const line of lines) enter(total, line, 1);
  return { lines, total };
}

/** Those of some lines that are wanted. Where they are most of them what is left out is taken off: it comes to the same. */
export function partOf(columns: Columns, whole: Summed, wanted: (line: Line) => boolean): Summed {
  const lines: Line[] = [];
  const left: Line[] = [];
  for (const line of whole.lines) (wanted(line) ? lines : left).push(line);
  if (left.length === 0) return whole;
  if (lines.length < left.length) return summed(columns, lines);
  const total = copyOf(whole.total);
  for (const line of left) enter(total, line, -1);
  return { lines, total };
}

/** What lines come to by cell; one that none of them reports is absent. */
export function figuresIn({ ids }: Columns, { total }: Summed): Cells {
  const figures = reportedIn(total);
  return Object.fromEntries(ids.flatMap((id, place) => (figures[place] === undefined ? [] : [[id, figures[place]]])));
}

/** What each asked cell comes to in all of these together. */
export function addUp(columns: Columns, parts: readonly Summed[]): AskedTotal {
  const sums = noSums(columns);
  for (const { total } of parts) include(sums, total);
  const figures = reportedIn(sums);
  return (id): Total => figures[columns.place(id) ?? -1];
}

/** What each place comes to; undefined where no line reports it. */
function reportedIn({ millionths, more }: Sums): readonly Total[] {
  let lines = 0;
  return Array.from(millionths, (sum, place) => {
    lines += more[place] ?? 0;
    return lines === 0 ? undefined : sum / MICRO;
  });
}

function include(into: Sums, { millionths, more }: Sums): void {
  for (const [place, sum] of millionths.entries()) into.millionths[place] = (into.millionths[place] ?? 0) + sum;
  for (const [place, lines] of more.entries()) into.more[place] = (into.more[place] ?? 0) + lines;
}
