import type { Flow, FlowBlock, FlowColumn, Group } from "../core/flow/flow.ts";
import type { Text } from "../core/message.ts";
import type { Table, Total } from "../core/table/table.ts";
import { labelIn } from "../wording/wording.ts";

/** The groups that say it all: those that no other sums up. */
export function headGroups(block: FlowBlock): readonly Group[] {
  const summed = new Set(block.groups.flatMap((group) => group.sums ?? []));
  return block.groups.filter((group) => !summed.has(group.id));
}

/** A figure as a reader wants it: 1,204 and 31.2; a blank that nobody reported is a dash. */
function shownTotal(total: Total, decimals: number): string {
  return total === undefined ? "—" : total.toLocaleString("en", { maximumFractionDigits: decimals });
}

/** A sentence for each group of a table: 排查 1,204 家（+120），发现率 9.4%（上期 10%）. Totals over all rows, with what changed. */
export function headlines(flow: Flow, table: Table, before?: Table): readonly Text[] {
  const block = flow.blocks.find((each) => each.id === table.block);
  if (!block) return [];
  return headGroups(block).map((group) => ({
    join: group.columns.map((column, index) => ({
      join: [figure(table, group, column, group.columns[index - 1]), ...changeOf(group, column, table, before)],
      by: "",
    })),
    by: { key: "posting-comma" },
  }));
}

/** How a total stands against the round before; a rate beside the earlier one, since points of it mislead. */
function changeOf(group: Group, column: FlowColumn, table: Table, before: Table | undefined): readonly Text[] {
  const id = `${group.id}.${column.id}`;
  const [is, was] = [table.roundTotals[id], before?.roundTotals[id]];
  if (is === undefined || was === undefined) return [];
  // What stands as it stood says nothing: the eye is to fall on what moved.
  if (shownIn(column, is) === shownIn(column, was)) return [];
  if (column.computed) return [{ key: "posting-rate-before", args: { before: shownIn(column, was) } }];
  const more = Number((is - was).toFixed(column.decimals));
  return [{ key: "posting-change-by", args: { change: `${more > 0 ? "+" : "−"}${shownIn(column, Math.abs(more))}` } }];
}

/** A column's total as a reader wants it; a rate bears its sign. */
export function shownIn(column: FlowColumn, total: Total): string {
  const shown = shownTotal(total, column.computed ? 1 : column.decimals);
  return column.computed && total !== undefined ? `${shown}%` : shown;
}

function figure(table: Table, group: Group, column: FlowColumn, before: FlowColumn | undefined): Text {
  const total = table.roundTotals[`${group.id}.${column.id}`];
  const args = { name: { label: column.short }, figure: shownIn(column, total) };
  const { unit } = column;
  // The unit is said once for a run of figures, and not where the name says it already.
  const said = before?.unit && unit && same(before.unit, unit);
  const named =
    unit && Object.entries(unit).every(([language, word]) => labelIn(column.short, language).endsWith(word));
  if (!unit || said || named || column.computed) return { key: "posting-figure", args };
  return { key: "posting-figure-unit", args: { ...args, unit: { label: unit } } };
}

function same(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.keys(a).every((language) => a[language] === b[language]);
}
