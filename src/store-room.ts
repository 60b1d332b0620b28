import { randomUUID } from "node:crypto";
import { open, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Whereabouts } from "./store/index.ts";
import type { Store } from "./store/store.ts";

/** Whether the store can be asked and written to. Rejects with what keeps it from that; leaves nothing behind. */
export async function examineStore(at: Whereabouts, store: Pick<Store, "position">): Promise<void> {
  await store.position();
  if (at.DATABASE_URL === undefined) await tryWriting(at.BAOSONG_DATA);
}

/** Writes a few bytes through to the disk and takes them away again: a full or read-only disk says so. */
export async function tryWriting(folder: string): Promise<void> {
  const path = join(folder, `probe.${randomUUID()}`);
  const file = await open(path, "wx", 0o600);
  try {
    await file.write("can this be written?");
    await file.sync();
  } finally {
    await file.close().finally(() => unlink(path));
  }
}
