import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Line } from "../chain.ts";
import { type FileHash, StoreFailure } from "../store.ts";
import { openSegment } from "./disk.ts";
import { HASH } from "./files.ts";
import { encodeRecord } from "./record.ts";
import { orRefused, whereThere } from "./refused.ts";
import { listSegments, outOfSequence, scanSegment } from "./segment.ts";

/**
 * Every line of a folder's journal that is on disk, oldest first, a segment at a time. Rejects at the end, once all of
 * them were given, with `damaged` and the place where the numbering jumps.
 */
export async function* linesIn(folder: string): AsyncGenerator<readonly Line[]> {
  const segments = await listSegments(folder);
  let next = 1;
  let jump: StoreFailure | undefined;
  for (const segment of segments) {
    const { records } = await scanSegment(folder, segment, segment === segments.at(-1));
    yield records.flatMap(({ record }) => record.lines);
    for (const each of records) {
      const { record } = each;
      if (record.position !== next) jump ??= outOfSequence(folder, next - 1, each);
      next = record.position + record.lines.length;
    }
  }
  if (jump) throw jump;
}

/** The files kept in a folder, by hash; none where none was ever kept. Rejects with `refused` where they cannot be listed. */
export async function filesListed(folder: string): Promise<readonly FileHash[]> {
  const place = join(folder, "files");
  const found = (await whereThere(place, () => readdir(place, { recursive: true }))) ?? [];
  return found.map((path) => path.split("/").at(-1) ?? "").filter((name) => HASH.test(name));
}

/** Writes a whole journal into a new folder, to be opened as a store after. Rejects where there is one already. */
export async function writeJournal(
  folder: string,
  lines: AsyncIterable<readonly Line[]>,
  segmentSize: number,
): Promise<void> {
  const there = await orRefused(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return listSegments(folder);
  });
  if (there.length > 0) throw new StoreFailure("refused", { key: "store-there-already", args: { folder } });
  let [segment, size, position] = [1, 0, 0];
  let waiting: Buffer[] = [];
  const flush = async () => {
    await orRefused(folder, async () => {
      const file = await openSegment(folder, segment);
      await file.append(Buffer.concat(waiting));
      await file.close();
    });
    [segment, size, waiting] = [segment + 1, 0, []];
  };
  for await (const some of lines) {
    for (const line of some) {
      position += 1;
      const bytes = encodeRecord({ position, lines: [line] });
      waiting.push(bytes);
      size += bytes.length;
      if (size >= segmentSize) await flush();
    }
  }
  await flush();
}
