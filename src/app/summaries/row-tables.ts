import { cellId, type FlowBlock, type FlowColumn, type Group, type Row } from "../../core/flow/flow.ts";
import type { Block, Label, Text } from "../../core/message.ts";
import type { Asked } from "../../core/table/asked.ts";
import { headingOf } from "../../core/table/heading.ts";
import type { Table, Total } from "../../core/table/table.ts";
import { headGroups, shownIn } from "./headline.ts";

/** Where a total of a block is found: over all rows, or in one of them; this round's or the cumulative one. */
export function totalIn(table: Table, asked: Pick<Asked, "figures" | "row">): (group: string, column: string) => Total {
  const cumulative = asked.figures === "cumulative";
  const [cells, totals] = cumulative ? [table.cumulative, table.cumulativeTotals] : [table.round, table.roundTotals];
  return (group, column) => (asked.row ? cells[cellId(asked.row.id, group, column)] : totals[`${group}.${column}`]);
}

/** The form: its rows down, a group's columns across, the sum beneath; rows of noughts are named in a line. */
export function rowTables(block: FlowBlock, asked: Pick<Asked, "figures">, table: Table): readonly Block<Text>[] {
  const total = totalIn(table, { figures: asked.figures });
  const groups = headGroups(block);
  const at = (row: Row) => totalIn(table, { figures: asked.figures, row });
  const every = (row: Row, is: (figure: Total) => boolean) =>
    groups.every((group) => told(group).every((column) => is(at(row)(group.id, column.id))));
  const blank = block.rows.filter((row) => every(row, (figure) => figure === undefined));
  const nought = block.rows.filter((row) => !blank.includes(row) && every(row, (figure) => !figure));
  const rows = block.rows.filter((row) => !blank.includes(row) && !nought.includes(row));
  const tables = groups.flatMap((group): readonly Block<Text>[] => {
    const columns = told(group);
    // A group of noughts alone is said in the headlines already.
    if (columns.every(({ id }) => rows.every((row) => !at(row)(group.id, id)))) return [];
    const figures = (of: (group: string, column: string) => Total) =>
      columns.map((column) => shownIn(column, of(group.id, column.id)));
    const head: readonly Text[] = [{ key: "posting-row" }, ...columns.map(columnName)];
    const listed = rows.map((row): readonly Text[] => [{ label: row.short }, ...figures(at(row))]);
    // Of one row the sum would say the same again.
    const sum: readonly Text[] = [{ key: "posting-total" }, ...figures(total)];
    const table = { kind: "table", caption: headedBy(block, group), head } as const;
    return [{ ...table, rows: rows.length > 1 ? [...listed, sum] : listed }];
  });
  const line = (key: string, names: readonly { readonly short: Label }[]): readonly Block<Text>[] =>
    names.length === 0
      ? []
      : [{ kind: "text", text: { key, args: { names: { join: names.map(named), by: { key: "list-comma" } } } } }];
  const entries = groups.flatMap((group) => group.columns.filter((column) => column.adds === "entries"));
  return [...tables, ...line("summary-noughts", nought), ...(rows.length > 1 ? line("posting-entries", entries) : [])];
}

const named = ({ short }: { readonly short: Label }): Text => ({ label: short });

/** The columns of a group that its table shows; one that is set beside another has a line of its own. */
export function told(group: Group): readonly FlowColumn[] {
  return group.columns.filter(({ beside }) => beside === undefined);
}

/** What a group's figures stand under: a table headed 合计 alone would not say of what. */
export function headedBy(block: FlowBlock, group: Group): Text {
  const { label, of } = headingOf(block, group);
  if (of.length === 0) return { label };
  const parts: Text = { join: of.map((each) => ({ label: each })), by: { key: "list-comma" } };
  return { key: "sum-of", args: { name: { label }, parts } };
}

/** Counts speak for themselves; an amount says in what it is. */
export function columnName({ short, unit, kind, computed }: FlowColumn): Text {
  if (kind !== "amount" || computed || !unit) return { label: short };
  return { key: "column-with-unit", args: { name: { label: short }, unit: { label: unit } } };
}
