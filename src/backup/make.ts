import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeRecord } from "../store/lowdb/index.ts";
import { whereThere } from "../store/lowdb/refused.ts";
import type { Portable } from "../store/survey.ts";
import { isOwn, lineOf } from "./items.ts";

/**
 * A backup, a piece at a time: the history up to a moment, then every file that it names, so that nothing is missing
 * that was kept before it began. The bot may go on meanwhile; what it keeps later is not in it.
 */
export async function* backupOf(store: Portable, folder: string, made: string): AsyncGenerator<Buffer> {
  yield lineOf({ baosong: "backup", version: 1, made });
  const documents = new Set<string>();
  let entries = 0;
  for await (const lines of store.lines()) {
    yield Buffer.concat(
      lines.map((line) => {
        documents.add(line.key);
        entries += 1;
        return encodeRecord({ position: entries, lines: [line] });
      }),
    );
  }
  const files = await store.files();
  for (const file of files) {
    const bytes = await store.readFile(file);
    if (bytes) yield lineOf({ file, base64: Buffer.from(bytes).toString("base64") });
  }
  for (const beside of await others(folder)) {
    const place = join(folder, beside);
    // What belongs to a channel comes and goes while the backup is made.
    const bytes = await whereThere(place, () => readFile(place));
    if (bytes) yield lineOf({ beside, base64: bytes.toString("base64") });
  }
  yield lineOf({ end: { entries, documents: documents.size, files: files.length } });
}

/** What else lies in the data folder, such as a channel's own memory. */
async function others(folder: string): Promise<readonly string[]> {
  return [...(await filesBelow(folder))].sort();
}

/** What a disk keeps at its top for itself, where the folder is one's mount. */
const OF_DISK = "lost+found";

/** A folder at a time: one that is gone before it is looked into holds nothing, and takes no other with it. */
async function filesBelow(folder: string, within = ""): Promise<readonly string[]> {
  const place = join(folder, within);
  const found = (await whereThere(place, () => readdir(place, { withFileTypes: true }))) ?? [];
  const files: string[] = [];
  for (const each of found) {
    const path = within === "" ? each.name : `${within}/${each.name}`;
    if (isOwn(path) || path === OF_DISK) continue;
    if (each.isFile()) files.push(path);
    if (each.isDirectory()) files.push(...(await filesBelow(folder, path)));
  }
  return files;
}
