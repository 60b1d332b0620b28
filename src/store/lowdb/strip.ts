import { readFile } from "node:fs/promises";
import type { DocKey } from "../../core/entry.ts";
import { stripped } from "../chain.ts";
import { StoreFailure } from "../store.ts";
import { writeWhole } from "../whole-file.ts";
import { encodeRecord, type JournalRecord } from "./record.ts";
import { orDamaged, orRefused } from "./refused.ts";
import { type Place, scanSegment, segmentPath } from "./segment.ts";

/**
 * Writes segments that will not grow any more anew, without what lies beside these entries. Each record stays where it
 * lies and as long as it was, so every place that is known of it holds. A crash leaves a segment as it was or as it is
 * to be.
 */
export async function stripSegments(
  folder: string,
  entries: ReadonlyMap<DocKey, ReadonlySet<number>>,
  placesOf: (key: DocKey) => readonly Place[],
): Promise<void> {
  const segments = new Set([...entries.keys()].flatMap(placesOf).map(([segment]) => segment));
  for (const segment of segments) {
    const { records, size } = await scanSegment(folder, segment, false);
    const path = segmentPath(folder, segment);
    const bytes = (await orDamaged(path, () => readFile(path))).subarray(0, size);
    let changed = false;
    for (const { record, place } of records) {
      const bare = without(record, entries);
      if (bare === record) continue;
      const [, offset, length] = place;
      const made = encodeRecord(bare, length);
      if (made.length !== length)
        throw new StoreFailure("refused", { key: "store-no-room", args: { path, byte: String(offset) } });
      made.copy(bytes, offset);
      changed = true;
    }
    if (!changed) continue;
    await orRefused(path, () => writeWhole(path, bytes));
  }
}

function without(record: JournalRecord, entries: ReadonlyMap<DocKey, ReadonlySet<number>>): JournalRecord {
  const named = ({ key, seq, entry }: JournalRecord["lines"][number]) =>
    entry.aside !== undefined && entries.get(key)?.has(seq) === true;
  if (!record.lines.some(named)) return record;
  return { ...record, lines: record.lines.map((line) => (named(line) ? stripped(line) : line)) };
}
