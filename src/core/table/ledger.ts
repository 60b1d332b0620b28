import type { RoundId, UnitId } from "../entry.ts";
import { askedColumns, cellId, type FlowColumn, type Form } from "../flow/flow.ts";
import type { CellId, Report } from "../report.ts";
import type { Instant } from "../time.ts";
import type { Standing, Total } from "./table.ts";
import { type AskedTotal, MICRO } from "./tabulate.ts";

/** One unit's report of a round as sums and lists need it: a kilobyte, where the report itself takes twenty. */
export type Line = {
  readonly round: RoundId;
  readonly unit: UnitId;
  readonly standing: Standing;
  readonly zero: boolean;
  /** Warnings that were allowed to stand. */
  readonly kept: number;
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
  for (const [id, value] of Object.entries(report.cells)) {
    const place = columns.place(id);
    if (place === undefined || value === "n/a") continue;
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
    standing,
    zero: submission?.zero ?? false,
    kept: report.kept.length,
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

/** Adds up lines, each whole: what each asked cell comes to. Which of them count is the caller's to say. */
export function addUp(columns: Columns, lines: Iterable<Line>): AskedTotal {
  const sums = new Float64Array(columns.ids.length);
  const reported = new Uint8Array(columns.ids.length);
  for (const { at, values } of lines) {
    for (let index = 0; index < at.length; index += 1) {
      const place = at[index] ?? 0;
      reported[place] = 1;
      sums[place] = (sums[place] ?? 0) + (values[index] ?? 0);
    }
  }
  return (id): Total => {
    const place = columns.place(id);
    if (place === undefined || reported[place] !== 1) return undefined;
    return (sums[place] ?? 0) / MICRO;
  };
}
