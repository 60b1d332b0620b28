/** Seeded chance: the same seed plays the same campaign. */
export type Chance = {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  oneOf<const T>(some: readonly [T, ...T[]]): T;
  happens(share: number): boolean;
};

/** Mulberry32: small, fast, and good enough to make up liaisons. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    oneOf: (some) => some[whole(0, some.length - 1)] ?? some[0],
    happens: (share) => next() < share,
  };
}
