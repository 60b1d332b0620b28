import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { toMend } from "../core/source/problem.ts";
import { StartError } from "../failures.ts";
import type { Line } from "../store/chain.ts";
import type { Whereabouts } from "../store/index.ts";
import { makeWhole } from "../store/lowdb/whole.ts";
import { openPostgres } from "../store/postgres/index.ts";
import { StoreFailure } from "../store/store.ts";
import { assertAlone, assertCopied, type Portable, type Survey, survey } from "../store/survey.ts";
import { writeWhole } from "../store/whole-file.ts";
import { written } from "../written.ts";
import { isOwn, itemsIn } from "./items.ts";

/** What was restored, once it has been read back and found to be what the backup holds. */
export type Restored = { readonly entries: number; readonly documents: number; readonly files: number };

/**
 * Restores a backup to where the settings say: a folder that is not there yet or empty, or an empty database. The backup
 * is gone through first, and nothing is written where it does not check out; what was written is read back.
 */
export async function restore(path: string, to: Whereabouts): Promise<Restored> {
  const { known, files } = await checked(path);
  const { BAOSONG_DATA: folder, DATABASE_URL: url } = to;
  if (url === undefined) await intoFolder(path, folder, known);
  else await intoDatabase(path, url, folder, known);
  return { entries: known.entries, documents: known.heads.size, files };
}

async function* linesIn(path: string): AsyncGenerator<readonly Line[]> {
  for await (const item of itemsIn(path)) if ("record" in item) yield item.record.lines;
}

/** Goes through a backup without restoring it. Rejects where it is not whole or a chain in it is broken. */
export async function checkBackup(path: string): Promise<Restored> {
  const { known, files } = await checked(path);
  return { entries: known.entries, documents: known.heads.size, files };
}

async function checked(path: string): Promise<{ readonly known: Survey; readonly files: number }> {
  const known = await survey(linesIn(path));
  let files = 0;
  for await (const item of itemsIn(path)) {
    if ("file" in item) files += 1;
    if ("beside" in item) placeIn("", item.beside);
    if (!("end" in item)) continue;
    const { end } = item;
    if (end.entries !== known.entries || end.documents !== known.heads.size || end.files !== files)
      throw new StartError("backup", toMend({ key: "backup-other-end", args: { path } }));
  }
  return { known, files };
}

async function intoFolder(path: string, folder: string, known: Survey): Promise<void> {
  await makeWhole(folder, `${folder}.restoring`, linesIn(path), async (store, draft) => {
    await putFiles(path, store, draft);
    await assertCopied(store, known);
  });
}

async function intoDatabase(path: string, url: string, folder: string, known: Survey): Promise<void> {
  const store = await openPostgres(url);
  try {
    await assertAlone(store);
    await store.assertEmpty();
    // The files first: where it fails in between, there is no history yet, and it can be done again.
    await putFiles(path, store, folder);
    await store.takeAll(linesIn(path));
    await assertCopied(store, known);
  } finally {
    await store.close();
  }
}

async function putFiles(path: string, store: Portable, folder: string): Promise<void> {
  for await (const item of itemsIn(path)) {
    if ("file" in item) {
      const kept = await store.keepFile(Buffer.from(item.base64, "base64"));
      if (kept !== item.file) throw new StoreFailure("damaged", { key: "backup-file", args: { file: item.file } });
    }
    if ("beside" in item) {
      const place = placeIn(folder, item.beside);
      await written(place, async () => {
        await mkdir(dirname(place), { recursive: true, mode: 0o700 });
        await writeWhole(place, Buffer.from(item.base64, "base64"), 0o600);
      });
    }
  }
}

/** A backup names files within the folder alone, and none that the store keeps by itself, whoever wrote it. */
function placeIn(folder: string, path: string): string {
  const names = path.split(/[\\/]/).filter((name) => name !== "" && name !== ".");
  if (path.startsWith("/") || names.includes("..") || names.length === 0)
    throw new StartError("backup", toMend({ key: "backup-outside", args: { path } }));
  if (isOwn(names.join("/"))) throw new StartError("backup", toMend({ key: "backup-own", args: { path } }));
  return join(folder, path);
}
