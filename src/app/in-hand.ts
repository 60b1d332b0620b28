/** Work that is under way, and how to wait until none of it is any more. */
export type InHand = {
  /** The same work, counted until it is settled. */
  held<T>(work: Promise<T>): Promise<T>;
  /** Resolves once nothing is under way, whatever began meanwhile included. Never rejects. */
  idle(): Promise<void>;
};

/** Counts what is under way, for whoever stops only when it is done. */
export function countInHand(): InHand {
  const inHand = new Set<Promise<unknown>>();
  return {
    held: (work) => {
      const leave = () => inHand.delete(work);
      inHand.add(work);
      work.then(leave, leave);
      return work;
    },
    idle: async () => {
      while (inHand.size > 0) await Promise.allSettled(inHand);
    },
  };
}
