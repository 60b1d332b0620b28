/** Shares of calls that go wrong, by chance from a seed. */
export type Faults = {
  readonly seed: number;
  /** Refused with 429 and a second to wait. */
  readonly tooMany: number;
  /** Answered with 500, not applied. */
  readonly broken: number;
  /** Applied, and the connection closed before the answer. */
  readonly lost: number;
};
export type Fault = "none" | "too-many" | "held" | "broken" | "lost";

/** Draws one fault after the other; the same seed draws the same ones. */
export function drawing({ seed, tooMany, broken, lost }: Faults): () => Fault {
  let state = seed >>> 0;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    const roll = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    if (roll < tooMany) return "too-many";
    if (roll < tooMany + broken) return "broken";
    return roll < tooMany + broken + lost ? "lost" : "none";
  };
}
