import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/** Files and pictures under the SHA-256 of their content, so that one sent a hundred times lies there once. */
export type Blobs = {
  /** Keeps the bytes; gives their hash. */
  keep(bytes: Uint8Array): Promise<string>;
  /** The bytes, or undefined where nothing lies under this hash. */
  read(hash: string): Promise<Uint8Array | undefined>;
};

/** The blobs that lie in a folder, which is made with the first of them. */
export function blobsIn(folder: string): Blobs {
  const read = async (hash: string): Promise<Uint8Array | undefined> => {
    if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
    const bytes = await readFile(join(folder, hash)).catch((cause: unknown) => {
      if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
      throw cause;
    });
    // One that a crash of the machine left shorter than it was is none.
    return bytes && hashOf(bytes) === hash ? bytes : undefined;
  };
  return {
    keep: async (bytes) => {
      const hash = hashOf(bytes);
      if ((await read(hash)) !== undefined) return hash;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await put(join(folder, hash), bytes);
      return hash;
    },
    read,
  };
}

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Renamed into place once it is on disk: nothing ever leaves half a file under a whole file's hash. The store has the
 * like for its own, of which a channel knows nothing.
 */
async function put(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString("hex")}`;
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}

/** A file's name as it is shown and offered for saving: no path, nothing that a file system or a header trips over. */
export function safeName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? "";
  const safe = base
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[:*?"<>|]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const characters = [...safe];
  if (characters.length === 0) return "file";
  if (characters.length <= 120) return safe;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(safe)?.[0] ?? "";
  return characters.slice(0, 120 - ending.length).join("") + ending;
}
