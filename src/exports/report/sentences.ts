import { blockOf, type FlowBlock, type Group } from "../../core/flow/flow.ts";
import { shown } from "../../core/table/shown.ts";
import type { Table, Total } from "../../core/table/table.ts";
import type { Return, Word } from "../export.ts";
import { headed } from "../return/named.ts";
import { say } from "../sheet/plan.ts";

/** Blocks of the official sheets with their tables. */
export function printed({ flow, tables }: Return): readonly { readonly block: FlowBlock; readonly table: Table }[] {
  return tables.flatMap((table) => {
    const block = blockOf(flow, table.block);
    return block.printed ? [{ block, table }] : [];
  });
}

/** Blocks that are not on the official sheets and stand for themselves, with their tables, where anybody reported. */
export function unprinted({ flow, tables }: Return): ReturnType<typeof printed> {
  return tables.flatMap((table) => {
    const block = blockOf(flow, table.block);
    const set = block.groups.every(({ columns }) => columns.every(({ beside }) => beside !== undefined));
    const none = Object.values(table.cumulativeTotals).every((total) => total === undefined);
    return block.printed || set || none ? [] : [{ block, table }];
  });
}

/** The totals of the groups that no other sums up, in one sentence. */
export function sentence(
  { language }: Return,
  block: FlowBlock,
  lead: string,
  totals: Readonly<Record<string, Total>>,
  word: Word,
): string {
  const summed = new Set(block.groups.flatMap((group) => group.sums ?? []));
  const groups = block.groups
    .filter(({ id }) => !summed.has(id))
    .map((group) => groupSaid(block, group, language, totals, word));
  return word("report-sentence", { lead, groups: groups.join(word("report-semicolon")) });
}

function groupSaid(
  block: FlowBlock,
  group: Group,
  language: string,
  totals: Readonly<Record<string, Total>>,
  word: Word,
): string {
  const figures = group.columns.map((column) => {
    const value = totals[`${group.id}.${column.id}`];
    const figure = value === undefined ? word("report-none") : shown(column, value);
    const name = say(column.short, language);
    const unit = column.unit && !column.computed && value !== undefined ? say(column.unit, language) : "";
    return word("report-figure", { name, figure, unit: name.endsWith(unit) ? "" : unit }).trimEnd();
  });
  return word("report-group", {
    group: headed(block, group, language, word),
    figures: figures.join(word("list-comma")),
  });
}
