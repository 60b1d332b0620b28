import { cellId, type FlowBlock, type FlowColumn, type Group, groupOf } from "../../core/flow/flow.ts";
import type { Layout } from "../../core/flow/schema.ts";
import type { Label } from "../../core/message.ts";
import type { CellId } from "../../core/report.ts";
import type { Total } from "../../core/table/table.ts";
import { figureFormat } from "./style.ts";

/** A figure column of a section; `parts` are the columns (counted from 0) that it adds up, where all are beside it. */
export type PlannedColumn = {
  readonly group: Group;
  readonly column: FlowColumn;
  readonly parts?: readonly number[];
};

/** A planned figure: blank where absent; a sum that is live where its parts stand on the sheet. */
export type PlannedCell = { readonly value: Total; readonly format: string; readonly parts?: readonly number[] };

/** A section of a sheet: heads of two rows (groups with their span, columns), and the rows of the block. */
export type Section = {
  readonly caption: string;
  readonly groups: readonly { readonly label: string; readonly span: number }[];
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly PlannedCell[] }[];
};

/** A label in the reader's language, else in the first that it has. */
export const say = (label: Label, language: string): string => label[language] ?? Object.values(label)[0] ?? "";

/** Every column of a block as a layout would print it, for the sheets that hold all that was collected. */
export function wholeLayout(block: FlowBlock): Layout["groups"] {
  return block.groups.map((group) => ({ group: group.id, columns: group.columns.map(({ id }) => id) }));
}

/** The figure columns of a layout in order, each sum with the places of its parts if the layout holds them all. */
export function columnsOf(block: FlowBlock, groups: Layout["groups"]): readonly PlannedColumn[] {
  const places = groups.flatMap(({ group, columns }) => columns.map((column) => `${group}.${column}`));
  return groups.flatMap(({ group: id, columns }) => {
    const group = groupOf(block, id);
    return columns.flatMap((name): PlannedColumn[] => {
      const column = group.columns.find((each) => each.id === name);
      if (!column) return [];
      const parts = column.computed ? undefined : group.sums?.map((part) => places.indexOf(`${part}.${name}`));
      return [{ group, column, ...(parts && !parts.includes(-1) ? { parts } : {}) }];
    });
  });
}

/** A section of a block as a layout has it, in the reader's words. */
export function sectionOf(
  block: FlowBlock,
  groups: Layout["groups"],
  figures: Readonly<Record<CellId, Total>>,
  caption: string,
  language: string,
): Section {
  const columns = columnsOf(block, groups);
  return {
    caption,
    groups: groups.map(({ group, columns: inside }) => ({
      label: say(groupOf(block, group).label, language),
      span: inside.length,
    })),
    columns: columns.map(({ column }) => say(column.label, language)),
    rows: block.rows.map((row) => ({
      label: say(row.label, language),
      cells: columns.map(({ group, column, parts }): PlannedCell => {
        const value = figures[cellId(row.id, group.id, column.id)];
        return { value, format: figureFormat(column, value), ...(parts ? { parts } : {}) };
      }),
    })),
  };
}
