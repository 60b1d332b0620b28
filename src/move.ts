import { openStore, type Whereabouts } from "./store/index.ts";
import { makeWhole } from "./store/lowdb/whole.ts";
import { openPostgres } from "./store/postgres/index.ts";
import { assertAlone, assertCopied, type Portable, type Survey, survey } from "./store/survey.ts";

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
    await assertAlone(source);
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
    await assertAlone(store);
    await store.assertEmpty();
    // The files first: where it fails in between, there is no history yet, and it can be done again.
    await carryFiles(source, store);
    await store.takeAll(source.lines());
    await assertCopied(store, known);
  } finally {
    await store.close();
  }
}

async function intoFolder(source: Portable, folder: string, known: Survey): Promise<void> {
  await makeWhole(folder, `${folder}.moving`, source.lines(), async (store) => {
    await carryFiles(source, store);
    await assertCopied(store, known);
  });
}

async function carryFiles(source: Portable, to: Portable): Promise<void> {
  for (const hash of await source.files()) {
    const bytes = await source.readFile(hash);
    if (bytes) await to.keepFile(bytes);
  }
}
