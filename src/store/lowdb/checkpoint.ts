import { mkdir, readdir, readFile, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { Low } from "lowdb";
import { z } from "zod";
import type { Doc } from "../../core/document.ts";
import type { DocKey } from "../../core/entry.ts";
import { codeOf, isOfSystem } from "../cause.ts";
import { asKey } from "../chain.ts";
import { rulesOfFolding } from "../rules.ts";
import { StoreFailure } from "../store.ts";
import { writeWhole } from "../whole-file.ts";
import { isBad, refused } from "./refused.ts";
import type { Place } from "./segment.ts";

/**
 * A document as it stands: with the end of its chain, the position of its last entry, and where its records lie in the
 * journal. `places` is shared by the document's versions and grows once a record is durable.
 */
export type Slot = {
  readonly doc: Doc;
  readonly seq: number;
  readonly hash: string;
  readonly position: number;
  readonly places: Place[];
};

/** `sum` is the checksum of its text: a changed figure in a checkpoint is damage like any other. */
export type CheckpointFile = { readonly name: string; readonly sum: number; readonly keys: readonly string[] };

/** What the checkpoints hold: everything up to and including a segment; documents by file. */
export type Manifest = {
  readonly version: 1;
  /** The rules that its documents were folded by; see `rulesOfFolding`. */
  readonly rules: string;
  readonly folded: number;
  /** The position of the last entry folded. */
  readonly position: number;
  readonly files: readonly CheckpointFile[];
};

/** More documents in one file would make every change to one of them rewrite too much. */
export const MOST_IN_A_FILE = 500;

const manifestShape = z.object({
  version: z.literal(1),
  rules: z.string().default(""),
  folded: z.int().nonnegative(),
  position: z.int().nonnegative(),
  files: z.array(z.object({ name: z.string(), sum: z.int(), keys: z.array(z.string()) })),
});
const emptyManifest = (): Manifest => ({ version: 1, rules: rulesOfFolding(), folded: 0, position: 0, files: [] });

const checkpointFolder = (folder: string) => join(folder, "checkpoints");

/** The manifest as it stands; an empty one where there is none, or one of checkpoints that other rules made. */
export async function readManifest(folder: string): Promise<Manifest> {
  await mkdir(checkpointFolder(folder), { recursive: true, mode: 0o700 });
  const path = join(checkpointFolder(folder), "manifest.json");
  const db = new Low<Manifest>(jsonFile(path), emptyManifest());
  await db.read();
  const parsed = manifestShape.safeParse(db.data);
  if (parsed.success) return parsed.data.rules === rulesOfFolding() ? parsed.data : emptyManifest();
  throw damaged(path);
}

/** Swaps the manifest: from here on the files that it names are the checkpoints. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const db = new Low<Manifest>(jsonFile(join(checkpointFolder(folder), "manifest.json")), emptyManifest());
  db.data = manifest;
  // The old checkpoints are removed next: by then the new manifest must be the one that a power cut leaves.
  await db.write();
}

/** The documents of one checkpoint file. Rejects with `damaged` where it is missing or not as it was written. */
export async function readCheckpoint(folder: string, { name, sum }: CheckpointFile): Promise<Map<DocKey, Slot>> {
  const path = join(checkpointFolder(folder), name);
  const db = new Low<Record<string, Slot> | false>(jsonFile(path, sum), false);
  await db.read();
  if (!db.data)
    throw new StoreFailure("damaged", {
      key: "store-checkpoint-missing",
      args: { path, folder: checkpointFolder(folder) },
    });
  return new Map(Object.entries(db.data).map(([key, slot]) => [asKey(key), slot]));
}

/** Writes one checkpoint file; gives its checksum. */
export async function writeCheckpoint(folder: string, name: string, slots: ReadonlyMap<DocKey, Slot>): Promise<number> {
  const data = Object.fromEntries(slots);
  const db = new Low<Record<string, Slot>>(jsonFile(join(checkpointFolder(folder), name)), data);
  await db.write();
  return crc32(JSON.stringify(data));
}

/** Removes every file that the manifest does not name, among them what a crash left half written. */
export async function dropCheckpoints(folder: string, { files }: Manifest): Promise<void> {
  const named = new Set(["manifest.json", ...files.map(({ name }) => name)]);
  const there = await readdir(checkpointFolder(folder));
  const stale = there.filter((name) => !named.has(name));
  await Promise.all(stale.map((name) => unlink(join(checkpointFolder(folder), name)).catch(ignoreMissing)));
}

function ignoreMissing(cause: unknown): void {
  if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) throw cause;
}

function damaged(path: string, cause?: unknown): StoreFailure {
  const args = { path, folder: dirname(path) };
  return new StoreFailure("damaged", { key: "store-checkpoint-damaged", args }, { cause });
}

/** The journal has everything that a checkpoint had: no backup is needed where one cannot be read. */
function unread(path: string, cause: unknown): unknown {
  if (!isOfSystem(cause)) return cause;
  const args = { path, folder: dirname(path), code: codeOf(cause) };
  return new StoreFailure("damaged", { key: "store-checkpoint-unread", args }, { cause });
}

/** lowdb's own file adapter renames without syncing; this one survives a power cut. */
function jsonFile<T>(path: string, sum?: number) {
  return {
    read: async (): Promise<T | null> => {
      try {
        const text = await readFile(path, "utf8");
        if (sum !== undefined && crc32(text) !== sum) throw new SyntaxError("the checksum does not fit");
        return JSON.parse(text);
      } catch (cause) {
        if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
        if (cause instanceof SyntaxError) throw damaged(path, cause);
        throw isBad(cause) ? unread(path, cause) : refused(path, cause);
      }
    },
    write: (data: T): Promise<void> => writeWhole(path, JSON.stringify(data)),
  };
}
