import { crc32 } from "node:zlib";
import { z } from "zod";
import { asEntry, asKey, type Line } from "../chain.ts";

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

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, "0");
}
