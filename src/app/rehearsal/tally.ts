import type { CellId } from "../../core/cells.ts";
import type { Truth } from "./truth.ts";

/**
 * The rehearsal's own books: what each unit truly sent in each round, added up in whole ten-thousandths, apart from
 * everything that the bot adds up.
 */
export type Tally = {
  /** What a unit's report of a round says from here on. */
  sent(round: string, unit: string, figures: Truth): void;
  /** Sums of one round, by cell; a cell that nobody sent is absent. */
  ofRound(round: string): ReadonlyMap<CellId, number>;
  /** Sums of several rounds. */
  upTo(rounds: readonly string[]): ReadonlyMap<CellId, number>;
};

const PARTS = 10_000;

/** Empty books. */
export function tally(): Tally {
  const books = new Map<string, Map<string, Truth>>();
  const add = (rounds: readonly string[]): ReadonlyMap<CellId, number> => {
    const sums = new Map<CellId, number>();
    for (const round of rounds)
      for (const figures of books.get(round)?.values() ?? [])
        for (const [id, figure] of Object.entries(figures))
          sums.set(id, (sums.get(id) ?? 0) + Math.round(figure * PARTS));
    return new Map([...sums].map(([id, sum]) => [id, sum / PARTS]));
  };
  return {
    sent: (round, unit, figures) => {
      const ofRound = books.get(round) ?? new Map<string, Truth>();
      ofRound.set(unit, figures);
      books.set(round, ofRound);
    },
    ofRound: (round) => add([round]),
    upTo: add,
  };
}
