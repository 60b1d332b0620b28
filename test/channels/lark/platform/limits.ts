/** At most so many within a span that slides along. */
export type Limit = {
  /** Takes one if there is room: 0; else how long until there is, in milliseconds, and nothing is taken. */
  take(): number;
};

export function limit(most: number, span: number): Limit {
  let taken: number[] = [];
  return {
    take: () => {
      const now = performance.now();
      taken = taken.filter((at) => at > now - span);
      const first = taken.at(-most);
      if (first !== undefined) return first + span - now;
      taken.push(now);
      return 0;
    },
  };
}

/** One limit for each key. */
export function limitEach(most: number, span: number): (key: string) => Limit {
  const limits = new Map<string, Limit>();
  return (key) => {
    const known = limits.get(key) ?? limit(most, span);
    limits.set(key, known);
    return known;
  };
}
