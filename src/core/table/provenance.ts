import { type CellId, cellAt, cellsIn, type Filled } from "../cells.ts";
import { type Doc, emptyDoc, evolve } from "../document.ts";
import type { DocKey, Entry } from "../entry.ts";
import { asCounted, countedRevision } from "../submission.ts";
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
  /** It does not count yet: it waits for the unit's reason or the head's approval. */
  readonly waits: boolean;
};

/** Every change of a report's figure, oldest first: where it came from and how it came about. */
export function changesOf(key: DocKey, history: readonly Entry[], parts: Parts): readonly Change[] {
  const changes: (Omit<Change, "waits"> & { readonly revision: number })[] = [];
  let doc = emptyDoc(key);
  for (const entry of history) {
    const next = evolve(doc, entry);
    if (doc.kind === "report" && next.kind === "report") {
      const [before, after] = [figureIn(doc.doc.cells, parts), figureIn(next.doc.cells, parts)];
      if (before !== after)
        changes.push({
          entry,
          revision: next.doc.revision,
          ...(before === undefined ? {} : { before }),
          ...(after === undefined ? {} : { after }),
          corrects: doc.doc.status === "submitted",
        });
    }
    doc = next;
  }
  const counted = countedUntil(doc);
  return changes.map(({ revision, ...change }) => ({ ...change, waits: revision > counted }));
}

/** An entry that gave parts of a figure as they count now, and which. */
export type Given = { readonly entry: Entry; readonly cells: readonly CellId[] };

/** The entries that gave what the parts of a figure say, oldest first; parts that are 0 gave nothing. */
export function givenBy(key: DocKey, history: readonly Entry[], { of, to }: Parts): readonly Given[] {
  const given = new Map<CellId, { readonly entry: Entry; readonly revision: number }[]>();
  let doc = emptyDoc(key);
  for (const entry of history) {
    const next = evolve(doc, entry);
    if (doc.kind === "report" && next.kind === "report")
      for (const cell of [...of, ...to])
        if (cellAt(doc.doc.cells, cell) !== cellAt(next.doc.cells, cell))
          given.set(cell, [...(given.get(cell) ?? []), { entry, revision: next.doc.revision }]);
    doc = next;
  }
  if (doc.kind !== "report") return [];
  const { cells } = asCounted(doc.doc);
  const counted = countedUntil(doc);
  const last = [...given].flatMap(([cell, each]) => {
    const source = each.findLast(({ revision }) => revision <= counted);
    return source && (cellAt(cells, cell) ?? 0) !== 0 ? [{ cell, entry: source.entry }] : [];
  });
  return history.flatMap((entry) => {
    const its = last.filter((each) => each.entry === entry).map(({ cell }) => cell);
    return its.length > 0 ? [{ entry, cells: its }] : [];
  });
}

/** The revision up to which a sent report counts; a draft stands with all that it says. */
export function countedUntil(doc: Doc): number {
  const sent = doc.kind === "report" && doc.doc.status === "submitted" && doc.doc.settled !== undefined;
  return sent ? countedRevision(doc.doc) : Number.POSITIVE_INFINITY;
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
