import type { DocKey } from "../../core/entry.ts";
import { asKey } from "../chain.ts";
import { type CheckpointFile, type Manifest, readCheckpoint, type Slot } from "./checkpoint.ts";

/** Documents by key: those changed since the last checkpoint in memory, the others read when they are asked for. */
export type Shelf = {
  /** In memory right now; undefined is either nowhere or still on disk. */
  hot(key: DocKey): Slot | undefined;
  put(key: DocKey, slot: Slot | undefined): void;
  /** Brings documents into memory. Resolves at once, to no purpose, where they are there already. */
  fetch(keys: readonly DocKey[]): Promise<void>;
  isCold(key: DocKey): boolean;
  keys(prefix: string): readonly DocKey[];
  /** Takes up new checkpoints and lets go of the documents that have not changed since. */
  fold(manifest: Manifest): void;
};

/** Checkpoint files kept in memory at once, about 4 MB each: what people read again and again is the open round. */
const FILES_IN_MEMORY = 12;

/** The documents of a folder whose checkpoints are those of the manifest. */
export function shelf(folder: string, first: Manifest): Shelf {
  const live = new Map<DocKey, Slot>();
  const fileOf = new Map<string, CheckpointFile>();
  const files = new Map<string, Promise<Map<DocKey, Slot>>>();
  const read = new Map<string, Map<DocKey, Slot>>();

  const index = ({ files: named }: Manifest) => {
    fileOf.clear();
    for (const file of named) for (const key of file.keys) fileOf.set(key, file);
  };
  index(first);

  const isNamed = (name: string) => [...fileOf.values()].some((file) => file.name === name);
  const load = async (file: CheckpointFile): Promise<void> => {
    const { name } = file;
    const loading = files.get(name) ?? readCheckpoint(folder, file);
    files.set(name, loading);
    try {
      read.set(name, await loading);
    } catch (cause) {
      // Folding put another file in its place meanwhile: whoever waits looks there next.
      if (isNamed(name)) throw cause;
    } finally {
      files.delete(name);
    }
  };
  /** The file most recently used is last; the first is let go. */
  const use = (name: string): Map<DocKey, Slot> | undefined => {
    const slots = read.get(name);
    if (!slots) return undefined;
    read.delete(name);
    read.set(name, slots);
    return slots;
  };
  const hot = (key: DocKey): Slot | undefined => {
    const slot = live.get(key);
    if (slot) return slot;
    const file = fileOf.get(key);
    return file && use(file.name)?.get(key);
  };
  const isCold = (key: DocKey): boolean => {
    const file = fileOf.get(key);
    return !live.has(key) && file !== undefined && !read.has(file.name);
  };
  return {
    hot,
    isCold,
    put: (key, slot) => {
      if (slot) live.set(key, slot);
      else live.delete(key);
    },
    fetch: async (keys) => {
      const cold = new Set(keys.filter(isCold).flatMap((key) => fileOf.get(key) ?? []));
      await Promise.all([...cold].map(load));
      const needed = new Set(keys.map((key) => fileOf.get(key)?.name));
      for (const name of [...read.keys()]) {
        if (read.size <= FILES_IN_MEMORY) break;
        if (!needed.has(name)) read.delete(name);
      }
    },
    keys: (prefix) => {
      const found = new Set([...live.keys()].filter((key) => key.startsWith(prefix)));
      for (const key of fileOf.keys()) if (key.startsWith(prefix)) found.add(asKey(key));
      return [...found].sort();
    },
    fold: (manifest) => {
      index(manifest);
      const named = new Set(manifest.files.map(({ name }) => name));
      for (const name of read.keys()) if (!named.has(name)) read.delete(name);
      for (const [key, slot] of live) if (slot.position <= manifest.position) live.delete(key);
    },
  };
}
