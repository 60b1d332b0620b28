import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { personKey } from "../../src/core/entry.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { listSegments, segmentPath, segmentsAfter } from "../../src/store/lowdb/segment.ts";

const descriptors = "/proc/self/fd";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-segments-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A journal of many segments, one entry in each; a long id makes its line longer than is read at once. */
async function journal(id: (index: number) => string = String) {
  const store = await openLowdb({ folder, segmentSize: 1 });
  const key = personKey("ana");
  for (let index = 0; index < 6; index += 1) {
    const entry = { kind: "asked", prompt: { flow: "f", round: "r", screen: "s" }, id: id(index), at: index } as const;
    await store.change([key], () => [{ key, entry: { ...entry, by: "bot" } }]);
  }
  await store.close();
}

/** The files of the folder that this process holds open; none that was closed bears a name any more. */
function open(): readonly string[] {
  const target = (each: string) => {
    try {
      return readlinkSync(join(descriptors, each));
    } catch {
      return "";
    }
  };
  return readdirSync(descriptors)
    .map(target)
    .filter((path) => path.startsWith(folder));
}

test.skipIf(!existsSync(descriptors))("looking where a journal goes on leaves no file open", async () => {
  await journal();
  for (let position = 0; position < 6; position += 1) await segmentsAfter(folder, position);
  expect(open()).toEqual([]);
});

test("a journal goes on in the segment that begins with the next entry or before it", async () => {
  await journal((index) => String(index).repeat(100_000));
  const all = await listSegments(folder);
  expect(all.length).toBeGreaterThan(3);
  expect(await segmentsAfter(folder, 0)).toEqual(all);
  expect(await segmentsAfter(folder, 4)).toHaveLength((await segmentsAfter(folder, 3)).length - 1);
});

test("a segment that begins with a torn record, or with none yet, is looked past", async () => {
  await journal();
  const all = await listSegments(folder);
  const last = segmentPath(folder, all.at(-1) ?? 0);
  const before = await segmentsAfter(folder, 3);
  for (const spoil of [() => writeFile(last, '{"torn":'), () => truncate(last)]) {
    await spoil();
    expect(await segmentsAfter(folder, 3)).toEqual(before);
  }
});
