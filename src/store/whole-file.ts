import { randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "./cause.ts";

/**
 * Puts a file in place, whole and on disk with its name when it resolves; where it rejects, what was there is still
 * there. A disk that fills up takes part of a write and says so by the count alone: nothing is renamed into place before
 * every byte was taken. Mode and owner of a file that is replaced stay.
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString("hex")}.part`;
  try {
    const file = await open(draft, "wx");
    try {
      await likeFormer(path, file);
      // Goes on until all of it is written.
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
  await syncFolder(dirname(path));
}

/** Makes what was renamed, made or removed in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whoever could read the file can go on reading it, also where an operator's command runs under another account. */
async function likeFormer(path: string, file: FileHandle): Promise<void> {
  const former = await stat(path).catch((cause: unknown) => {
    if (codeOf(cause) === "ENOENT") return undefined;
    throw cause;
  });
  if (!former) return;
  await file.chmod(former.mode);
  if (process.getuid?.() === 0) await file.chown(former.uid, former.gid);
}
