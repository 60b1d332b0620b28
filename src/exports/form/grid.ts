import { type CellId, type CellValue, cellAt, type Filled } from "../../core/cells.ts";
import {
  askedColumns,
  cellId,
  type FlowBlock,
  type FlowColumn,
  type Group,
  type Place,
  type Row,
} from "../../core/flow/flow.ts";
import type { Word } from "../export.ts";
import { say } from "../sheet/plan.ts";

/** A column of the form; one that adds up others names their places, counted from 0. */
export type GridColumn = { readonly group: Group; readonly column: FlowColumn; readonly parts?: readonly number[] };

/** What a unit is asked of one block: the rows, the columns in the order of the form, and which cells are asked. */
export type Grid = {
  readonly block: FlowBlock;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn[];
  readonly asked: ReadonlySet<CellId>;
};

/** The grids of the blocks that hold asked cells, in the order of the form. */
export function gridsOf(places: readonly Place[]): readonly Grid[] {
  return [...new Set(places.map(({ block }) => block))].map((block) => {
    const own = places.filter((place) => place.block === block);
    const asked = own.map(({ group, column }): GridColumn => ({ group, column }));
    const columns = block.groups.flatMap((group) =>
      askedColumns(group).flatMap(
        (column) => asked.find((each) => each.group === group && each.column === column) ?? [],
      ),
    );
    return {
      block,
      rows: block.rows.filter((row) => own.some((place) => place.row === row)),
      columns: [...columns, ...sumsOf(block, columns)],
      asked: new Set(own.map(({ id }) => id)),
    };
  });
}

/** Sums over the groups that are on the form; one group alone needs none. */
function sumsOf(block: FlowBlock, columns: readonly GridColumn[]): readonly GridColumn[] {
  return block.groups.flatMap((group) =>
    group.columns.flatMap((column): readonly GridColumn[] => {
      const parts = columns.flatMap((each, place) =>
        group.sums?.includes(each.group.id) && each.column.id === column.id ? [place] : [],
      );
      return parts.length > 1 ? [{ group, column, parts }] : [];
    }),
  );
}

/** What a cell of the form shows: the figure given, or the sum of those that it adds up; undefined where none is. */
export function shownIn(
  cells: Filled,
  columns: readonly GridColumn[],
  row: Row,
  { group, column, parts }: GridColumn,
): CellValue | undefined {
  if (!parts) return cellAt(cells, cellId(row.id, group.id, column.id));
  const values = parts.flatMap((part) => {
    const each = columns[part];
    const value = each && cellAt(cells, cellId(row.id, each.group.id, each.column.id));
    return value === undefined || value === "n/a" ? [] : [value];
  });
  // Tenths add up to less than they should in binary.
  return values.length === 0
    ? undefined
    : Number(values.reduce((sum, value) => sum + value, 0).toFixed(column.decimals));
}

/** The heads over the columns: each group and how many columns it stands over. */
export function groupsOver(columns: readonly GridColumn[], language: string) {
  const groups = [...new Set(columns.map(({ group }) => group))];
  return groups.map((group) => ({
    label: say(group.label, language),
    span: columns.filter((each) => each.group === group).length,
  }));
}

/** The head of a column: its label, with the unit behind it in brackets where the label does not name it. */
export function headOf(column: FlowColumn, language: string, word: Word): string {
  const label = say(column.label, language);
  const unit = column.unit && say(column.unit, language);
  // A label that ends in brackets has its unit there, perhaps in other words than where room is short.
  if (!unit || /[）)]$/u.test(label) || label.toLowerCase().includes(unit.toLowerCase())) return label;
  return word("form-column", { label, unit });
}
