import { existsSync, readlinkSync } from "node:fs";
import { type FileHandle, mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Line } from "../../src/store/chain.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { makeWhole } from "../../src/store/lowdb/whole.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-whole-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** A history of one move of the clock, to where `to` says. */
async function historyOf(to: number): Promise<readonly Line[]> {
  const source = join(folder, `source-${to}`);
  const store = await openLowdb({ folder: source });
  await store.change(["clock/c"], () => [
    { key: "clock/c", entry: { kind: "clock-moved", to, id: "c", at: 1, by: "bot" } },
  ]);
  const lines: Line[] = [];
  for await (const some of store.lines()) lines.push(...some);
  await store.close();
  await rm(source, { recursive: true });
  return lines;
}
async function* given(lines: readonly Line[], after: Promise<void> = Promise.resolve()) {
  await after;
  yield lines;
}

test("of two that make the same folder at once one has it whole, and the other is told that it is there", async () => {
  const [slow, quick] = [await historyOf(7), await historyOf(8)];
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const target = join(folder, "data");
  const first = makeWhole(target, `${target}.restoring`, given(slow, gate), async () => {});
  const second = makeWhole(target, `${target}.restoring`, given(quick), async () => {
    // Half way through one, the other goes on.
    go();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  const ended = await Promise.allSettled([first, second]);
  const there = { status: "rejected", reason: { what: { key: "store-folder-there" } } };
  expect(ended.filter(({ status }) => status === "rejected")).toMatchObject([there]);
  const store = await openLowdb({ folder: target });
  const position = ended[0].status === "fulfilled" ? 7 : 8;
  expect((await store.read("clock/c"))?.doc).toMatchObject({ position });
  await store.close();
  expect(await readdir(folder)).toEqual(["data"]);
});

test("what another run has written so far is not cleared away by one that fails", async () => {
  const target = join(folder, "data");
  const lines = await historyOf(7);
  await makeWhole(target, `${target}.moving`, given(lines), async (_, draft) => {
    const other = makeWhole(target, `${target}.moving`, given(lines), async () => {
      throw new Error("the other fails");
    });
    await expect(other).rejects.toThrow("the other fails");
    expect(await readdir(draft)).toContain("journal");
  });
  expect(await readdir(folder)).toEqual(["data"]);
});

const descriptors = "/proc/self/fd";
test.skipIf(!existsSync(descriptors))(
  "what is said to be made is on disk before, with every name on the way",
  async () => {
    const lines = await historyOf(7);
    const handle: FileHandle = await open(folder, "r");
    const proto: FileHandle = Object.getPrototypeOf(handle);
    const really = proto.sync;
    const synced: string[] = [];
    vi.spyOn(proto, "sync").mockImplementation(async function (this: FileHandle) {
      synced.push(readlinkSync(join(descriptors, String(this.fd))));
      return really.call(this);
    });
    await handle.close();
    const target = join(folder, "above", "data");
    await makeWhole(target, `${target}.moving`, given(lines), async (_, draft) => {
      synced.length = 0;
      await writeFile(join(draft, "beside"), "a channel's memory");
    });
    const draft = synced.find((path) => path.endsWith("/beside"))?.replace(/\/beside$/, "") ?? "";
    expect(draft).toMatch(/data\.moving\.[0-9a-f]{8}$/);
    for (const part of ["", "/journal", "/journal/00000001.log", "/checkpoints"])
      expect(synced).toContain(draft + part);
    // The new name last of all, and those of the folders that were made for it.
    expect(synced.slice(-2)).toEqual([join(folder, "above"), folder]);
    expect(await readFile(join(target, "beside"), "utf8")).toBe("a channel's memory");
  },
);
