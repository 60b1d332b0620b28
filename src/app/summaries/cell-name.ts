import type { CellId } from "../../core/cells.ts";
import { cellId, type Flow, type FlowColumn } from "../../core/flow/flow.ts";
import type { Text } from "../../core/message.ts";

/** Where a cell is, in the short words of the form, and its column; undefined where the flow has no such cell. */
export function namedCell(flow: Flow, id: CellId): { readonly name: Text; readonly column: FlowColumn } | undefined {
  for (const block of flow.blocks)
    for (const row of block.rows)
      for (const group of block.groups)
        for (const column of group.columns)
          if (cellId(row.id, group.id, column.id) === id)
            return { name: { join: [row, group, column].map(({ short }) => ({ label: short })) }, column };
  return undefined;
}
