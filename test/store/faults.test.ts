import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cellAt } from "../../src/core/cells.ts";
import { reportKey } from "../../src/core/entry.ts";
import { chained } from "../../src/store/chain.ts";
import { type OpenSegment, openSegment } from "../../src/store/lowdb/disk.ts";
import { type LowdbStore, openLowdb } from "../../src/store/lowdb/index.ts";
import { takeLock } from "../../src/store/lowdb/lock.ts";
import type { Store } from "../../src/store/store.ts";
import { answered } from "../contracts/store.ts";
import { killWriter } from "./killed.ts";

const key = (unit: string) => reportKey("flow", "2020-05-21", unit);
const put = (store: Store, unit: string, figure: number) =>
  store.change([key(unit)], () => [{ key: key(unit), entry: answered({ "a.g.x": figure }) }]);
const figure = async (store: Store, unit: string) => {
  const doc = await store.read(key(unit));
  return doc?.kind === "report" ? cellAt(doc.doc.cells, "a.g.x") : undefined;
};

let folder: string;
let open: LowdbStore[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "baosong-faults-"));
  open = [];
});
afterEach(async () => {
  for (const store of open) await store.close().catch(() => undefined);
  await rm(folder, { recursive: true });
});
const opened = async (options: Partial<Parameters<typeof openLowdb>[0]> = {}) => {
  const store = await openLowdb({ folder, ...options });
  open.push(store);
  return store;
};
const segment = async () => {
  const names = (await readdir(join(folder, "journal"))).sort();
  return join(folder, "journal", names.at(-1) ?? "");
};

describe("after kill -9", () => {
  test.each([
    [20, 1_000_000],
    [400, 1_000_000],
    [400, 3_000],
    [1500, 20_000],
  ])(
    "every acknowledged answer is there, once and in order (%i answers, segments of %i bytes)",
    async (answers, size) => {
      const { last: acknowledged } = await killWriter(folder, size, { acknowledgements: answers });
      const store = await opened();
      expect(acknowledged.size).toBeGreaterThan(0);
      for (const [unit, last] of acknowledged) {
        const stands = await figure(store, unit);
        expect(stands).toBeGreaterThanOrEqual(last);
        const history = await store.history(key(unit));
        expect(history.map(({ entry }) => entry.kind === "answered" && entry.cells["a.g.x"])).toEqual(
          Array.from({ length: Number(stands) }, (_, index) => index + 1),
        );
      }
    },
  );
});

describe("the journal", () => {
  test("is cut back to its last whole record where a crash tore the end", async () => {
    const store = await opened();
    await put(store, "u", 1);
    await put(store, "u", 2);
    await store.close();
    const path = await segment();
    const whole = (await readFile(path)).length;
    for (const torn of [1, 10, 60]) {
      await appendFile(path, (await readFile(path)).subarray(0, torn));
      const again = await opened();
      expect(await figure(again, "u")).toBe(2);
      await again.close();
      expect((await readFile(path)).length).toBe(whole);
    }
    await truncate(path, whole - 5);
    const cut = await opened();
    expect(await figure(cut, "u")).toBe(1);
    await put(cut, "u", 7);
    expect(await figure(cut, "u")).toBe(7);
  });

  test("that is damaged in the middle is not opened, and its place is told", async () => {
    const store = await opened();
    for (const each of [1, 2, 3]) await put(store, "u", each);
    await store.close();
    const path = await segment();
    const bytes = await readFile(path);
    const second = bytes.indexOf(10) + 40;
    bytes[second] = (bytes[second] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await expect(opened()).rejects.toMatchObject({
      code: "damaged",
      what: { key: "store-line-damaged", args: { path, line: "2", byte: expect.stringMatching(/^\d+$/) } },
    });
    expect(await readFile(path)).toEqual(bytes);
  });

  test.each([
    ["cut out", (lines: readonly string[]) => lines.toSpliced(1, 1)],
    ["put in twice", (lines: readonly string[]) => lines.toSpliced(1, 0, lines[1] ?? "")],
    ["changed about", (lines: readonly string[]) => [lines[1] ?? "", lines[0] ?? "", ...lines.slice(2)]],
  ])("of which whole records were %s is not opened, though each checks out by itself", async (_, harm) => {
    const store = await opened();
    for (const each of [1, 2, 3]) await put(store, "u", each);
    await store.close();
    const path = await segment();
    const lines = (await readFile(path, "utf8")).split("\n");
    await writeFile(path, harm(lines).join("\n"));
    await expect(opened()).rejects.toMatchObject({
      code: "damaged",
      what: { key: "store-out-of-sequence", args: expect.objectContaining({ path }) },
    });
  });

  test("is read from where a follower goes on, not from its beginning", async () => {
    const store = await opened({ segmentSize: 300 });
    for (let each = 0; each < 10; each += 1) await put(store, "u", each);
    const from = await store.position();
    await put(store, "u", 10);
    await put(store, "u", 11);
    const fed = async (position: number) => {
      for await (const { entry } of store.since(position)) return entry;
      return undefined;
    };
    await writeFile(join(folder, "journal", "00000001.log"), "damaged\n");
    expect(await fed(from)).toMatchObject({ cells: { "a.g.x": 10 } });
    await expect(fed(0)).rejects.toMatchObject({ code: "damaged" });
  });

  test("tells of a damaged checkpoint and opens nothing", async () => {
    const store = await opened({ segmentSize: 300 });
    for (let each = 0; each < 10; each += 1) await put(store, `u${each}`, each);
    await store.folded();
    await store.close();
    await writeFile(join(folder, "checkpoints", "manifest.json"), "{");
    await expect(opened()).rejects.toMatchObject({ code: "damaged" });
  });
});

/** A disk that fails as told; everything else is the real one. */
function failing(fail: { append?: string; sync?: string; cut?: string }): OpenSegment {
  const error = (code: string) => Object.assign(new Error(code), { code });
  return async (where, number) => {
    const file = await openSegment(where, number);
    return {
      append: async (bytes) => {
        if (fail.append) {
          await file.append(bytes.subarray(0, 7));
          throw error(fail.append);
        }
        await file.append(bytes);
        // All of it is written, and whether it is on disk the disk does not say.
        if (fail.sync) throw error(fail.sync);
      },
      cut: async (length) => {
        if (fail.cut) throw error(fail.cut);
        await file.cut(length);
      },
      close: () => file.close(),
    };
  };
}

describe("a disk", () => {
  test.each(["ENOSPC", "EDQUOT", "EROFS"])(
    "that says %s refuses the change, keeps nothing of it, and goes on when it is mended",
    async (code) => {
      const fail: { append?: string } = {};
      const store = await opened({ open: failing(fail) });
      await put(store, "u", 1);
      fail.append = code;
      const refused = await Promise.allSettled([put(store, "u", 2), put(store, "v", 3)]);
      for (const each of refused) expect(each).toMatchObject({ status: "rejected", reason: { code: "refused" } });
      expect(await figure(store, "u")).toBe(1);
      expect(await store.read(key("v"))).toBeUndefined();
      delete fail.append;
      await put(store, "u", 4);
      await store.close();
      const again = await opened();
      expect(await figure(again, "u")).toBe(4);
      expect(await again.history(key("u"))).toHaveLength(2);
      expect(await again.read(key("v"))).toBeUndefined();
    },
  );

  test.each([{ sync: "EIO" }, { append: "EIO" }, { append: "ENOSPC", cut: "EIO" }])(
    "of which nobody knows what it holds (%o) stops all writing until the store is opened again",
    async (later) => {
      const fail: { append?: string; sync?: string; cut?: string } = {};
      const store = await opened({ open: failing(fail) });
      await put(store, "u", 1);
      Object.assign(fail, later);
      await expect(put(store, "u", 2)).rejects.toMatchObject({ code: "unknown" });
      for (const name of ["append", "sync", "cut"] as const) delete fail[name];
      await expect(put(store, "v", 3)).rejects.toMatchObject({ code: "unknown" });
      await expect(store.read(key("u"))).rejects.toMatchObject({ code: "unknown" });
      await store.close();
      const again = await opened();
      expect([1, 2]).toContain(await figure(again, "u"));
      await put(again, "u", 5);
      expect(await figure(again, "u")).toBe(5);
    },
  );
});

test("a change that comes while a full disk is cut back does not build on what was lost", async () => {
  const fail: { append?: string } = {};
  let late: Promise<unknown> = Promise.resolve();
  const slow: OpenSegment = async (where, number) => {
    const file = await failing(fail)(where, number);
    return {
      ...file,
      cut: async (length) => {
        delete fail.append;
        late = put(store, "u", 3);
        await new Promise((resolve) => setTimeout(resolve, 20));
        await file.cut(length);
      },
    };
  };
  const store = await opened({ open: slow });
  await put(store, "u", 1);
  fail.append = "ENOSPC";
  await expect(put(store, "u", 2)).rejects.toMatchObject({ code: "refused" });
  await late;
  await store.close();
  const history = await (await opened()).history(key("u"));
  expect(history.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(history.map(({ entry }) => entry.kind === "answered" && entry.cells["a.g.x"])).toEqual([1, 3]);
});

describe("a folder", () => {
  test("in use is refused to a second store, which is told by whom", async () => {
    const store = await opened();
    await expect(openLowdb({ folder })).rejects.toMatchObject({
      code: "busy",
      what: { key: "store-in-use", args: { folder, process: String(process.pid) } },
    });
    await put(store, "u", 1);
  });

  test("whose holder was killed, or whose number another process bears now, is taken over", async () => {
    for (const holder of ['{"pid":999999,"started":"1"}', `{"pid":${process.pid},"started":"1"}`, "torn{"]) {
      await writeFile(join(folder, "lock"), holder);
      const store = await opened();
      await put(store, "u", 1);
      await store.close();
    }
  });

  test("that cannot be made or written to is refused with what to do", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(openLowdb({ folder: join(folder, "file", "below") })).rejects.toMatchObject({
      code: "refused",
      what: { key: "store-folder-refused", args: { folder: join(folder, "file", "below"), code: "ENOTDIR" } },
    });
    const readOnly: OpenSegment = async () => {
      throw Object.assign(new Error("read-only"), { code: "EROFS" });
    };
    await expect(openLowdb({ folder, open: readOnly })).rejects.toMatchObject({ code: "refused" });
  });
});

describe("a checkpoint", () => {
  const checkpointed = async () => {
    const store = await opened({ segmentSize: 300 });
    for (let each = 0; each < 10; each += 1) await put(store, "u", each);
    await store.folded();
    await store.close();
    const names = await readdir(join(folder, "checkpoints"));
    return join(folder, "checkpoints", names.find((name) => name !== "manifest.json") ?? "");
  };

  test("that is missing is damage, not an empty document", async () => {
    await rm(await checkpointed());
    await expect(opened().then((store) => store.read(key("u")))).rejects.toMatchObject({ code: "damaged" });
  });

  test("in which a figure was altered is damage", async () => {
    const path = await checkpointed();
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace(/"x":\d/, '"x":7777'));
    await expect(opened().then((store) => store.read(key("u")))).rejects.toMatchObject({ code: "damaged" });
  });
});

test("figures asked for twice at once, of documents that lie in checkpoints, are whole both times", async () => {
  const store = await opened({ segmentSize: 20_000 });
  await Promise.all(Array.from({ length: 300 }, (_, unit) => put(store, `u${unit}`, unit)));
  await store.folded();
  await store.close();
  const again = await opened();
  const [first, second] = await Promise.all([again.figures("flow", "2020-05-21"), again.figures("flow", "2020-05-21")]);
  expect(first.units).toHaveLength(300);
  expect(second.units).toHaveLength(300);
});

test("the chain can be worked out again from what a history gives", async () => {
  const store = await opened();
  for (const each of [1, 2, 3]) await put(store, "u", each);
  await store.close();
  let before = "";
  for (const { entry, hash } of await (await opened()).history(key("u"))) {
    before = chained(before, entry, "");
    expect(hash).toBe(before);
  }
});

test("when a dead lock is found by several at once, exactly one takes the folder, however often it is tried", async () => {
  const dead = '{"pid":999999,"started":"1"}';
  for (let times = 0; times < 100; times += 1) {
    await writeFile(join(folder, "lock"), dead);
    const taken = await Promise.allSettled(Array.from({ length: 6 }, () => takeLock(folder)));
    const [release, ...others] = taken.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect([release === undefined, others]).toEqual([false, []]);
    await release?.();
  }
  // Killed while it took a dead lock away, a process leaves two.
  for (const name of ["lock", "lock.dead"]) await writeFile(join(folder, name), dead);
  await (await takeLock(folder))();
  expect(await readdir(folder)).toEqual([]);
});

describe("folding", () => {
  test("leaves documents, histories and figures as they were, in whatever order they are asked for", async () => {
    const store = await opened({ segmentSize: 2_000 });
    for (let round = 0; round < 4; round += 1)
      await Promise.all(Array.from({ length: 25 }, (_, unit) => put(store, `u${unit}`, round * 100 + unit)));
    await store.folded();
    const seen = async (from: Store) => ({
      docs: await Promise.all(Array.from({ length: 25 }, (_, unit) => from.read(key(`u${unit}`)))),
      histories: await Promise.all(Array.from({ length: 25 }, (_, unit) => from.history(key(`u${unit}`)))),
      figures: await from.figures("flow", "2020-05-21"),
    });
    const before = await seen(store);
    expect((await readdir(join(folder, "checkpoints"))).length).toBeGreaterThan(1);
    await store.close();
    const again = await opened();
    expect({ ...(await seen(again)), figures: 0 }).toEqual({ ...before, figures: 0 });
    const { units, values } = await again.figures("flow", "2020-05-21");
    expect([...units].sort()).toEqual([...before.figures.units].sort());
    expect([...values].sort()).toEqual([...before.figures.values].sort());
  });

  test("that fails is told once with what to do, however often it is tried, and told when it goes on", async () => {
    const lines: string[] = [];
    const note = (level: string) => (about: Readonly<Record<string, unknown>>) =>
      void lines.push(`${level} ${JSON.stringify(about)}`);
    const store = await opened({ segmentSize: 1_000, log: { error: note("error"), info: note("info") } });
    const fill = async () => {
      for (let each = 0; each < 10; each += 1) await put(store, "u", each);
    };
    const checkpoints = join(folder, "checkpoints");
    await rm(checkpoints, { recursive: true });
    await writeFile(checkpoints, "");
    for (const _ of [1, 2, 3]) {
      await fill();
      await store.folded().catch(() => undefined);
    }
    expect(lines).toEqual([expect.stringMatching(/^error .*"code":"fold-failed".*"cause":"E[A-Z]+".*"todo":"[^"]+"/)]);
    await rm(checkpoints);
    for (const _ of [1, 2]) {
      await fill();
      await store.folded();
    }
    expect(lines.slice(1)).toEqual([expect.stringMatching(/^info .*"code":"folded-again"/)]);
    expect(lines.join()).not.toContain("Error:");
  });

  test("that died halfway left files which the next start does not mistake for checkpoints", async () => {
    const store = await opened({ segmentSize: 1_000 });
    for (let each = 0; each < 20; each += 1) await put(store, "u", each);
    await store.folded();
    await store.close();
    const left = ["999-0.json", "manifest.json.2868443118"];
    for (const name of left) await writeFile(join(folder, "checkpoints", name), '{"report/flow/2020-05-21/u":{"torn');
    const again = await opened({ segmentSize: 1_000 });
    expect(await figure(again, "u")).toBe(19);
    for (let each = 20; each < 40; each += 1) await put(again, "u", each);
    await again.folded();
    expect(await again.history(key("u"))).toHaveLength(40);
    // Nor do they pile up.
    const there = await readdir(join(folder, "checkpoints"));
    expect(there.filter((name) => left.includes(name))).toEqual([]);
  });
});
