import { emptyDoc } from "../../core/document.ts";
import type { Addressed, DocKey } from "../../core/entry.ts";
import { chained, type Line } from "../chain.ts";
import { type Docs, StoreFailure } from "../store.ts";
import { docOf, folded, type Slot } from "./slots.ts";

/** A change worked out from documents as they stood: what it adds to their histories, and how they stand after it. */
export type Plan = {
  readonly keys: readonly DocKey[];
  readonly before: ReadonlyMap<DocKey, Slot>;
  readonly lines: readonly Line[];
  /** The documents that change, as they stand after it. */
  readonly after: ReadonlyMap<DocKey, Slot>;
  /** All the documents named. */
  readonly docs: Docs;
};

/** Transactions number their entries within themselves; nothing that people do comes near. */
const MOST_ENTRIES = 4_000;

/** Works out a change. Throws `refused` on a document not named, and what `by` and the documents' rules throw. */
export function planned(
  keys: readonly DocKey[],
  before: ReadonlyMap<DocKey, Slot>,
  by: (docs: Docs) => readonly Addressed[],
  salt: () => string,
): Plan {
  const entries = by({ get: (key) => docOf(before, key) });
  const stray = entries.find(({ key }) => !keys.includes(key));
  if (stray) throw new StoreFailure("refused", { key: "store-stray", args: { document: stray.key } });
  if (entries.length > MOST_ENTRIES)
    throw new StoreFailure("refused", { key: "database-too-many", args: { entries: String(entries.length) } });
  const after = new Map<DocKey, Slot>();
  const lines = entries.map(({ key, entry }): Line => {
    const slot = after.get(key) ?? before.get(key);
    const own = salt();
    const line = { key, entry, seq: (slot?.seq ?? 0) + 1, hash: chained(slot?.hash ?? "", entry, own), salt: own };
    after.set(key, folded(slot, line));
    return line;
  });
  const docs = new Map(keys.map((key) => [key, docOf(after.has(key) ? after : before, key)]));
  return { keys, before, lines, after, docs: { get: (key) => docs.get(key) ?? emptyDoc(key) } };
}
