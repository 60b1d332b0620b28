import type { Flow, FlowColumn } from "../core/flow/flow.ts";
import type { Block, Text } from "../core/message.ts";
import type { Asked } from "../core/table/asked.ts";
import type { Table } from "../core/table/table.ts";
import { figure, headGroups } from "./summaries/headline.ts";
import { totalIn } from "./summaries/row-tables.ts";

/**
 * Figures that others report of the same thing, a line for each figure that they are set beside: for the coordinator to
 * reconcile, never added to it. Nothing where nobody reported any.
 */
export function besideLines(
  flow: Flow,
  tables: readonly Table[],
  asked: Pick<Asked, "figures">,
): readonly Block<Text>[] {
  const over = { figures: asked.figures };
  const others = new Map<string, Text[]>();
  for (const block of flow.blocks)
    for (const group of block.groups)
      for (const column of group.columns) {
        const table = tables.find((each) => each.block === block.id);
        const total = table && totalIn(table, over)(group.id, column.id);
        if (column.beside === undefined || total === undefined) continue;
        others.set(column.beside, [...(others.get(column.beside) ?? []), figure(total, column)]);
      }
  return [...others].flatMap(([id, said]): readonly Block<Text>[] => {
    const own = ownOf(flow, tables, asked, id);
    if (!own) return [];
    const args = { own, others: { join: said, by: { key: "posting-comma" } } };
    return [{ kind: "text", text: { key: "summary-beside", args } }];
  });
}

/** The figure that others are set beside: its total over the groups that say it all. */
function ownOf(flow: Flow, tables: readonly Table[], asked: Pick<Asked, "figures">, id: string): Text | undefined {
  for (const block of flow.blocks) {
    const table = tables.find((each) => each.block === block.id);
    for (const group of headGroups(block)) {
      const column: FlowColumn | undefined = group.columns.find((each) => each.id === id);
      if (table && column) return figure(totalIn(table, { figures: asked.figures })(group.id, id), column);
    }
  }
  return undefined;
}
