/** Runs tasks of one key strictly one after the other, those of different keys side by side. */
export type Lanes = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** A set of lanes; a lane that is empty is forgotten. A task that fails fails alone. */
export function lanes(): Lanes {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, mine);
    const leave = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
}

/** Runs a task for each item, at most `width` at once; resolves when all are done. */
export async function sideBySide<T>(
  items: readonly T[],
  width: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await task(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}
