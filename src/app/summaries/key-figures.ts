import type { Flow, FlowBlock } from "../../core/flow/flow.ts";
import type { Block, Text } from "../../core/message.ts";
import type { Asked } from "../../core/table/asked.ts";
import type { Table } from "../../core/table/table.ts";
import { besideLines } from "../beside.ts";
import { headlinesOf } from "./headline.ts";
import { totalIn } from "./row-tables.ts";

/** The tables whose figures are said: all of the flow's, or some; `before` are those that the changes are against. */
export type Said = {
  readonly flow: Flow;
  readonly tables: readonly Table[];
  readonly blocks?: readonly FlowBlock[];
  readonly before?: readonly Table[];
};

/**
 * The key figures of every table in which anybody reported one, also of those that are not on the official sheet, then
 * what is set beside them. Summaries, postings and the final summary say the same, or a department would be left out.
 */
export function keyFigures(
  { flow, tables, blocks = flow.blocks, before }: Said,
  asked: Pick<Asked, "figures" | "row">,
): readonly Block<Text>[] {
  const lines = blocks.flatMap((block) => {
    const [table, then] = [tables, before].map((each) => each?.find((one) => one.block === block.id));
    if (!table) return [];
    const total = totalIn(table, asked);
    const any = block.groups.some(({ id, columns }) => columns.some((column) => total(id, column.id) !== undefined));
    return any ? headlinesOf(block, total, then && totalIn(then, asked)) : [];
  });
  return [
    ...lines.map((text): Block<Text> => ({ kind: "text", text })),
    ...(asked.row ? [] : besideLines(flow, tables, asked)),
  ];
}
