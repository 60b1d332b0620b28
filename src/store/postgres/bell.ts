/** Wakes those who follow the feed: rung for what was kept here, for what other instances tell, and now and then. */
export type Bell = {
  /** There is something up to this position. */
  ring(position: number): void;
  /** The farthest position that anybody has told of. */
  heard(): number;
  /** Resolves at the next ring, after so many milliseconds at the latest. */
  wait(atMost: number): Promise<void>;
};

/** A bell that has not been rung. */
export function bell(): Bell {
  let heard = 0;
  const sleepers = new Set<() => void>();
  return {
    ring: (position) => {
      heard = Math.max(heard, position);
      for (const wake of [...sleepers]) wake();
    },
    heard: () => heard,
    wait: (atMost) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(late);
          sleepers.delete(wake);
          resolve();
        };
        const late = setTimeout(wake, atMost);
        sleepers.add(wake);
      }),
  };
}
