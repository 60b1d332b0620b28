import { type CellId, cellsIn } from "../core/cells.ts";
import type { UnitId } from "../core/entry.ts";
import type { Report } from "../core/report.ts";
import type { Figures } from "./store.ts";

/** The figures of one round as they change: a row a unit, a column a cell. */
export type Columns = {
  put(report: Pick<Report, "unit" | "cells" | "status">): void;
  /** A copy that later changes leave alone. */
  figures(): Figures;
};

/** How a report stands, as figures give it. */
export const statuses = { none: 0, draft: 1, awaiting: 1, submitted: 2 } as const satisfies Record<
  Report["status"],
  number
>;

/** Empty columns; they grow with the units and cells that are put in. */
export function columns(): Columns {
  const rowOf = new Map<UnitId, number>();
  const columnOf = new Map<CellId, number>();
  const rows: { values: Float64Array; states: Uint8Array }[] = [];
  const status: number[] = [];
  return {
    put: ({ unit, cells, status: stands }) => {
      const row = rowOf.get(unit) ?? rows.length;
      rowOf.set(unit, row);
      const filled = cellsIn(cells);
      for (const [id] of filled) if (!columnOf.has(id)) columnOf.set(id, columnOf.size);
      const values = new Float64Array(columnOf.size);
      const states = new Uint8Array(columnOf.size);
      for (const [id, value] of filled) {
        const column = columnOf.get(id) ?? 0;
        states[column] = value === "n/a" ? 2 : 1;
        if (value !== "n/a") values[column] = value;
      }
      rows[row] = { values, states };
      status[row] = statuses[stands];
    },
    figures: () => {
      const width = columnOf.size;
      const values = new Float64Array(rows.length * width);
      const states = new Uint8Array(rows.length * width);
      for (const [row, of] of rows.entries()) {
        values.set(of.values, row * width);
        states.set(of.states, row * width);
      }
      return {
        units: [...rowOf.keys()],
        status: Uint8Array.from(status),
        columns: [...columnOf.keys()],
        values,
        states,
      };
    },
  };
}
