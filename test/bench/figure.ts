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

/** The value below which a share of the (unsorted) samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
