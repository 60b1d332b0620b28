import { open } from "node:fs/promises";
import type { Manifest } from "./checkpoint.ts";
import { foldRecord } from "./fold.ts";
import { assertNext, listSegments, scanSegment, segmentPath } from "./segment.ts";
import type { Shelf } from "./shelf.ts";

/** Where the journal goes on: the live segment, its length in bytes, the position of the last entry. */
export type JournalEnd = { readonly segment: number; readonly size: number; readonly position: number };

/** Plays what is not in the checkpoints onto the shelf, and cuts off a record that a crash left torn. */
export async function replay(folder: string, manifest: Manifest, shelf: Shelf): Promise<JournalEnd> {
  const segments = (await listSegments(folder)).filter((each) => each > manifest.folded);
  const last = segments.at(-1);
  let { position } = manifest;
  let size = 0;
  for (const segment of segments) {
    const scanned = await scanSegment(folder, segment, segment === last);
    await shelf.fetch(scanned.records.flatMap(({ record }) => record.lines.map(({ key }) => key)));
    for (const each of scanned.records) {
      assertNext(folder, position, each);
      const { record, place } = each;
      foldRecord(record, place, shelf.hot, shelf.put);
      position = record.position + record.lines.length - 1;
    }
    size = scanned.size;
  }
  if (last === undefined) return { segment: manifest.folded + 1, size: 0, position };
  await cutTo(segmentPath(folder, last), size);
  return { segment: last, size, position };
}

async function cutTo(path: string, size: number): Promise<void> {
  const file = await open(path, "r+");
  try {
    if ((await file.stat()).size !== size) await file.truncate(size);
    // What was read back may never have reached the disk: from here on the bot builds on it.
    await file.sync();
  } finally {
    await file.close();
  }
}
