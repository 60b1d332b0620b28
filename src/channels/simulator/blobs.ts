import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
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
  return {
    keep: async (bytes) => {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const path = join(folder, hash);
      if (await exists(path)) return hash;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Renamed into place: a crash never leaves half a file under a whole file's hash.
      const draft = `${path}.${randomBytes(4).toString("hex")}`;
      await writeFile(draft, bytes);
      await rename(draft, path);
      return hash;
    },
    read: async (hash) => {
      if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
      return readFile(join(folder, hash)).catch(() => undefined);
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
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
