import { rename, rm } from "node:fs/promises";
import { openStore, type Whereabouts } from "./store/index.ts";
import { openLowdb, SEGMENT_SIZE, writeJournal } from "./store/lowdb/index.ts";
import { openPostgres } from "./store/postgres/index.ts";
import { StoreFailure } from "./store/store.ts";
import { differences, type Portable, type Survey, survey } from "./store/survey.ts";

/** What was moved, once both sides have been gone through and found to hold the same. */
export type Moved = { readonly entries: number; readonly documents: number; readonly files: number };

/** Whether a place is a database and not a folder. */
export const isDatabase = (place: string): boolean => /^postgres(ql)?:\/\//.test(place);

/**
 * Copies the whole store into an empty database or a folder that is not there yet, every hash as it is, and reads it
 * back. The source is left as it was. Rejects with a `StoreFailure` where either is in use or does not check out.
 */
export async function move(from: Whereabouts, to: string): Promise<Moved> {
  const source = await openStore(from);
  try {
    if (!(await source.stand(() => {})).held()) throw inUse("the store to be moved");
    // Gone through first: nothing that is broken is carried on.
    const known = await survey(source.lines());
    const files = await source.files();
    if (isDatabase(to)) await intoDatabase(source, to, known);
    else await intoFolder(source, to, known);
    return { entries: known.entries, documents: known.heads.size, files: files.length };
  } finally {
    await source.close();
  }
}

async function intoDatabase(source: Portable, url: string, known: Survey): Promise<void> {
  const store = await openPostgres(url);
  try {
    if (!(await store.stand(() => {})).held()) throw inUse("the database");
    await carryFiles(source, store);
    await store.takeAll(source.lines());
    await verify(store, known);
  } finally {
    await store.close();
  }
}

/** Under another name until it is whole: a folder with half a history must not be taken for one. */
async function intoFolder(source: Portable, folder: string, known: Survey): Promise<void> {
  const draft = `${folder}.moving`;
  await rm(draft, { recursive: true, force: true });
  await writeJournal(draft, source.lines(), SEGMENT_SIZE);
  const store = await openLowdb({ folder: draft });
  try {
    await carryFiles(source, store);
    await store.folded();
    await verify(store, known);
  } finally {
    await store.close();
  }
  try {
    await rename(draft, folder);
  } catch (cause) {
    throw new StoreFailure("refused", `${folder} is there already and not empty: name another folder`, { cause });
  }
}

async function carryFiles(source: Portable, to: Portable): Promise<void> {
  for (const hash of await source.files()) {
    const bytes = await source.readFile(hash);
    if (bytes) await to.keepFile(bytes);
  }
}

async function verify(store: Portable, known: Survey): Promise<void> {
  const made = await survey(store.lines());
  const [different] = differences(known, made);
  if (different !== undefined || made.entries !== known.entries)
    throw new StoreFailure("damaged", `what was moved is not what was there (${different}): nothing may run on it`);
}

function inUse(what: string): StoreFailure {
  return new StoreFailure("busy", `${what} is in use by a running bot\n    -> stop every instance, then move it again`);
}
