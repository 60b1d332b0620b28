import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reportKey } from "../../src/core/entry.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { answered } from "../contracts/store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-little-room-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/**
 * Does something where no file may grow beyond some 10,000 bytes. As on a disk that fills up, the write that meets the
 * limit puts down what there is room for and says so by its count alone; only the next one fails.
 */
function withLittleRoom(work: "keep" | "strip", blocks = 20): string {
  const script = fileURLToPath(new URL("./little-room.ts", import.meta.url));
  const limited = `ulimit -f ${blocks}; exec "$0" --import tsx "$@"`;
  // The loader's cache is shared by all: half a file must not come to lie in it.
  const env = { ...process.env, TSX_DISABLE_CACHE: "1" };
  const done = spawnSync("sh", ["-c", limited, process.execPath, script, folder, work], { encoding: "utf8", env });
  return `${done.stdout}${done.stderr}`;
}

test("a file for which there is no room is refused, not kept in part", async () => {
  expect(withLittleRoom("keep")).toBe("refused");
  const store = await openLowdb({ folder });
  expect(await store.files()).toEqual([]);
  await store.close();
  expect(await readdir(join(folder, "files"), { recursive: true })).toHaveLength(1);
});

test("a history that there is no room to write anew stays as it was, to the byte", async () => {
  const key = reportKey("flow", "2020-05-21", "u");
  const store = await openLowdb({ folder });
  for (let figure = 1; figure <= 100; figure += 1)
    await store.change([key], () => [{ key, entry: answered({ "a.g.x": figure }, { words: "口罩".repeat(30) }) }]);
  await store.close();
  const segment = join(folder, "journal", "00000001.log");
  const before = await readFile(segment);
  expect(withLittleRoom("strip")).toBe("refused");
  expect((await readFile(segment)).equals(before)).toBe(true);
  expect((await readdir(join(folder, "journal"))).filter((name) => name.endsWith(".part"))).toEqual([]);
  const again = await openLowdb({ folder });
  expect(await again.history(key)).toHaveLength(100);
  await again.close();
});

test("a folder in which there is no room for a lock is refused, and no start leaves anything more in it", async () => {
  expect(withLittleRoom("keep", 0)).toContain("store-folder-refused");
  expect(await readdir(folder)).toEqual([]);
});
