import { hash } from "node:crypto";
import type { DocKey, Entry } from "../core/entry.ts";

/** One entry as every store keeps it: its document, its number and hash in that document's chain. */
export type Line = {
  readonly key: DocKey;
  readonly entry: Entry;
  readonly seq: number;
  readonly hash: string;
  /** Salts the commitment to what lies beside the entry; empty where nothing does. */
  readonly salt: string;
  /** The commitment to what lay beside the entry, where that was removed for good. */
  readonly removed?: string;
};

/**
 * The hash that a document's chain has after an entry: over the hash before, the entry without what lies beside it, and
 * a salted commitment to that, so that it can be removed without breaking the chain.
 */
export function chained(before: string, entry: Entry, salt: string, removed = ""): string {
  const { aside, ...bare } = entry;
  const commitment = aside ? commitmentTo(aside, salt) : removed;
  return sha256(`${before}\n${JSON.stringify(bare)}\n${commitment}`);
}

/** The line without what lies beside its entry: the salt goes with it, so that nobody can try out what it was. */
export function stripped(line: Line): Line {
  const { aside, ...bare } = line.entry;
  return aside ? { ...line, entry: bare, salt: "", removed: commitmentTo(aside, line.salt) } : line;
}

function commitmentTo(aside: NonNullable<Entry["aside"]>, salt: string): string {
  return sha256(salt + JSON.stringify(aside));
}

/** What identifies these bytes or this text, in hex. */
export function sha256(bytes: string | Uint8Array): string {
  return hash("sha256", bytes);
}

/** The types of the writing side, for what is known to have been written by it: a checksum or the chain vouches. */
export function asEntry(entry: object): Entry {
  return entry as Entry;
}

/** As with entries: a key that was written by `change`. */
export function asKey(key: string): DocKey {
  return key as DocKey;
}
