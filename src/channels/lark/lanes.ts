/** Runs work of the same name one after the other, in the order in which it came. */
export type Lane = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Lanes with nothing in them yet; work that fails does not hold up what comes after it. */
export function lanesOf(): Lane {
  const ends = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const mine = (ends.get(name) ?? Promise.resolve()).then(work, work);
    ends.set(name, mine);
    const leave = () => {
      if (ends.get(name) === mine) ends.delete(name);
    };
    mine.then(leave, leave);
    return mine;
  };
}
