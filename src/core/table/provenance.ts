import { type CellId, cellAt, cellsIn, type Filled } from "../cells.ts";
import { emptyDoc, evolve } from "../document.ts";
import type { DocKey, Entry } from "../entry.ts";

/** One change of a figure: the entry that made it, and what the sum of the cells was before and after. */
export type Change = {
  readonly entry: Entry;
  readonly before?: number;
  readonly after?: number;
  /** The report had been submitted when it was changed. */
  readonly corrects: boolean;
};

/** Every change of the sum of some cells of a report, oldest first: where a figure came from and how it came about. */
export function changesOf(key: DocKey, history: readonly Entry[], cells: readonly CellId[]): readonly Change[] {
  const changes: Change[] = [];
  let doc = emptyDoc(key);
  for (const entry of history) {
    const next = evolve(doc, entry);
    if (doc.kind === "report" && next.kind === "report") {
      const [before, after] = [sumIn(doc.doc.cells, cells), sumIn(next.doc.cells, cells)];
      if (before !== after)
        changes.push({
          entry,
          ...(before === undefined ? {} : { before }),
          ...(after === undefined ? {} : { after }),
          corrects: doc.doc.status === "submitted",
        });
    }
    doc = next;
  }
  return changes;
}

/** The cells of a report that stand otherwise than when it was first sent in, in no particular order. */
export function correctedIn(key: DocKey, history: readonly Entry[]): readonly CellId[] {
  let doc = emptyDoc(key);
  let sent: Filled | undefined;
  for (const entry of history) {
    doc = evolve(doc, entry);
    if (doc.kind === "report" && doc.doc.status === "submitted") sent ??= doc.doc.cells;
  }
  if (doc.kind !== "report" || !sent) return [];
  const [then, now] = [sent, doc.doc.cells];
  const ids = new Set([...cellsIn(then), ...cellsIn(now)].map(([id]) => id));
  return [...ids].filter((id) => cellAt(then, id) !== cellAt(now, id));
}

/** The sum of some cells; undefined where none of them bears a figure. */
function sumIn(all: Filled, cells: readonly CellId[]): number | undefined {
  let sum: number | undefined;
  for (const id of cells) {
    const value = cellAt(all, id);
    if (typeof value === "number") sum = Math.round(((sum ?? 0) + value) * 1e6) / 1e6;
  }
  return sum;
}
