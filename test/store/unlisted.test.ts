import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backupOf } from "../../src/backup/make.ts";
import { type LowdbStore, openLowdb } from "../../src/store/lowdb/index.ts";

let folder: string;
let store: LowdbStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-unlisted-"));
  store = await openLowdb({ folder });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const made = "2020-05-21T00:00:00.000Z";
const marksOf = async (from: AsyncIterable<Buffer>): Promise<readonly string[]> => {
  const marks: string[] = [];
  for await (const piece of from) marks.push(piece.toString());
  return marks;
};

test("files that cannot be listed are no absence of files: a backup without them would say that it is whole", async () => {
  expect(await store.files()).toEqual([]);
  await writeFile(join(folder, "files"), "");
  const refusal = {
    code: "refused",
    what: { key: "store-folder-refused", args: { folder: join(folder, "files"), code: "ENOTDIR" } },
  };
  await expect(store.files()).rejects.toMatchObject(refusal);
  await expect(marksOf(backupOf(store, folder, made))).rejects.toMatchObject(refusal);
});

test("a data folder that cannot be listed ends the backup, and one that was never made has nothing in it", async () => {
  const place = join(folder, "elsewhere");
  expect((await marksOf(backupOf(store, place, made))).at(-1)).toContain('"end"');
  await writeFile(place, "");
  await expect(marksOf(backupOf(store, place, made))).rejects.toMatchObject({ code: "refused" });
});

test("what a channel took away again after it was listed is passed over, and what lies behind it is backed up", async () => {
  const place = join(folder, "elsewhere");
  await mkdir(join(place, "lark"), { recursive: true });
  for (const name of ["a", "b", "lark/c"]) await writeFile(join(place, name), name);
  const pieces = backupOf(store, place, made);
  const seen: string[] = [];
  for await (const piece of pieces) {
    const text = piece.toString();
    if (text.includes('"beside"')) seen.push(text);
    if (text.includes('"beside":"a"')) await rm(join(place, "b"));
  }
  expect(seen.map((each) => JSON.parse(each).beside)).toEqual(["a", "lark/c"]);
});
