import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf } from "../cause.ts";
import { sha256 } from "../chain.ts";
import { type FileHash, StoreFailure } from "../store.ts";
import { syncFolder, writeWhole } from "../whole-file.ts";
import { orDamaged } from "./refused.ts";

/** Files that people sent, by the SHA-256 of what they hold: the same one sent twice is kept once. */
export type Files = {
  keep(bytes: Uint8Array): Promise<FileHash>;
  read(hash: FileHash): Promise<Uint8Array | undefined>;
};

/** What a file is called. */
export const HASH = /^[0-9a-f]{64}$/;

/** The files of a store's folder. What is kept is on disk, with its name, when the promise resolves. */
export function filesIn(folder: string): Files {
  const pathOf = (hash: FileHash) => join(folder, "files", hash.slice(0, 2), hash);
  return {
    keep: async (bytes) => {
      const hash = sha256(bytes);
      const path = pathOf(hash);
      try {
        if (await isThere(path, hash)) return hash;
        const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        if (made !== undefined) for (const above of [join(folder, "files"), folder]) await syncFolder(above);
        await writeWhole(path, bytes);
        return hash;
      } catch (cause) {
        throw new StoreFailure(
          "refused",
          { key: "store-file-not-kept", args: { path, code: codeOf(cause) } },
          { cause },
        );
      }
    },
    read: async (hash) => {
      // A hash comes from an entry, but a path is never made of what has another shape.
      if (!HASH.test(hash)) return undefined;
      const bytes = await readOrNothing(pathOf(hash));
      if (bytes && sha256(bytes) !== hash)
        throw new StoreFailure("damaged", { key: "store-file-damaged", args: { file: pathOf(hash) } });
      return bytes;
    },
  };
}

async function isThere(path: string, hash: FileHash): Promise<boolean> {
  const bytes = await readOrNothing(path);
  return bytes !== undefined && sha256(bytes) === hash;
}

function readOrNothing(path: string): Promise<Uint8Array | undefined> {
  return orDamaged(path, async () => {
    try {
      return new Uint8Array(await readFile(path));
    } catch (cause) {
      if (codeOf(cause) === "ENOENT") return undefined;
      throw cause;
    }
  });
}
