import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { z } from "zod";
import type { DocKey, Entry } from "../../core/entry.ts";

/** One entry as it lies in the journal: its document, its number and hash in that document's chain. */
export type Line = {
  readonly key: DocKey;
  readonly entry: Entry;
  readonly seq: number;
  readonly hash: string;
  readonly salt: string;
};

/** One change: all its entries over all its documents stand or fall together. `position` is its first entry's. */
export type JournalRecord = { readonly position: number; readonly lines: readonly Line[] };

const stored = z.object({
  p: z.int().positive(),
  e: z.array(
    z.object({
      k: z.string(),
      s: z.int().positive(),
      h: z.string(),
      // Passed through as it is: the hash covers its keys in the order in which they were written.
      e: z.custom<object>((entry) => typeof entry === "object" && entry !== null && "kind" in entry),
      a: z.object({ salt: z.string(), words: z.record(z.string(), z.string()) }).optional(),
    }),
  ),
});

/**
 * The hash that a document's chain has after an entry: over the hash before, the entry without what lies beside it, and
 * a salted commitment to that, so that it can be removed without breaking the chain.
 */
export function chained(before: string, entry: Entry, salt: string): string {
  const { aside, ...bare } = entry;
  const commitment = aside ? sha256(salt + JSON.stringify(aside)) : "";
  return sha256(`${before}\n${JSON.stringify(bare)}\n${commitment}`);
}

/** A record as one line of text: a checksum, then JSON. */
export function encodeRecord(record: JournalRecord): Buffer {
  const e = record.lines.map(({ key, entry, seq, hash, salt }) => {
    const { aside, ...bare } = entry;
    const line = { k: key, s: seq, h: hash, e: bare };
    return aside ? { ...line, a: { salt, words: aside } } : line;
  });
  const json = JSON.stringify({ p: record.position, e });
  return Buffer.from(`${checksum(json)} ${json}\n`);
}

/** Reads a line; undefined where it is torn or damaged. */
export function decodeRecord(line: string): JournalRecord | undefined {
  const json = line.slice(9);
  if (line[8] !== " " || checksum(json) !== line.slice(0, 8)) return undefined;
  const { p, e } = stored.parse(JSON.parse(json));
  const lines = e.map(({ k, s, h, e: bare, a }) => ({
    key: asKey(k),
    seq: s,
    hash: h,
    salt: a?.salt ?? "",
    entry: asEntry(a ? { ...bare, aside: a.words } : bare),
  }));
  return { position: p, lines };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, "0");
}

/** The checksum vouches that these bytes are what this program wrote: the types are those of the writing side. */
function asEntry(entry: object): Entry {
  return entry as Entry;
}

/** As with entries: a key that was written by `change` and passed the checksum. */
export function asKey(key: string): DocKey {
  return key as DocKey;
}
