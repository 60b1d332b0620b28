import { type CellId, type Cells, cellAt } from "../cells.ts";
import { cellId, type FlowBlock, type FlowColumn, type Form, type Group } from "../flow/flow.ts";
import type { Report } from "../report.ts";
import type { Table, Total } from "./table.ts";

/** What a table is made of, for each unit: this round's report and the cumulative figures up to and including it. */
export type Counted = { readonly report: Report; readonly cumulative: () => Cells };

/** Figures are added in whole millionths, the finest decimals that a flow may ask for: sums are exact in any order. */
export const MICRO = 1_000_000;

/**
 * The consolidated tables, one for each block of the flow, in its order. This round's sums are over submitted reports;
 * the cumulative ones over every unit, since one that missed this round or left before it still has its earlier figures. A cell that
 * nobody reported is undefined and "n/a" adds nothing; a rate is recomputed from the sums, never added.
 */
export function tabulate(flow: Form, units: readonly Counted[]): readonly Table[] {
  const submitted = units.flatMap(({ report }) => (report.status === "submitted" ? [report.cells] : []));
  const ever = units.map(({ cumulative }) => cumulative());
  return tablesOf(
    flow,
    (id, column) =>
      add(
        column,
        submitted.map((cells) => cellAt(cells, id)),
      ),
    (id, column) =>
      add(
        column,
        ever.map((cells) => cells[id]),
      ),
  );
}

/** What the units reported of an asked cell together; undefined where nobody reported it. */
export type AskedTotal = (id: CellId, column: FlowColumn) => Total;

/** The consolidated tables from what the asked cells come to, this round's and the cumulative ones; one sum may be both. */
export function tablesOf(flow: Form, round: AskedTotal, cumulative = round): readonly Table[] {
  return flow.blocks.map((block) => {
    const now = sums(block, round);
    const ever = cumulative === round ? now : sums(block, cumulative);
    return {
      block: block.id,
      round: now.cells,
      cumulative: ever.cells,
      roundTotals: now.totals,
      cumulativeTotals: ever.totals,
    };
  });
}

type Sums = { readonly cells: Record<CellId, Total>; readonly totals: Record<string, Total> };

function sums(block: FlowBlock, total: AskedTotal): Sums {
  const cells: Record<CellId, Total> = {};
  for (const row of block.rows) {
    fill(
      block,
      (group, column) => cellId(row.id, group, column),
      (group, column) => total(cellId(row.id, group.id, column.id), column),
      cells,
    );
  }
  const totals: Record<string, Total> = {};
  fill(
    block,
    (group, column) => `${group}.${column}`,
    (group, column) =>
      add(
        column,
        block.rows.map((row) => cells[cellId(row.id, group.id, column.id)]),
      ),
    totals,
  );
  return { cells, totals };
}

/** Fills in what was asked, then the groups that sum others, and rates last: each needs the figures before it. */
function fill(
  block: FlowBlock,
  key: (group: string, column: string) => string,
  asked: (group: Group, column: FlowColumn) => Total,
  into: Record<string, Total>,
): void {
  const computed = block.groups.filter((group) => group.sums);
  for (const group of block.groups)
    if (!group.sums)
      for (const column of group.columns) if (!column.computed) into[key(group.id, column.id)] = asked(group, column);
  for (const group of computed)
    for (const column of group.columns)
      if (!column.computed) {
        const parts = (group.sums ?? []).map((part) => into[key(part, column.id)]);
        into[key(group.id, column.id)] = add(column, parts);
      }
  for (const group of block.groups)
    for (const column of group.columns)
      if (column.computed) {
        const part = into[key(group.id, column.computed.of)];
        const whole = into[key(group.id, column.computed.to)];
        into[key(group.id, column.id)] = percent(part, whole, column.decimals);
      }
}

/** The sum of the figures given; undefined where none is, "n/a" adds nothing, amounts without binary dust. */
export function add(column: FlowColumn, figures: readonly (Total | "n/a")[]): Total {
  const given = figures.filter((figure) => typeof figure === "number");
  if (given.length === 0) return undefined;
  if (column.kind === "count") return given.reduce((sum, figure) => sum + figure, 0);
  return given.reduce((sum, figure) => sum + Math.round(figure * MICRO), 0) / MICRO;
}

/** Part ÷ whole in percent; blank where there is nothing to divide by, as a correction may leave less than nothing. */
export function percent(part: Total, whole: Total, decimals: number): Total {
  if (part === undefined || whole === undefined || whole <= 0) return undefined;
  const scale = 10 ** decimals;
  // Multiplied before the division, so that a tie of whole numbers is a tie in binary too and rounds up.
  return Math.round((part * 100 * scale) / whole) / scale;
}
