import { cellId, type FlowBlock } from "../../core/flow/flow.ts";
import { shown } from "../../core/table/shown.ts";
import type { Total } from "../../core/table/table.ts";
import type { Return, Word } from "../export.ts";
import { headed, named } from "../return/named.ts";
import { isWhole, roundCaption, roundsNamed, roundsOf } from "../return/period.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import type { ReportTable } from "./parts.ts";
import { printed } from "./sentences.ts";

/** The table that the official sheet shows first, then the other one; the cumulative one alone where they are the same. */
export function tablesOf(of: Return, word: Word): readonly ReportTable[] {
  return printed(of).flatMap(({ block, table }) => {
    const which = roundsOf(of).length > 1 ? roundCaption(of, word) : roundsNamed(of, word);
    const round = tableOf(of, block, table.round, table.roundTotals, which, word);
    const ever = tableOf(of, block, table.cumulative, table.cumulativeTotals, word("workbook-cumulative"), word);
    if (isWhole(of)) return [ever];
    const layout = of.flow.layouts.find((each) => each.block === block.id);
    return layout?.first === "round" ? [round, ever] : [ever, round];
  });
}

function tableOf(
  { flow, language }: Return,
  block: FlowBlock,
  cells: Readonly<Record<string, Total>>,
  totals: Readonly<Record<string, Total>>,
  which: string,
  word: Word,
): ReportTable {
  const total = block.rows.length > 1;
  return {
    title: word("report-table", { title: plain(say(flow.title, language)), which }),
    head: [
      "",
      ...block.rows.map(({ short }) => plain(say(short, language))),
      ...(total ? [word("workbook-total")] : []),
    ],
    bands: block.groups.map((group) => ({
      label: headed(block, group, language, word),
      rows: group.columns.map((column) => {
        const values = block.rows.map((row) => cells[cellId(row.id, group.id, column.id)]);
        const all = total ? [...values, totals[`${group.id}.${column.id}`]] : values;
        return {
          label: named(column, language, word),
          cells: all.map((value) => (value === undefined ? "—" : shown(column, value))),
        };
      }),
    })),
  };
}
