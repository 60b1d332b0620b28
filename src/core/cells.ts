import { workedOut } from "./worked-out.ts";

/** `mask.screening.screened`: row, group, column. */
export type CellId = string;
/** A figure in the column's unit, or the statement that the question does not apply. Absent = not reported. */
export type CellValue = number | "n/a";
/** Some cells by id: what an entry sets, or sums. */
export type Cells = Readonly<Record<CellId, CellValue>>;

/**
 * All the cells of a report, by row, group and column. An answer copies the small records on its way and shares the rest
 * with the report before it; a record of 288 cells by id took sixty times as long to copy, and three times the memory.
 */
export type Filled = { readonly rows: Readonly<Record<string, FilledRow>> };
export type FilledRow = Readonly<Record<string, FilledGroup>>;
export type FilledGroup = Readonly<Record<string, CellValue>>;

/** No cell at all. */
export const nothingFilled: Filled = { rows: {} };

/** The cells of a record by id. */
export function filledFrom(cells: Cells): Filled {
  return withCells(nothingFilled, cells);
}

/** What stands in a cell; undefined where nothing was reported. */
export function cellAt({ rows }: Filled, id: CellId): CellValue | undefined {
  const { row, group, column } = partsOf(id);
  return rows[row]?.[group]?.[column];
}

/** Whether anything other than 0 stands in a cell, 不适用 included. */
export function saysMoreThanZero(filled: Filled, id: CellId): boolean {
  const value = cellAt(filled, id);
  return value !== undefined && value !== 0;
}

/** Whether some cell says more than 0, and more than that it does not apply. */
export function saysFigure(filled: Filled): boolean {
  return cellsIn(filled).some(([, value]) => value !== 0 && value !== "n/a");
}

/** The cells with these set. */
export function withCells(filled: Filled, cells: Cells): Filled {
  const rows: Record<string, Record<string, Record<string, CellValue>>> = { ...filled.rows };
  for (const [id, value] of Object.entries(cells)) {
    const { row, group, column } = partsOf(id);
    const before = filled.rows[row];
    // What is still that of before is shared: it is copied once, whatever else is set in it.
    if (rows[row] === before) rows[row] = { ...before };
    const groups = rows[row] ?? {};
    if (groups[group] === before?.[group]) groups[group] = { ...groups[group] };
    (groups[group] ?? {})[column] = value;
  }
  return { rows };
}

/** The cells without these; a row or group that is left without any is gone as well. */
export function withoutCells(filled: Filled, ids: readonly CellId[]): Filled {
  const rows: Record<string, FilledRow> = { ...filled.rows };
  for (const id of ids) {
    const { row, group, column } = partsOf(id);
    const { [group]: columns = {}, ...groups } = rows[row] ?? {};
    const { [column]: _gone, ...left } = columns;
    const kept = Object.keys(left).length > 0 ? { ...rows[row], [group]: left } : groups;
    if (Object.keys(kept).length > 0) rows[row] = kept;
    else delete rows[row];
  }
  return { rows };
}

/** These cells as explicit zeros. */
export function zeros(ids: readonly CellId[]): Cells {
  return Object.fromEntries(ids.map((id) => [id, 0]));
}

/** Every cell with what stands in it. */
export function cellsIn({ rows }: Filled): readonly (readonly [CellId, CellValue])[] {
  const found: (readonly [CellId, CellValue])[] = [];
  for (const [row, groups] of Object.entries(rows))
    for (const [group, columns] of Object.entries(groups))
      for (const [column, value] of Object.entries(columns)) found.push([`${row}.${group}.${column}`, value]);
  return found;
}

/** The ids of the cells that bear anything. */
export function idsIn(filled: Filled): readonly CellId[] {
  return cellsIn(filled).map(([id]) => id);
}

/** The cells as a record by id, as others are given them. */
export function byId(filled: Filled): Cells {
  return Object.fromEntries(cellsIn(filled));
}

type Parts = { readonly row: string; readonly group: string; readonly column: string };

/** A campaign has some hundred ids, and each is looked up with every answer: taken apart once. */
const parts = new Map<CellId, Parts>();

function partsOf(id: CellId): Parts {
  return workedOut(parts, id, takeApart);
}

function takeApart(id: CellId): Parts {
  const [row = "", group = "", column = ""] = id.split(".");
  return { row, group, column };
}
