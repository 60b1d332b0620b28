/** One measured figure; `peer`, `ratio` and `target` where there is something to hold it against. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: string;
  readonly ratio?: number;
  readonly target?: string;
  readonly met?: boolean;
};

/**
 * One measurement: does its work, several runs where single ones differ, and gives the medians. What takes long tells
 * how far it is through `say`. What it is held against is measured in the same run; where a
 * peer is not installed the figure's `peer` says so and has no ratio: none is remembered from another day.
 */
export type Bench = (say: (line: string) => void) => Promise<readonly Figure[]>;

/** The value below which a share of the (unsorted) samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
