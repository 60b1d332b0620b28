import { type FileHandle, mkdir, mkdtemp, open, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { personKey } from "../../src/core/entry.ts";
import { type LowdbStore, openLowdb } from "../../src/store/lowdb/index.ts";
import { verify } from "../../src/store/verify.ts";

let folder: string;
const restores: (() => void)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-bad-sector-"));
});
afterEach(async () => {
  for (const restore of restores.splice(0)) restore();
  await rm(folder, { recursive: true });
});

const key = personKey("ana");
const prompt = { flow: "f", round: "r", screen: "s" };
const ask = (store: LowdbStore, at: number) =>
  store.change([key], () => [{ key, entry: { kind: "asked", prompt, id: String(at), at, by: "bot" } }]);

/** A place that the system will not read: it says EISDIR where a bad sector says EIO. */
async function spoil(path: string): Promise<void> {
  await rm(path);
  await mkdir(path);
}

const unread = (path: string, key = "store-unread") => ({
  code: "damaged",
  what: { key, args: { path, code: "EISDIR" } },
});

test("a segment that cannot be read is damage with its place, wherever it is met, and verify goes on to its end", async () => {
  const store = await openLowdb({ folder, segmentSize: 1 });
  for (const at of [1, 2, 3]) await ask(store, at);
  const hash = await store.keepFile(new Uint8Array([1, 2, 3]));
  const segment = join(folder, "journal", "00000002.log");
  const file = join(folder, "files", hash.slice(0, 2), hash);
  await spoil(segment);
  await spoil(file);
  await expect(store.history(key)).rejects.toMatchObject(unread(segment));
  await expect(store.since(1)[Symbol.asyncIterator]().next()).rejects.toMatchObject(unread(segment));
  await expect(store.readFile(hash)).rejects.toMatchObject(unread(file));
  const { findings } = await verify(store);
  expect(findings).toMatchObject([
    { document: `file ${hash}`, what: { key: "verify-file-unread", args: { why: unread(file).what } } },
    { document: "history", what: { key: "verify-unreadable", args: { why: unread(segment).what } } },
  ]);
  await store.close();
  await expect(openLowdb({ folder, segmentSize: 1 }).then((again) => again.history(key))).rejects.toMatchObject(
    unread(segment),
  );
});

test("a checkpoint that cannot be read is made anew from the journal, as it is told", async () => {
  const store = await openLowdb({ folder, segmentSize: 1 });
  await ask(store, 1);
  await store.history(key);
  await store.folded();
  await store.close();
  const names = await readdir(join(folder, "checkpoints"));
  const path = join(folder, "checkpoints", names.find((name) => name !== "manifest.json") ?? "");
  await spoil(path);
  const again = await openLowdb({ folder });
  await expect(again.read(key)).rejects.toMatchObject(unread(path, "store-checkpoint-unread"));
  await again.close();
  await rm(join(folder, "checkpoints"), { recursive: true });
  const anew = await openLowdb({ folder });
  expect(await anew.read(key)).toBeDefined();
  await anew.close();
});

test("a system that gives less at a time than it is asked for is asked again: what it gave is no damage", async () => {
  const store = await openLowdb({ folder });
  for (const at of [1, 2]) await ask(store, at);
  const handle: FileHandle = await open(folder, "r");
  const proto: FileHandle = Object.getPrototypeOf(handle);
  await handle.close();
  const really = proto.read;
  proto.read = littleAtATime;
  function littleAtATime(this: FileHandle, ...args: readonly unknown[]) {
    const [buffer, offset, length, position] = args;
    return Reflect.apply(really, this, [buffer, offset, Math.min(Number(length), 7), position]);
  }
  restores.push(() => {
    proto.read = really;
  });
  expect(await store.history(key)).toHaveLength(2);
  await store.close();
});
