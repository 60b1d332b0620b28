/** Runs the tasks of one person strictly one after the other, in the order in which they came. */
export function inOrder(): <T>(person: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (person, task) => {
    const mine = (last.get(person) ?? Promise.resolve()).then(task, task);
    last.set(person, mine);
    const leave = () => {
      if (last.get(person) === mine) last.delete(person);
    };
    mine.then(leave, leave);
    return mine;
  };
}
