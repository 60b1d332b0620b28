import type { DocKey } from "../../core/entry.ts";
import type { Slot } from "./slots.ts";

/**
 * Documents as this process last saw or left them. What stands so in the database still, by its hash, is not sent again:
 * every answer asks for its round, which names thousands of units.
 */
export type Remembered = {
  known(keys: readonly DocKey[]): ReadonlyMap<DocKey, Slot>;
  learn(slots: ReadonlyMap<DocKey, Slot>): void;
};

/** Documents remembered at once, those used last. */
const MOST = 1_000;
/** A change over more than these is no answer, and would drive out what answers need. */
const FEW = 16;

/** Nothing remembered yet. */
export function remembered(): Remembered {
  const all = new Map<DocKey, Slot>();
  return {
    known: (keys) =>
      new Map(
        keys.flatMap((key) => {
          const slot = all.get(key);
          return slot ? [[key, slot] as const] : [];
        }),
      ),
    learn: (slots) => {
      if (slots.size > FEW) return;
      for (const [key, slot] of slots) {
        all.delete(key);
        all.set(key, slot);
      }
      for (const key of all.keys()) {
        if (all.size <= MOST) return;
        all.delete(key);
      }
    },
  };
}
