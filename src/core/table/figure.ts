import type { CellId } from "../cells.ts";
import { cellId, type FlowBlock, type FlowColumn, type Form, type Group, type Row } from "../flow/flow.ts";
import type { Check } from "../flow/schema.ts";
import type { Term } from "./vocabulary.ts";

/** One figure of the consolidated table: a column of a group, in one row or over all of them. */
export type Figure = {
  readonly block: FlowBlock;
  readonly row?: Row;
  readonly group: Group;
  readonly column: FlowColumn;
};

/** The asked cells that a figure is the sum of; of a rate the parts that it is worked out from. */
export function cellsOf({ block, row, group, column }: Figure): {
  readonly of: readonly CellId[];
  readonly to: readonly CellId[];
} {
  const rows = row ? [row] : block.rows;
  const groups = group.sums ?? [group.id];
  const cells = (id: string) => rows.flatMap((each) => groups.map((from) => cellId(each.id, from, id)));
  const { computed } = column;
  return computed ? { of: cells(computed.of), to: cells(computed.to) } : { of: cells(column.id), to: [] };
}

/**
 * The figures that words may mean. A sum stands for its parts where no group is named, a printed block goes before one
 * that is not; several are left where the words fit several.
 */
export function figuresNamed(flow: Pick<Form, "blocks">, terms: readonly Term[]): readonly Figure[] {
  const rows = terms.flatMap((term) => (term.kind === "row" ? [term.row] : []));
  const groups = terms.flatMap((term) => (term.kind === "group" ? [term.group] : []));
  const columns = terms.flatMap((term) => (term.kind === "column" ? [term.column] : []));
  if (groups.length === 0 && columns.length === 0) return [];
  const found = flow.blocks.flatMap((block) => {
    const named = block.rows.filter((row) => rows.includes(row));
    if (rows.length > 0 && named.length === 0) return [];
    return block.groups
      .filter(({ id }) => groups.length === 0 || groups.includes(id))
      .flatMap((group) =>
        group.columns
          .filter(({ id }) => columns.length === 0 || columns.includes(id))
          .flatMap((column): Figure[] =>
            named.length === 0 ? [{ block, group, column }] : named.map((row) => ({ block, row, group, column })),
          ),
      );
  });
  const printed = found.some(({ block }) => block.printed) ? found.filter(({ block }) => block.printed) : found;
  if (groups.length > 0) return printed;
  const whole = printed.filter(({ block, group }) => !block.groups.some(({ sums }) => sums?.includes(group.id)));
  return whole.length > 0 ? whole : printed;
}

/** Every figure of the rows that words name, for words that name no column. */
export function figuresInRows(terms: readonly Term[]): readonly Figure[] {
  return terms.flatMap((term) =>
    term.kind === "row"
      ? term.block.groups.flatMap((group) =>
          group.columns.map((column) => ({ block: term.block, row: term.row, group, column })),
        )
      : [],
  );
}

/** Of several figures those whose unit of measure stands behind a number in the words, 30家; all where none does. */
export function measuredIn(words: string, figures: readonly Figure[]): readonly Figure[] {
  const numbered = figures.filter(({ column }) =>
    Object.values(column.unit ?? {}).some((unit) =>
      words
        .replace(/\s/g, "")
        .split(unit)
        .slice(0, -1)
        .some((part) => /\d$/.test(part)),
    ),
  );
  return numbered.length > 0 ? numbered : figures;
}

/** The parts of a figure that is a sum over groups; none where it is not. */
export function partsOfSum({ block, group, ...rest }: Figure): readonly Figure[] {
  return block.groups.filter(({ id }) => group.sums?.includes(id)).map((part) => ({ ...rest, block, group: part }));
}

/** The words that ask for this figure, as buttons name it. */
export function figureWords({ row, group, column }: Figure): string {
  return `f.${row?.id ?? ""}.${group.id}.${column.id}`;
}

/** The checks of a flow that read a figure: what it has passed, or stands against with a reason. */
export function checksOn<Rule extends CheckRule>(rules: readonly Rule[], figure: Figure): readonly Rule[] {
  const groups = figure.group.sums ?? [figure.group.id];
  const columns = figure.column.computed ? [figure.column.computed.of, figure.column.computed.to] : [figure.column.id];
  return rules.filter(
    (rule) =>
      rule.block === figure.block.id &&
      rule.each !== "report" &&
      (!rule.groups || rule.groups.some((id) => groups.includes(id))) &&
      (rule.each === "figure" || columns.some((id) => reads(rule, id))),
  );
}

/** The columns of a group that a check reads, in the order of the form. */
export function columnsRead(rule: Pick<CheckRule, "require">, { columns }: Group): readonly FlowColumn[] {
  return columns.filter(({ id }) => reads(rule, id));
}

function reads({ require }: Pick<CheckRule, "require">, id: string): boolean {
  return new RegExp(`\\b${id}\\b`).test(require);
}

type CheckRule = Pick<Check, "block" | "each" | "groups" | "require">;
