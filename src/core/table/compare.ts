import { type CellId, type CellValue, cellAt, type Filled, idsIn } from "../cells.ts";

/** A cell that says something else than before; absent is not reported. */
export type Changed = { readonly cell: CellId; readonly before?: CellValue; readonly after?: CellValue };

/** The cells that differ between two states of a report, in the order of the later one, cells that are gone last. */
export function compareCells(before: Filled, after: Filled): readonly Changed[] {
  const ids = [...new Set([...idsIn(after), ...idsIn(before)])];
  return ids.flatMap((cell): readonly Changed[] => {
    const [was, is] = [cellAt(before, cell), cellAt(after, cell)];
    if (was === is) return [];
    return [{ cell, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}
