import { randomBytes } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "./cause.ts";

/**
 * Puts a file in place, whole and on disk with its name when it resolves; where it rejects, what stands there is what
 * was there or, where only its name may be lost in a power cut, all of the new. A disk that fills up takes part of a
 * write and says so by the count alone: nothing is renamed into place before every byte was taken. A file that is
 * replaced keeps its mode and, as far as the system lets it, its owner; `mode` is for one that is new. A link is followed.
 */
export async function writeWhole(path: string, content: Uint8Array | string, mode = 0o666): Promise<void> {
  // What is not there yet is no link.
  const target = await realpath(path).catch(() => path);
  const draft = `${target}.${randomBytes(4).toString("hex")}.part`;
  try {
    const file = await open(draft, "wx", mode);
    try {
      await likeFormer(target, file);
      // Goes on until all of it is written.
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (cause) {
    // Why it could not be written is worth more than that its draft could not be taken away.
    await rm(draft, { force: true }).catch(() => {});
    throw cause;
  }
  await syncFolder(dirname(target));
}

/** Whether a name is one under which a file lies until it is whole: a killed process leaves it so. */
export function isDraft(name: string): boolean {
  return /\.[0-9a-f]{8}\.part$/.test(name);
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
