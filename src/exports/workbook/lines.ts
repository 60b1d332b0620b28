import { cellId, type FlowBlock, type FlowColumn } from "../../core/flow/flow.ts";
import type { Table, Total } from "../../core/table/table.ts";
import { add, percent } from "../../core/table/tabulate.ts";
import type { Printed, Word } from "../export.ts";
import { type PlannedColumn, say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import type { UnpackedReturn } from "./job.ts";

/** The lines (counted from 0) whose figures a line adds up: all from one to another, or those of the same row label. */
export type Adds = { readonly kind: "all" | "same-row"; readonly from: number; readonly to: number };

/** A line of the sheet by unit: its labels and its figures by column; live where it adds up others. */
export type Line = {
  readonly labels: readonly [unit: string, standing: string, row: string];
  readonly figures: readonly Total[];
  readonly sum: boolean;
  readonly adds?: Adds;
  /** The places of figures that this version changes; all of them in a report that came late. */
  readonly changed?: ReadonlySet<number>;
};

/**
 * This round's figures of a block, unit by unit: a line for each row with anything but nought, a sum for a unit with
 * any other number of them than one, a line that says how it stands for a unit without figures; then the totals.
 */
export function linesOf(
  of: UnpackedReturn,
  block: FlowBlock,
  columns: readonly PlannedColumn[],
  word: Word,
): { readonly units: readonly Line[]; readonly totals: readonly Line[] } {
  const ids = block.rows.map((row) => columns.map(({ group, column }) => cellId(row.id, group.id, column.id)));
  const units: Line[] = [];
  for (const unit of of.units) {
    const [name, standing] = [unit.name, word(`workbook-standing-${unit.standing}`)];
    const from = units.length;
    const changedIn = changesOf(of, unit.id);
    const reckoned = ids.map((row) => lineOf(columns, (place) => unit.figureAt(row[place] ?? "")));
    block.rows.forEach((row, index) => {
      const figures = reckoned[index] ?? [];
      if (!figures.some((figure) => figure !== undefined && figure !== 0)) return;
      const changed = changedIn?.(ids[index] ?? []);
      units.push({
        labels: [name, standing, say(row.label, of.language)],
        figures,
        sum: false,
        ...(changed && changed.size > 0 ? { changed } : {}),
      });
    });
    const rows = units.length - from;
    if (rows === 1) continue;
    const figures = lineOf(columns, (place, column) =>
      add(
        column,
        reckoned.map((line) => line[place]),
      ),
    );
    const label = figures.every((figure) => figure === undefined) ? "" : word("workbook-subtotal");
    const adds: Adds = { kind: "all", from, to: units.length - 1 };
    units.push({ labels: [name, standing, label], figures, sum: label !== "", ...(rows > 0 ? { adds } : {}) });
  }
  return { units, totals: totalsOf(of, block, columns, units, word) };
}

/** Which places of a row this version changes for a unit; undefined for one that it leaves as it was. */
function changesOf({ revised }: Printed, unit: string): ((row: readonly string[]) => ReadonlySet<number>) | undefined {
  const found = revised?.units.find((each) => each.unit === unit);
  if (!found) return undefined;
  const cells = new Set(found.cells.map(({ cell }) => cell));
  return (row) => new Set(row.flatMap((cell, place) => (found.kind !== "corrected" || cells.has(cell) ? [place] : [])));
}

/**
 * The figures of a line from those that were asked of it: sums over groups, then rates. As in the tables, but by the
 * place of the column, for there are many lines.
 */
function lineOf(
  columns: readonly PlannedColumn[],
  asked: (place: number, column: FlowColumn) => Total,
): readonly Total[] {
  const figures = columns.map(({ column, derived }, place) => (derived ? undefined : asked(place, column)));
  columns.forEach(({ column, derived }, place) => {
    if (derived?.kind === "sum")
      figures[place] = add(
        column,
        derived.parts.map((part) => figures[part]),
      );
  });
  columns.forEach(({ derived }, place) => {
    if (derived?.kind === "rate") figures[place] = percent(figures[derived.of], figures[derived.to], derived.decimals);
  });
  return figures;
}

function totalsOf(
  of: Printed,
  block: FlowBlock,
  columns: readonly PlannedColumn[],
  units: readonly Line[],
  word: Word,
): readonly Line[] {
  const table = of.tables.find((each) => each.block === block.id);
  if (!table || units.length === 0) return [];
  const names = block.rows.map((row) => say(row.label, of.language));
  const total = word("workbook-total");
  const last = { labels: [total, "", total], figures: sums(columns, table), sum: true } as const;
  // A line of a single row is the unit's whole: there is nothing to tell apart.
  if (names.length === 1) return [{ ...last, adds: { kind: "all", from: 0, to: units.length - 1 } }];
  // Rows are told apart by their labels as a spreadsheet compares them; like ones could not be.
  const apart = new Set([...names, word("workbook-subtotal")].map((name) => plain(name).toLowerCase()));
  const live = apart.size === names.length + 1;
  const rows = block.rows.map((row, index): Line => {
    const figures = columns.map(({ group, column }) => table.round[cellId(row.id, group.id, column.id)]);
    const adds: Adds = { kind: "same-row", from: 0, to: units.length - 1 };
    return { labels: [total, "", names[index] ?? ""], figures, sum: false, ...(live ? { adds } : {}) };
  });
  return [...rows, { ...last, adds: { kind: "all", from: units.length, to: units.length + rows.length - 1 } }];
}

/** The sums over the rows, by column. */
function sums(columns: readonly PlannedColumn[], table: Table): readonly Total[] {
  return columns.map(({ group, column }) => table.roundTotals[`${group.id}.${column.id}`]);
}
