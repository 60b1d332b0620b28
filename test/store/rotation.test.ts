import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { type FileHandle, mkdir, mkdtemp, open, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { reportKey } from "../../src/core/entry.ts";
import { type OpenSegment, openSegment } from "../../src/store/lowdb/disk.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import type { Store } from "../../src/store/store.ts";
import { answered } from "../contracts/store.ts";

const key = reportKey("flow", "2020-05-21", "u");
const put = (store: Store, figure: number) =>
  store.change([key], () => [{ key, entry: answered({ "a.g.x": figure }, { words: "口罩" }) }]);
const figure = async (store: Store) => {
  const doc = await store.read(key);
  return doc?.kind === "report" ? cellAt(doc.doc.cells, "a.g.x") : undefined;
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-rotation-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const coded = (code: string) => Object.assign(new Error(code), { code });
/** A disk on which no further segment can be opened for as long as `fail.next` says why. */
function crowded(fail: { next?: string }): OpenSegment {
  return async (where, number) => {
    if (fail.next && number > 1) throw coded(fail.next);
    return openSegment(where, number);
  };
}
const segments = async () => (await readdir(join(folder, "journal"))).length;

describe("a segment for which there is no room", () => {
  test.each(["ENOSPC", "EDQUOT", "EMFILE"])(
    "because of %s puts nothing in doubt: the one before goes on, and it is tried again",
    async (code) => {
      const lines: string[] = [];
      const note = (level: string) => (about: Readonly<Record<string, unknown>>) =>
        void lines.push(`${level} ${JSON.stringify(about)}`);
      const fail: { next?: string } = { next: code };
      const log = { error: note("error"), info: note("info") };
      const store = await openLowdb({ folder, segmentSize: 300, open: crowded(fail), log });
      for (let each = 1; each <= 10; each += 1) await put(store, each);
      expect([await figure(store), await segments()]).toEqual([10, 1]);
      expect(lines).toEqual([expect.stringMatching(`^error .*"segment-not-opened".*"${code}".*"todo":"[^"]+"`)]);
      delete fail.next;
      for (let each = 11; each <= 20; each += 1) await put(store, each);
      await store.folded();
      expect(await segments()).toBeGreaterThan(2);
      expect(lines.slice(1)).toEqual([expect.stringMatching(/^info .*"segment-opened"/)]);
      await store.close();
      const again = await openLowdb({ folder });
      expect([await figure(again), (await again.history(key)).length]).toEqual([20, 20]);
      await again.close();
    },
  );

  test("keeps words from being removed: what is written on must not be written anew", async () => {
    const fail: { next?: string } = { next: "ENOSPC" };
    const store = await openLowdb({ folder, open: crowded(fail) });
    await put(store, 1);
    await expect(store.strip(new Map([[key, new Set([1])]]))).rejects.toMatchObject({
      code: "refused",
      what: { key: "store-journal-refused", args: { folder, code: "ENOSPC" } },
    });
    await put(store, 2);
    delete fail.next;
    await store.strip(new Map([[key, new Set([1])]]));
    await put(store, 3);
    await store.close();
    const again = await openLowdb({ folder });
    expect(await again.history(key)).toHaveLength(3);
    const kept = await readFile(join(folder, "journal", "00000001.log"), "utf8");
    expect(kept.match(/口罩/g)).toHaveLength(1);
    await again.close();
  });
});

const descriptors = "/proc/self/fd";
test.skipIf(!existsSync(descriptors))("a folder that cannot be synced leaves no segment open", async () => {
  await mkdir(join(folder, "journal"));
  const handle: FileHandle = await open(folder, "r");
  vi.spyOn(Object.getPrototypeOf(handle), "sync").mockRejectedValue(coded("EIO"));
  await handle.close();
  await expect(openSegment(folder, 1)).rejects.toThrow();
  const paths = readdirSync(descriptors).map((each) => {
    try {
      return readlinkSync(join(descriptors, each));
    } catch {
      return "";
    }
  });
  expect(paths.filter((path) => path.startsWith(folder))).toEqual([]);
});
