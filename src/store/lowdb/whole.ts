import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { codeOf } from "../cause.ts";
import type { Line } from "../chain.ts";
import { StoreFailure } from "../store.ts";
import { syncFolder } from "../whole-file.ts";
import { writeJournal } from "./carry.ts";
import { openLowdb, SEGMENT_SIZE } from "./index.ts";
import type { LowdbStore } from "./over.ts";
import { orRefused, refused } from "./refused.ts";

/**
 * Makes a store in a folder that is not there yet, or empty. Until it is whole and on disk it lies under another name,
 * that begins with `prefix`: a folder with half a history must not be taken for one. The rest of the name is this run's
 * alone, since another may be under way. `fill` puts in what is no history, and holds it against its source.
 */
export async function makeWhole(
  folder: string,
  prefix: string,
  lines: AsyncIterable<readonly Line[]>,
  fill: (store: LowdbStore, draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${prefix}.${randomBytes(4).toString("hex")}`;
  const clear = () => rm(draft, { recursive: true, force: true });
  const above = dirname(resolve(draft));
  const made = await orRefused(above, () => mkdir(above, { recursive: true, mode: 0o700 }));
  try {
    await writeJournal(draft, lines, SEGMENT_SIZE);
    await filled(draft, fill);
    await orRefused(draft, () => syncAll(draft));
  } catch (cause) {
    // Where the disk is full, half a history would keep it so. Why it is full is what has to be told, not this.
    await clear().catch(() => {});
    throw cause;
  }
  try {
    await rename(draft, folder);
  } catch (cause) {
    await clear();
    if (!["ENOTEMPTY", "EEXIST", "ENOTDIR"].includes(codeOf(cause))) throw refused(folder, cause);
    throw new StoreFailure("refused", { key: "store-folder-there", args: { folder } }, { cause });
  }
  await orRefused(folder, async () => {
    for (const place of namesOf(dirname(resolve(folder)), made)) await syncFolder(place);
  });
}

/** The folder that a new name lies in; where that one was made for it as well, those above it up to what was there. */
function namesOf(above: string, made: string | undefined): readonly string[] {
  const isMade = made !== undefined && `${above}/`.startsWith(`${resolve(made)}/`);
  return isMade ? [above, ...namesOf(dirname(above), made)] : [above];
}

/** Makes everything in a folder durable: what was put in beside the history was written by whoever filled it. */
async function syncAll(folder: string): Promise<void> {
  for (const each of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, each.name);
    if (each.isDirectory()) await syncAll(path);
    else if (each.isFile()) await syncFolder(path);
  }
  await syncFolder(folder);
}

async function filled(folder: string, fill: (store: LowdbStore, draft: string) => Promise<void>): Promise<void> {
  const store = await openLowdb({ folder });
  try {
    await fill(store, folder);
    await orRefused(folder, store.folded);
  } finally {
    await store.close();
  }
}
