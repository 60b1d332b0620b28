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
      a: z
        .union([
          z.object({ salt: z.string(), words: z.record(z.string(), z.string()) }),
          z.object({ removed: z.base64url() }),
        ])
        .optional(),
    }),
  ),
});

/** A record as one line of text: a checksum, then JSON, with blanks after it up to a length in bytes where one is given. */
export function encodeRecord(record: JournalRecord, length = 0): Buffer {
  const e = record.lines.map(({ key, entry, seq, hash, salt, removed }) => {
    const { aside, ...bare } = entry;
    const line = { k: key, s: seq, h: hash, e: bare };
    if (removed !== undefined) return { ...line, a: { removed: recoded(removed, "hex", "base64url") } };
    return aside ? { ...line, a: { salt, words: aside } } : line;
  });
  const json = JSON.stringify({ p: record.position, e });
  const padded = json + " ".repeat(Math.max(0, length - Buffer.byteLength(json) - FRAME));
  return Buffer.from(`${checksum(padded)} ${padded}\n`);
}

/** Checksum, blank and line feed around the JSON. */
const FRAME = 10;

/** Shorter on disk than in hex: a record without its words must not be longer than it was with them. */
function recoded(text: string, from: "hex" | "base64url", to: "hex" | "base64url"): string {
  return Buffer.from(text, from).toString(to);
}

/** Reads a line; undefined where it is torn or damaged. */
export function decodeRecord(line: string): JournalRecord | undefined {
  const json = line.slice(9);
  if (line[8] !== " " || checksum(json) !== line.slice(0, 8)) return undefined;
  const { p, e } = stored.parse(JSON.parse(json));
  const lines = e.map(({ k, s, h, e: bare, a }): Line => {
    const line = { key: asKey(k), seq: s, hash: h, salt: "", entry: asEntry(bare) };
    if (a === undefined) return line;
    if ("removed" in a) return { ...line, removed: recoded(a.removed, "base64url", "hex") };
    return { ...line, salt: a.salt, entry: asEntry({ ...bare, aside: a.words }) };
  });
  return { position: p, lines };
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, "0");
}
