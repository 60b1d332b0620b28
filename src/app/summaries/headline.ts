import type { FlowBlock, FlowColumn, Group } from "../../core/flow/flow.ts";
import type { Text } from "../../core/message.ts";
import { shown } from "../../core/table/shown.ts";
import type { Total } from "../../core/table/table.ts";
import { labelIn } from "../../wording/wording.ts";

/** The groups that say it all: those that no other sums up. */
export function headGroups(block: FlowBlock): readonly Group[] {
  const summed = new Set(block.groups.flatMap((group) => group.sums ?? []));
  return block.groups.filter((group) => !summed.has(group.id));
}

type TotalAt = (group: string, column: string) => Total;

/**
 * A sentence for each group of a table: 排查 1,204 家（+120），发现率 9.4%（上期 10%）. A column that is set beside another
 * has a line of its own and is left out.
 */
export function headlinesOf(block: FlowBlock, at: TotalAt, before?: TotalAt): readonly Text[] {
  return headGroups(block).flatMap((group): readonly Text[] => {
    const columns = group.columns.filter(({ beside }) => beside === undefined);
    if (columns.length === 0) return [];
    const said = columns.map((column, index): Text => {
      const total = at(group.id, column.id);
      const told = figure(total, column, columns[index - 1]);
      return { join: [told, ...changeOf(column, total, before?.(group.id, column.id))], by: "" };
    });
    return [{ join: said, by: { key: "posting-comma" } }];
  });
}

/** How a total stands against the round before; a rate beside the earlier one, since points of it mislead. */
function changeOf(column: FlowColumn, is: Total, was: Total): readonly Text[] {
  if (is === undefined || was === undefined) return [];
  // What stands as it stood says nothing: the eye is to fall on what moved.
  if (shownIn(column, is) === shownIn(column, was)) return [];
  if (column.computed) return [{ key: "posting-rate-before", args: { before: shownIn(column, was) } }];
  const more = Number((is - was).toFixed(column.decimals));
  return [{ key: "posting-change-by", args: { change: `${more > 0 ? "+" : "−"}${shownIn(column, Math.abs(more))}` } }];
}

/** A column's total as a reader wants it; a blank that nobody reported is a dash. */
export function shownIn(column: FlowColumn, total: Total): string {
  return total === undefined ? "—" : shown(column, total);
}

/** One figure with its name, and its unit where the figure before does not say it already. */
export function figure(total: Total, column: FlowColumn, before?: FlowColumn): Text {
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
