import { mkdir, open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { StoreFailure } from "../store.ts";
import { decodeRecord, type JournalRecord } from "./record.ts";
import { orDamaged } from "./refused.ts";

/** Where a record lies: segment, first byte, length in bytes. */
export type Place = readonly [segment: number, offset: number, length: number];
export type Scanned = {
  readonly records: readonly { readonly record: JournalRecord; readonly place: Place }[];
  readonly size: number;
};

/** Where the segments of a store lie. */
export const journalFolder = (folder: string) => join(folder, "journal");
/** The file of a segment by its number. */
export const segmentPath = (folder: string, segment: number) =>
  join(journalFolder(folder), `${String(segment).padStart(8, "0")}.log`);

/** The numbers of the segments that there are, ascending; makes the folder where it is missing. */
export async function listSegments(folder: string): Promise<readonly number[]> {
  await mkdir(journalFolder(folder), { recursive: true, mode: 0o700 });
  const names = await readdir(journalFolder(folder));
  return names
    .filter((name) => /^\d{8}\.log$/.test(name))
    .map((name) => Number(name.slice(0, 8)))
    .sort((a, b) => a - b);
}

/**
 * Reads a segment whole. `size` is the length up to the last whole record: in the `last` segment what follows it was
 * torn by a crash and was never acknowledged. Anything else that does not check out is damage, reported with its place.
 */
export async function scanSegment(folder: string, segment: number, last: boolean): Promise<Scanned> {
  const path = segmentPath(folder, segment);
  const bytes = await orDamaged(path, () => readFile(path));
  const records: { record: JournalRecord; place: Place }[] = [];
  let offset = 0;
  for (let number = 1; offset < bytes.length; number += 1) {
    const end = bytes.indexOf(10, offset);
    const record = end === -1 ? undefined : decodeRecord(bytes.toString("utf8", offset, end));
    if (!record) {
      if (last && (end === -1 || end === bytes.length - 1)) break;
      throw new StoreFailure("damaged", {
        key: "store-line-damaged",
        args: { path, line: String(number), byte: String(offset) },
      });
    }
    records.push({ record, place: [segment, offset, end + 1 - offset] });
    offset = end + 1;
  }
  return { records, size: offset };
}

/**
 * The segments in which entries after a position may lie, ascending. How each begins tells which: read whole, a year of
 * the journal takes seconds in which nobody is answered.
 */
export async function segmentsAfter(folder: string, position: number): Promise<readonly number[]> {
  const all = await listSegments(folder);
  for (let index = all.length - 1; index > 0; index -= 1) {
    const first = await firstRecord(folder, all[index] ?? 0);
    if (first && first.position <= position + 1) return all.slice(index);
  }
  return all;
}

/** Most records are shorter. */
const AT_ONCE = 16_384;

/** The record that a segment begins with; undefined where there is none yet, or it is torn. */
function firstRecord(folder: string, segment: number): Promise<JournalRecord | undefined> {
  const path = segmentPath(folder, segment);
  return orDamaged(path, async () => {
    const file = await open(path);
    try {
      const line: Uint8Array[] = [];
      for (;;) {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(AT_ONCE), 0, AT_ONCE);
        const end = buffer.subarray(0, bytesRead).indexOf(10);
        line.push(buffer.subarray(0, end === -1 ? bytesRead : end));
        if (end !== -1) return decodeRecord(Buffer.concat(line).toString("utf8"));
        if (bytesRead === 0) return undefined;
      }
    } finally {
      await file.close();
    }
  });
}

/**
 * Throws a `StoreFailure` where a record is not the next after `position`: whole records that were cut out or put in
 * leave every checksum right.
 */
export function assertNext(folder: string, position: number, { record, place }: Scanned["records"][number]): void {
  if (record.position === position + 1) return;
  throw outOfSequence(folder, position, { record, place });
}

/** Tells where a record lies that is not the next after `position`. */
export function outOfSequence(
  folder: string,
  position: number,
  { record, place: [segment, offset] }: Scanned["records"][number],
): StoreFailure {
  return new StoreFailure("damaged", {
    key: "store-out-of-sequence",
    args: {
      path: segmentPath(folder, segment),
      byte: String(offset),
      number: String(record.position),
      before: String(position),
    },
  });
}
