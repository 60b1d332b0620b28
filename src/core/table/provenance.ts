import { type CellId, cellAt, cellsIn, type Filled } from "../cells.ts";
import { emptyDoc, evolve } from "../document.ts";
import type { DocKey, Entry } from "../entry.ts";
import type { Total } from "./table.ts";
import { percent } from "./tabulate.ts";

/** What a figure is worked out from: the sum of some cells, or of a rate the percentage of one sum in another. */
export type Parts = { readonly of: readonly CellId[]; readonly to: readonly CellId[]; readonly decimals: number };

/** One change of a figure: the entry that made it, and what the figure was before and after. */
export type Change = {
  readonly entry: Entry;
  readonly before?: number;
  readonly after?: number;
  /** The report had been submitted when it was changed. */
  readonly corrects: boolean;
};

/** Every change of a report's figure, oldest first: where it came from and how it came about. */
export function changesOf(key: DocKey, history: readonly Entry[], parts: Parts): readonly Change[] {
  const changes: Change[] = [];
  let doc = emptyDoc(key);
  for (const entry of history) {
    const next = evolve(doc, entry);
    if (doc.kind === "report" && next.kind === "report") {
      const [before, after] = [figureIn(doc.doc.cells, parts), figureIn(next.doc.cells, parts)];
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

/** A rate is in percent, and there is none where nothing was sampled. */
function figureIn(all: Filled, { of, to, decimals }: Parts): Total {
  const sum = sumIn(all, of);
  return to.length === 0 ? sum : percent(sum, sumIn(all, to), decimals);
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
