import { appendFile, readFile, truncate } from "node:fs/promises";
import type { Chance } from "../../src/app/rehearsal/chance.ts";
import { decodeRecord } from "../../src/store/lowdb/record.ts";
import { listSegments, segmentPath } from "../../src/store/lowdb/segment.ts";
import type { Books } from "./books.ts";

/**
 * Leaves the end of the journal as a power cut may: the last record cut at any byte where nobody was told of it or has built on it, else the
 * beginning of one more behind it. Gives which; undefined where the journal is empty.
 */
export async function tear(
  folder: string,
  books: Pick<Books, "isAcknowledged" | "knows">,
  chance: Chance,
): Promise<"torn-cut" | "torn-more" | undefined> {
  const segment = (await listSegments(folder)).at(-1);
  if (segment === undefined) return undefined;
  const path = segmentPath(folder, segment);
  const bytes = await readFile(path);
  const end = bytes.lastIndexOf(10) + 1;
  if (end === 0) return undefined;
  const start = bytes.lastIndexOf(10, end - 2) + 1;
  const record = decodeRecord(bytes.toString("utf8", start, end - 1));
  const untold =
    !books.knows(segment, start) &&
    (record?.lines.every(({ entry }) => entry.by !== "bot" && !books.isAcknowledged(entry.id)) ?? false);
  if (untold) {
    await truncate(path, chance.whole(start, end - 1));
    return "torn-cut";
  }
  if (end === bytes.length) await appendFile(path, bytes.subarray(start, chance.whole(start + 1, end - 1)));
  return "torn-more";
}
