import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLowdb } from "../../src/store/lowdb/index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-left-over-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("what a kill left half written beside the segments and the files is gone with the next start, words and all", async () => {
  const store = await openLowdb({ folder });
  const hash = await store.keepFile(new Uint8Array([1, 2, 3]));
  await store.close();
  const left = [
    join(folder, "journal", "00000001.log.0a1b2c3d.part"),
    join(folder, "files", hash.slice(0, 2), `${hash}.deadbeef.part`),
  ];
  for (const path of left) await writeFile(path, "口罩");
  const again = await openLowdb({ folder });
  const there = await readdir(folder, { recursive: true });
  expect(there.filter((path) => path.endsWith(".part"))).toEqual([]);
  expect([await again.files(), await again.readFile(hash)]).toEqual([[hash], new Uint8Array([1, 2, 3])]);
  await again.close();
});

test("what is half written is left alone by whoever is refused the folder: the one that has it is writing", async () => {
  const store = await openLowdb({ folder });
  const draft = join(folder, "journal", "00000001.log.0a1b2c3d.part");
  await writeFile(draft, "");
  await expect(openLowdb({ folder })).rejects.toMatchObject({ code: "busy" });
  expect(await readdir(join(folder, "journal"))).toContain("00000001.log.0a1b2c3d.part");
  await store.close();
});
