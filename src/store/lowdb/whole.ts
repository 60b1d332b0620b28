import { rename, rm } from "node:fs/promises";
import { codeOf } from "../cause.ts";
import type { Line } from "../chain.ts";
import { StoreFailure } from "../store.ts";
import { writeJournal } from "./carry.ts";
import { openLowdb, SEGMENT_SIZE } from "./index.ts";
import type { LowdbStore } from "./over.ts";
import { orRefused, refused } from "./refused.ts";

/**
 * Makes a store in a folder that is not there yet, or empty. Until it is whole it lies under another name, `draft`: a
 * folder with half a history must not be taken for one. `fill` puts in what is no history, and holds it against its source.
 */
export async function makeWhole(
  folder: string,
  draft: string,
  lines: AsyncIterable<readonly Line[]>,
  fill: (store: LowdbStore) => Promise<void>,
): Promise<void> {
  const clear = () => rm(draft, { recursive: true, force: true });
  await orRefused(draft, clear);
  try {
    await writeJournal(draft, lines, SEGMENT_SIZE);
    await filled(draft, fill);
  } catch (cause) {
    // Where the disk is full, half a history would keep it so; what cannot be cleared is cleared by the next try.
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
}

async function filled(folder: string, fill: (store: LowdbStore) => Promise<void>): Promise<void> {
  const store = await openLowdb({ folder });
  try {
    await fill(store);
    await orRefused(folder, store.folded);
  } finally {
    await store.close();
  }
}
