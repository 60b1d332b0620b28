import { cellId, type FlowBlock, type FlowColumn, type Form, type Group, type Row } from "../flow/flow.ts";
import type { CellId } from "../report.ts";
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

/** The parts of a figure that is a sum over groups; none where it is not. */
export function partsOfSum({ block, group, ...rest }: Figure): readonly Figure[] {
  return block.groups.filter(({ id }) => group.sums?.includes(id)).map((part) => ({ ...rest, block, group: part }));
}

/** The words that ask for this figure, as buttons name it. */
export function figureWords({ row, group, column }: Figure): string {
  return `f.${row?.id ?? ""}.${group.id}.${column.id}`;
}

/** The checks of a flow that read a figure: how many rules it has passed, or stood against with a reason. */
export function checksOn(
  flow: Pick<Form, "blocks"> & { readonly checks: readonly CheckRule[] },
  figure: Figure,
): number {
  const { computed } = figure.column;
  const columns = computed ? [computed.of, computed.to] : [figure.column.id];
  const groups = figure.group.sums ?? [figure.group.id];
  return flow.checks.filter(
    ({ block, each, groups: only, require }) =>
      block === figure.block.id &&
      each !== "report" &&
      (!only || only.some((id) => groups.includes(id))) &&
      (each === "figure" || columns.some((id) => new RegExp(`\\b${id}\\b`).test(require))),
  ).length;
}

type CheckRule = {
  readonly block?: string | undefined;
  readonly each: "group" | "figure" | "report";
  readonly groups?: readonly string[] | undefined;
  readonly require: string;
};
