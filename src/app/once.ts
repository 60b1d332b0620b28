import { type Addressed, type DocKey, type Origin, personKey } from "../core/entry.ts";
import type { Docs, Store } from "../store/store.ts";
import { personIn } from "./documents.ts";

/**
 * A change that somebody asked for by a message, made once however often the platform delivers that message. Gives the
 * documents after it; undefined where the message had been dealt with before.
 */
export async function changeOnce(
  store: Store,
  origin: Origin,
  keys: readonly DocKey[],
  by: (docs: Docs) => readonly Addressed[],
): Promise<Docs | undefined> {
  if (origin.by === "bot") return store.change(keys, by);
  const person = personKey(origin.by);
  let again = false;
  const docs = await store.change([...new Set([...keys, person])], (before) => {
    again = personIn(before, person).heard.includes(origin.id);
    return again ? [] : [...by(before), { key: person, entry: { kind: "asked", ...origin } }];
  });
  return again ? undefined : docs;
}
