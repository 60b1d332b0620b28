import { type CellId, cellsIn } from "../../core/cells.ts";
import { cellId, type FlowBlock } from "../../core/flow/flow.ts";
import type { UnitPart } from "../export.ts";

/** The cells that figures of late reports went into, other than noughts; totals and rates of such cells with them. */
export function lateCells(block: FlowBlock, units: readonly UnitPart[]): ReadonlySet<CellId> {
  const late = units
    .filter(({ standing }) => standing === "late")
    .flatMap(({ report }) =>
      cellsIn(report.cells).flatMap(([id, value]) => (value !== 0 && value !== "n/a" ? [id] : [])),
    );
  return withSums(block, late);
}

/** Cells, and with them the totals over groups and the rates that any of them went into. */
export function withSums(block: FlowBlock, cells: readonly CellId[]): ReadonlySet<CellId> {
  const marked = new Set(cells);
  for (const row of block.rows)
    for (const group of block.groups)
      for (const column of group.columns) {
        const parts = group.sums?.map((part) => cellId(row.id, part, column.id)) ?? [];
        const { of, to } = column.computed ?? {};
        const from = of && to ? [cellId(row.id, group.id, of), cellId(row.id, group.id, to)] : parts;
        if (from.some((id) => marked.has(id))) marked.add(cellId(row.id, group.id, column.id));
      }
  return marked;
}
