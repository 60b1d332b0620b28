import { type CellId, cellsIn } from "../../core/cells.ts";
import { cellId, type FlowBlock } from "../../core/flow/flow.ts";
import type { UnitPart } from "../export.ts";

/** The cells that figures of late reports went into, other than noughts; totals and rates of such cells with them. */
export function lateCells(block: FlowBlock, units: readonly UnitPart[]): ReadonlySet<CellId> {
  const late = new Set<CellId>();
  for (const { standing, report } of units)
    if (standing === "late")
      for (const [id, value] of cellsIn(report.cells)) if (typeof value === "number" && value !== 0) late.add(id);
  for (const row of block.rows)
    for (const group of block.groups)
      for (const column of group.columns) {
        const parts = group.sums?.map((part) => cellId(row.id, part, column.id)) ?? [];
        const { of, to } = column.computed ?? {};
        const from = of && to ? [cellId(row.id, group.id, of), cellId(row.id, group.id, to)] : parts;
        if (from.some((id) => late.has(id))) late.add(cellId(row.id, group.id, column.id));
      }
  return late;
}
