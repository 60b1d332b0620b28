import { readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { isDraft, syncFolder } from "../whole-file.ts";
import { whereThere } from "./refused.ts";
import { journalFolder } from "./segment.ts";

/** The first two digits of a file's hash. */
const SHELF = /^[0-9a-f]{2}$/;

/**
 * Removes what a killed process left half written beside the segments and the files. It holds people's words as they
 * were before a removal, and no later removal would find it. Only for whoever holds the folder's lock.
 */
export async function sweepDrafts(folder: string): Promise<void> {
  const files = join(folder, "files");
  const shelves = (await whereThere(files, () => readdir(files, { withFileTypes: true }))) ?? [];
  const places = shelves
    .filter((each) => each.isDirectory() && SHELF.test(each.name))
    .map(({ name }) => join(files, name));
  for (const place of [journalFolder(folder), ...places]) await sweep(place);
}

async function sweep(place: string): Promise<void> {
  const drafts = ((await whereThere(place, () => readdir(place))) ?? []).filter(isDraft);
  for (const name of drafts) await whereThere(place, () => unlink(join(place, name)));
  if (drafts.length > 0) await whereThere(place, () => syncFolder(place));
}
