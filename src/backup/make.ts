import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { encodeRecord } from "../store/lowdb/index.ts";
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
    const bytes = await readFile(join(folder, beside));
    yield lineOf({ beside, base64: bytes.toString("base64") });
  }
  yield lineOf({ end: { entries, documents: documents.size, files: files.length } });
}

/** What else lies in the data folder, such as a channel's own memory. */
async function others(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)).split(sep).join("/"))
    .filter((path) => !isOwn(path))
    .sort();
}
