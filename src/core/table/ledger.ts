import { type CellId, type Cells, cellAt } from "../cells.ts";
import type { RoundId, UnitId } from "../entry.ts";
import { askedColumns, cellId, type FlowColumn, type Form } from "../flow/flow.ts";
import type { Report } from "../report.ts";
import type { Instant } from "../time.ts";
import type { Standing, Total } from "./table.ts";
import { type AskedTotal, MICRO } from "./tabulate.ts";

/** One unit's report of a round as sums and lists need it: a kilobyte, where the report itself takes twenty. */
export type Line = {
  readonly round: RoundId;
  readonly unit: UnitId;
  /** Of the report that it is made of. */
  readonly revision: number;
  readonly standing: Standing;
  readonly zero: boolean;
  /** Warnings that were allowed to stand. */
  readonly kept: number;
  /** Those among them whose reason is still owed. */
  readonly unexplained: number;
  /** Changes that do not count yet, because the unit has not said why. */
  readonly waiting?: number;
  readonly corrections: number;
  readonly submittedAt?: Instant;
  readonly changedAt?: Instant;
  /** Which cells bear a figure (not n/a), as places in the flow's list; those other than 0 come first. */
  readonly at: Uint16Array;
  /** In millionths, of the first so many of `at`; the rest are 0. */
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
  const figures: number[] = [];
  const zeros: number[] = [];
  const values: number[] = [];
  for (const [place, id] of columns.ids.entries()) {
    const value = cellAt(report.cells, id);
    if (value === undefined || value === "n/a") continue;
    if (value === 0) zeros.push(place);
    else {
      figures.push(place);
      values.push(Math.round(value * MICRO));
    }
  }
  const { submission, changedAt } = report;
  return {
    round: report.round,
    unit: report.unit,
    revision: report.revision,
    standing,
    zero: submission?.zero ?? false,
    kept: report.kept.length,
    unexplained: report.kept.filter(({ unexplained }) => unexplained).length,
    corrections: submission?.corrections ?? 0,
    ...(submission ? { submittedAt: submission.at } : {}),
    ...(changedAt === undefined ? {} : { changedAt }),
    at: Uint16Array.from([...figures, ...zeros]),
    values: Float64Array.from(values),
  };
}

/** Whether the line counts: submitted ones do, drafts where they were asked for. */
export function counts({ standing }: Pick<Line, "standing">, drafts = false): boolean {
  return standing === "on-time" || standing === "late" || (drafts && standing === "draft");
}

/** What the lines report of a cell; undefined where it bears no figure. */
export function figureIn(columns: Columns, line: Line, id: CellId): Total {
  const index = line.at.indexOf(columns.place(id) ?? -1);
  if (index < 0) return undefined;
  return (line.values[index] ?? 0) / MICRO;
}

/** What lines come to, by the place of each cell: exact, so that a line can be taken out again. */
export type Sums = { readonly millionths: Float64Array; readonly reported: Int32Array };

/** Lines, each whole, and what they come to together. Which of a round's lines these are is the caller's to say. */
export type Summed = { readonly lines: readonly Line[]; readonly total: Sums };

/** The sum of no lines. */
export function noSums({ ids }: Columns): Sums {
  return { millionths: new Float64Array(ids.length), reported: new Int32Array(ids.length) };
}

/** Puts a line into a sum, or takes it out again with -1. Changes the sum in place: it is the running total. */
export function enter({ millionths, reported }: Sums, { at, values }: Line, sign: 1 | -1): void {
  for (let index = 0; index < at.length; index += 1) {
    const place = at[index] ?? 0;
    reported[place] = (reported[place] ?? 0) + sign;
    if (index < values.length) millionths[place] = (millionths[place] ?? 0) + sign * (values[index] ?? 0);
  }
}

/** A sum that later changes to the first leave alone. */
export function copyOf({ millionths, reported }: Sums): Sums {
  return { millionths: Float64Array.from(millionths), reported: Int32Array.from(reported) };
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
export function figuresIn({ ids }: Columns, { total: { millionths, reported } }: Summed): Cells {
  return Object.fromEntries(
    ids.flatMap((id, place) => (reported[place] ? [[id, (millionths[place] ?? 0) / MICRO]] : [])),
  );
}

/** What each asked cell comes to in all of these together. */
export function addUp(columns: Columns, parts: readonly Summed[]): AskedTotal {
  const sums = noSums(columns);
  for (const { total } of parts) include(sums, total);
  return (id): Total => {
    const place = columns.place(id);
    if (place === undefined || (sums.reported[place] ?? 0) === 0) return undefined;
    return (sums.millionths[place] ?? 0) / MICRO;
  };
}

function include(into: Sums, { millionths, reported }: Sums): void {
  for (const [place, sum] of millionths.entries()) {
    into.millionths[place] = (into.millionths[place] ?? 0) + sum;
    into.reported[place] = (into.reported[place] ?? 0) + (reported[place] ?? 0);
  }
}
