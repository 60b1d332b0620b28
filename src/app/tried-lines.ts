import { reportKey } from "../core/entry.ts";
import { type TriedWords, triedWords } from "../core/interview/refused/tried-words.ts";
import type { Report } from "../core/report.ts";
import type { Store } from "../store/store.ts";

/** The words of figures that were given and not kept lie beside the history of a report. */
export type TriedLines = {
  /** The words of what was tried for a report; empty where nothing was. */
  of(report: Report): Promise<TriedWords>;
  /** Words are no longer there to be read: they are forgotten here too. */
  forgotten(): void;
};

/** Reads a report's history once, and again when something else was tried for it: not with each answer after a slip. */
export function triedLinesIn(store: Store): TriedLines {
  let read = new WeakMap<NonNullable<Report["tried"]>, Promise<TriedWords>>();
  return {
    of: async ({ flow, round, unit, tried }) => {
      if (!tried) return {};
      const known = read.get(tried);
      if (known) return known;
      const reading = store
        .history(reportKey(flow, round, unit))
        .then((history) => triedWords(history.map(({ entry }) => entry)));
      read.set(tried, reading);
      // What could not be read is no answer for the next who asks.
      reading.catch(() => read.delete(tried));
      return reading;
    },
    forgotten: () => {
      read = new WeakMap();
    },
  };
}
