import type { CellId, Cells, CellValue } from "../report.ts";

/** A cell that says something else than before; absent is not reported. */
export type Changed = { readonly cell: CellId; readonly before?: CellValue; readonly after?: CellValue };

/** The cells that differ between two states of a report, in the order of the later one, cells that are gone last. */
export function compareCells(before: Cells, after: Cells): readonly Changed[] {
  const ids = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return ids.flatMap((cell): readonly Changed[] => {
    const [was, is] = [before[cell], after[cell]];
    if (was === is) return [];
    return [{ cell, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}
