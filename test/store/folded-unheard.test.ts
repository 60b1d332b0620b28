import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { personKey } from "../../src/core/entry.ts";
import { readManifest } from "../../src/store/lowdb/checkpoint.ts";
import { foldSegments } from "../../src/store/lowdb/fold.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { listSegments } from "../../src/store/lowdb/segment.ts";
import type { Store } from "../../src/store/store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-unheard-"));
});
afterEach(() => rm(folder, { recursive: true }));

const key = personKey("ana");
const prompt = { flow: "f", round: "r", screen: "s" };
const ask = (store: Store, at: number) =>
  store.change([key], () => [{ key, entry: { kind: "asked", prompt, id: String(at), at, by: "bot" } }]);

/** Until every segment that the answers so far filled is closed, and its turn at folding has ended. */
const settled = async (store: Store & { folded(): Promise<void> }) => {
  await store.history(key);
  await store.folded();
};

test("what a thread folded and died before it could say so is not folded twice, and the next turn goes on", async () => {
  const store = await openLowdb({ folder, segmentSize: 1 });
  // No turn of the store's own comes through for as long as this lasts.
  const checkpoints = join(folder, "checkpoints");
  await rm(checkpoints, { recursive: true });
  await writeFile(checkpoints, "");
  for (let at = 1; at <= 3; at += 1) await ask(store, at);
  await settled(store).catch(() => undefined);
  await rm(checkpoints);
  await mkdir(checkpoints);
  const closed = (await listSegments(folder)).slice(0, -1);
  await foldSegments(folder, closed);

  await ask(store, 4);
  await settled(store);
  expect(await readManifest(folder)).toMatchObject({ folded: 4, position: 4 });
  expect((await store.history(key)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  // The manifest and the one file that it names: what it no longer names was cleared away.
  expect(await readdir(checkpoints)).toHaveLength(2);
  await store.close();
});

test("a turn that finds nothing left to fold gives what is folded already", async () => {
  const store = await openLowdb({ folder, segmentSize: 1 });
  for (let at = 1; at <= 3; at += 1) await ask(store, at);
  await settled(store);
  await store.close();
  const stands = await readManifest(folder);
  expect(stands.folded).toBe(3);
  expect(await foldSegments(folder, [1, 2, 3])).toEqual({ manifest: stands });
  expect(await readManifest(folder)).toEqual(stands);
});
