/** What is known by key already: a Map, or a WeakMap, which forgets what it knows of a key that is gone. */
type Known<Key, Value> = { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown };

/** What was worked out for a key before, else works it out and keeps it; only for what a key settles once and for all. */
export function workedOut<Key, Value>(known: Known<Key, Value>, key: Key, work: (key: Key) => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = work(key);
  known.set(key, made);
  return made;
}
