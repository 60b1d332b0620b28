import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chained, type Line } from "../../src/store/chain.ts";
import { decodeRecord, encodeRecord, type JournalRecord } from "../../src/store/lowdb/record.ts";

/** Rewrites a folder's journal as somebody would who knows how it is made: checksums fit, whatever else does not. */
export async function alter(
  folder: string,
  by: (records: readonly JournalRecord[]) => readonly JournalRecord[],
): Promise<void> {
  const journal = join(folder, "journal");
  const names = (await readdir(journal)).sort();
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(journal, name))).size));
  const [first, ...others] = names.filter((_, index) => sizes[index] !== 0);
  if (first === undefined || others.length > 0) throw new Error("meant for a journal of one segment with entries");
  const path = join(journal, first);
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  const records = lines.map((line) => {
    const record = decodeRecord(line);
    if (!record) throw new Error(`cannot be read: ${line}`);
    return record;
  });
  await writeFile(path, Buffer.concat(by(records).map((record) => encodeRecord(record))));
}

/** The records with one line of theirs replaced; undefined takes it out. */
export function withLine(
  records: readonly JournalRecord[],
  is: (line: Line) => boolean,
  replace: (line: Line) => Line | undefined,
): readonly JournalRecord[] {
  return records.map((record) => ({
    ...record,
    lines: record.lines.flatMap((line) => (is(line) ? (replace(line) ?? []) : line)),
  }));
}

/** Works every chain out anew, as somebody would who wants a change to go unnoticed. */
export function rechained(records: readonly JournalRecord[]): readonly JournalRecord[] {
  const ends = new Map<string, { seq: number; hash: string }>();
  return records.map((record) => ({
    ...record,
    lines: record.lines.map((line) => {
      const { seq, hash } = ends.get(line.key) ?? { seq: 0, hash: "" };
      const after = { seq: seq + 1, hash: chained(hash, line.entry, line.salt, line.removed) };
      ends.set(line.key, after);
      return { ...line, ...after };
    }),
  }));
}

/** The records numbered through, as they are once some were taken out. */
export function renumbered(records: readonly JournalRecord[]): readonly JournalRecord[] {
  let next = 1;
  return records
    .filter(({ lines }) => lines.length > 0)
    .map((record) => {
      const position = next;
      next += record.lines.length;
      return { ...record, position };
    });
}
