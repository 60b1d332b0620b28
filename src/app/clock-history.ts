import { clockKey } from "../core/entry.ts";
import type { Instant } from "../core/time.ts";
import type { Store } from "../store/store.ts";

const key = clockKey("rehearsal");

/** Where the rehearsal clock stood when it was last recorded; undefined where it never ran in this store. */
export async function clockPosition(store: Store): Promise<Instant | undefined> {
  const doc = await store.read(key);
  return doc?.kind === "clock" ? doc.doc.position : undefined;
}

/** Records where the rehearsal clock stands; a position that is behind the recorded one is not kept. */
export async function recordClock(store: Store, to: Instant): Promise<void> {
  await store.change([key], (docs) => {
    const doc = docs.get(key);
    if (doc.kind === "clock" && doc.doc.position >= to) return [];
    return [{ key, entry: { kind: "clock-moved", to, id: `clock/${to}`, at: to, by: "bot" } }];
  });
}
