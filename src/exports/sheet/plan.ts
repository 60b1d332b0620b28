import type { CellId } from "../../core/cells.ts";
import { cellId, type FlowBlock, type FlowColumn, type Group, groupOf } from "../../core/flow/flow.ts";
import type { Layout } from "../../core/flow/schema.ts";
import type { Label } from "../../core/message.ts";
import type { Total } from "../../core/table/table.ts";
import { figureFormat } from "./style.ts";

/** What a figure is worked out from, where all of it stands in the same line: places of columns, counted from 0. */
export type Derived =
  | { readonly kind: "sum"; readonly parts: readonly number[] }
  | { readonly kind: "rate"; readonly of: number; readonly to: number; readonly decimals: number };

/** A figure column of a section, and what it is worked out from where that is beside it. */
export type PlannedColumn = { readonly group: Group; readonly column: FlowColumn; readonly derived?: Derived };

/** A planned figure: blank where absent; live where what it is worked out from stands on the sheet. */
export type PlannedCell = { readonly value: Total; readonly format: string; readonly derived?: Derived };

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

/** The figure columns of a layout in order, each with what it is worked out from if the layout holds it all. */
export function columnsOf(block: FlowBlock, groups: Layout["groups"]): readonly PlannedColumn[] {
  const places = groups.flatMap(({ group, columns }) => columns.map((column) => `${group}.${column}`));
  return groups.flatMap(({ group: id, columns }) => {
    const group = groupOf(block, id);
    return columns.flatMap((name): PlannedColumn[] => {
      const column = group.columns.find((each) => each.id === name);
      if (!column) return [];
      const derived = derivedOf(group, column, places);
      return [{ group, column, ...(derived ? { derived } : {}) }];
    });
  });
}

function derivedOf(group: Group, column: FlowColumn, places: readonly string[]): Derived | undefined {
  if (column.computed) {
    const of = places.indexOf(`${group.id}.${column.computed.of}`);
    const to = places.indexOf(`${group.id}.${column.computed.to}`);
    return of < 0 || to < 0 ? undefined : { kind: "rate", of, to, decimals: column.decimals };
  }
  const parts = group.sums?.map((part) => places.indexOf(`${part}.${column.id}`));
  return parts && !parts.includes(-1) ? { kind: "sum", parts } : undefined;
}

/** The formula of a figure; `address` names the cell of a place in the same line. */
export function formulaOf(derived: Derived, address: (place: number) => string): string {
  switch (derived.kind) {
    case "sum":
      return `SUM(${derived.parts.map(address).join(",")})`;
    case "rate":
      return `ROUND(${address(derived.of)}*100/${address(derived.to)},${derived.decimals})`;
  }
}

/** The heads over groups of columns, in the reader's words, and how many columns each stands over. */
export function groupHeads(block: FlowBlock, groups: Layout["groups"], language: string): Section["groups"] {
  return groups.map(({ group, columns }) => ({
    label: say(groupOf(block, group).label, language),
    span: columns.length,
  }));
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
    groups: groupHeads(block, groups, language),
    columns: columns.map(({ column }) => say(column.label, language)),
    rows: block.rows.map((row) => ({
      label: say(row.label, language),
      cells: columns.map(({ group, column, derived }): PlannedCell => {
        const value = figures[cellId(row.id, group.id, column.id)];
        return { value, format: figureFormat(column, value), ...(derived ? { derived } : {}) };
      }),
    })),
  };
}
