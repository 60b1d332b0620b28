import type { Origin } from "./entry.ts";
import type { Instant } from "./time.ts";

/** Where a document's chain ended: how many entries it had, and the hash after the last. */
export type SealedHead = readonly [seq: number, hash: string];

/**
 * A seal lists where the chains of all documents ended that had changed since the seal before, and stands in a chain of
 * its own: what is cut off an end, or worked out anew from some entry on, no longer fits.
 */
export type SealEntry =
  /** What comes after this entry is the next seal's to list, if this one has not met it. */
  | { readonly kind: "seal-begun" }
  | { readonly kind: "sealed"; readonly heads: Readonly<Record<string, SealedHead>> }
  /** The seal is whole; `begun` is the number of its first entry, `rounds` are those closed since the seal before. */
  | { readonly kind: "seal-closed"; readonly begun: number; readonly rounds: readonly string[] };

/** The seals so far. */
export type Seals = {
  readonly entries: number;
  /** The number of the entry that the last whole seal began with; 0 where there is none. */
  readonly begun: number;
  readonly closedAt?: Instant;
  /** The rounds whose close is sealed, by document. */
  readonly rounds: readonly string[];
};

export const noSeals: Seals = { entries: 0, begun: 0, rounds: [] };

/** The seals after one more entry. */
export function evolveSeals(seals: Seals, entry: Origin & SealEntry): Seals {
  const entries = seals.entries + 1;
  switch (entry.kind) {
    case "seal-begun":
    case "sealed":
      return { ...seals, entries };
    case "seal-closed":
      return {
        entries,
        begun: Math.max(seals.begun, entry.begun),
        closedAt: entry.at,
        rounds: [...seals.rounds, ...entry.rounds],
      };
  }
}
