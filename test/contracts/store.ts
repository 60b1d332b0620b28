import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { byId } from "../../src/core/cells.ts";
import { type Doc, emptyDoc, evolve } from "../../src/core/document.ts";
import {
  type Addressed,
  type DocKey,
  doorKey,
  type Entry,
  groupKey,
  personKey,
  reportKey,
  roundKey,
} from "../../src/core/entry.ts";
import { type Portable, survey } from "../../src/store/survey.ts";

/** What a store's suite must be able to do beside the port. */
export type StoreUnderTest = {
  readonly store: Portable;
  /** Closes the store and opens another on the same data. */
  reopen(): Promise<Portable>;
  end(): Promise<void>;
};

let count = 0;
/** An answer of a report, as an entry with an id of its own. */
export function answered(cells: Record<string, number | "n/a">, aside?: Record<string, string>): Entry {
  count += 1;
  const origin = { id: `m${count}`, at: count, sentAt: count, by: "liaison", channel: "test" };
  return { ...origin, kind: "answered", screen: "a.g", cells, ...(aside ? { aside } : {}) };
}

const report = (unit: string) => reportKey("flow", "2020-05-21", unit);
const opened: Entry = {
  id: "o",
  at: 1,
  by: "bot",
  kind: "opened",
  number: 1,
  due: 9,
  covers: { from: 0, to: 8 },
  units: ["u"],
  flowHash: "h",
};

/** What every store must pass. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} as a store`, () => {
    let under: StoreUnderTest;
    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.end());
    const put = (key: DocKey, entry: Entry) => under.store.change([key], () => [{ key, entry }]);
    const cells = (doc: Doc | undefined) => (doc?.kind === "report" ? byId(doc.doc.cells) : undefined);

    test("knows nothing of a document without entries, and hands it out empty to a change", async () => {
      expect(await under.store.read(report("u"))).toBeUndefined();
      expect(await under.store.history(report("u"))).toEqual([]);
      const docs = await under.store.change([report("u")], (given) => {
        expect(given.get(report("u"))).toEqual(emptyDoc(report("u")));
        return [];
      });
      expect(docs.get(report("u"))).toEqual(emptyDoc(report("u")));
      expect(await under.store.read(report("u"))).toBeUndefined();
    });

    test.each<DocKey>(["directory/7", doorKey, groupKey("g")])(
      "keeps in %s what others are to hear of until it is settled",
      async (key) => {
        const origin = { id: "m1", at: 1, by: "bot", channel: "test" };
        const delivery = `news/${key}/1/0`;
        const about = { what: "put-out", person: "p", unit: "u", role: "liaison" } as const;
        const hearers = [{ kind: "account", address: { channel: "test", id: "7" } }] as const;
        await put(key, { ...origin, kind: "concerned-others", about, hearers });
        await put(key, { ...origin, kind: "sending", delivery, until: 9 });
        const again = await under.reopen();
        expect(await again.read(key)).toMatchObject({
          doc: {
            news: { count: 1, open: [{ number: 1, at: 1, about, hearers }], deliveries: { [delivery]: { until: 9 } } },
          },
        });
        const settled: Entry = { ...origin, kind: "sent", delivery, message: "m", to: "test/7" };
        await again.change([key], () => [{ key, entry: settled }]);
        expect(await again.read(key)).toMatchObject({ doc: { news: { count: 1, open: [], deliveries: {} } } });
      },
    );

    test("keeps the entries of a document in order, numbered and chained", async () => {
      for (const figure of [1, 2, 3]) await put(report("u"), answered({ "a.g.x": figure }));
      await put(report("v"), answered({ "a.g.x": 9 }));
      const history = await under.store.history(report("u"));
      expect(history.map(({ entry }) => entry.kind === "answered" && entry.cells["a.g.x"])).toEqual([1, 2, 3]);
      expect(history.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(new Set(history.map(({ hash }) => hash)).size).toBe(3);
    });

    test("keeps what lies beside an entry, and gives it back with it", async () => {
      await put(report("u"), answered({ "a.g.x": 1 }, { words: "十二" }));
      const [kept] = await under.store.history(report("u"));
      expect(kept?.entry.aside).toEqual({ words: "十二" });
    });

    test("gives the documents as they are after the change", async () => {
      const docs = await put(report("u"), answered({ "a.g.x": 5 }));
      expect(cells(docs.get(report("u")))).toEqual({ "a.g.x": 5 });
      expect(cells(await under.store.read(report("u")))).toEqual({ "a.g.x": 5 });
    });

    test("runs the changes of one document one at a time: no increment is lost", async () => {
      const add = () =>
        under.store.change([report("u")], (docs) => {
          const stands = cells(docs.get(report("u")))?.["a.g.x"];
          return [{ key: report("u"), entry: answered({ "a.g.x": (typeof stands === "number" ? stands : 0) + 1 }) }];
        });
      await Promise.all(Array.from({ length: 100 }, add));
      expect(cells(await under.store.read(report("u")))).toEqual({ "a.g.x": 100 });
    });

    test("keeps changes of different documents apart", async () => {
      const units = Array.from({ length: 40 }, (_, index) => `u${index}`);
      await Promise.all(units.map((unit, index) => put(report(unit), answered({ "a.g.x": index }))));
      for (const [index, unit] of units.entries())
        expect(cells(await under.store.read(report(unit)))).toEqual({ "a.g.x": index });
    });

    test("does all of a change or nothing: one that throws leaves no trace", async () => {
      const keys = [report("u"), report("v")];
      const fails = under.store.change(keys, () => {
        throw new Error("thought better of it");
      });
      await expect(fails).rejects.toThrow("thought better of it");
      await under.store.change(keys, () => keys.map((key) => ({ key, entry: answered({ "a.g.x": 1 }) })));
      const store = await under.reopen();
      for (const key of keys) expect(await store.history(key)).toHaveLength(1);
    });

    test("refuses an entry for a document that the change did not name, and keeps none of it", async () => {
      const change = under.store.change([report("u")], () => [
        { key: report("u"), entry: answered({ "a.g.x": 1 }) },
        { key: report("v"), entry: answered({ "a.g.x": 1 }) },
      ]);
      await expect(change).rejects.toMatchObject({ name: "StoreFailure", code: "refused" });
      expect(await under.store.read(report("u"))).toBeUndefined();
    });

    test("refuses an entry that cannot stand in its document, and keeps none of the change", async () => {
      const keys = [report("u"), report("v")];
      const change = under.store.change(keys, () => [
        { key: report("u"), entry: answered({ "a.g.x": 1 }) },
        { key: report("v"), entry: opened },
      ]);
      await expect(change).rejects.toThrow();
      expect(await under.store.read(report("u"))).toBeUndefined();
      await put(report("u"), answered({ "a.g.x": 2 }));
      expect(await under.store.history(report("u"))).toHaveLength(1);
    });

    test("has everything again after it was closed and opened", async () => {
      await under.store.change([report("u"), personKey("p"), roundKey("flow", "2020-05-21")], () => [
        { key: report("u"), entry: answered({ "a.g.x": 1, "a.g.y": "n/a" }) },
        {
          key: personKey("p"),
          entry: { id: "m", at: 1, by: "p", kind: "asked", prompt: { flow: "flow", round: "r", screen: "s" } },
        },
        { key: roundKey("flow", "2020-05-21"), entry: opened },
      ]);
      const before = await Promise.all(
        [report("u"), personKey("p"), roundKey("flow", "2020-05-21")].map((key) => under.store.read(key)),
      );
      const store = await under.reopen();
      const after = await Promise.all(
        [report("u"), personKey("p"), roundKey("flow", "2020-05-21")].map((key) => store.read(key)),
      );
      expect(after).toEqual(before);
    });

    test("adds up figures as the documents have them, absent, 0 and n/a apart", async () => {
      await put(report("u"), answered({ "a.g.x": 0, "a.g.y": 2.5 }));
      await under.store.figures("flow", "2020-05-21");
      await put(report("v"), answered({ "a.g.x": 3, "a.g.z": "n/a" }));
      await put(report("w"), { id: "s", at: 1, by: "p", kind: "submitted", number: "1", late: false, zero: false });
      const { units, columns, values, states, status } = await under.store.figures("flow", "2020-05-21");
      const at = (unit: string, column: string) => {
        const index = units.indexOf(unit) * columns.length + columns.indexOf(column);
        return states[index] === 0 ? undefined : states[index] === 2 ? "n/a" : values[index];
      };
      expect([at("u", "a.g.x"), at("u", "a.g.y"), at("u", "a.g.z")]).toEqual([0, 2.5, undefined]);
      expect([at("v", "a.g.x"), at("v", "a.g.y"), at("v", "a.g.z")]).toEqual([3, undefined, "n/a"]);
      expect(["u", "v", "w"].map((unit) => status[units.indexOf(unit)])).toEqual([1, 1, 2]);
      expect((await under.store.figures("flow", "2020-05-28")).units).toEqual([]);
    });

    test("feeds every entry once and in order, those there were and those to come", async () => {
      await put(report("u"), answered({ "a.g.x": 1 }));
      const from = await under.store.position();
      await put(report("u"), answered({ "a.g.x": 2 }));
      const read = async (after: number, count: number) => {
        const seen: (Addressed & { position: number })[] = [];
        for await (const each of under.store.since(after)) {
          seen.push(each);
          if (seen.length === count) break;
        }
        return seen;
      };
      const reading = read(from, 3);
      await put(report("v"), answered({ "a.g.x": 3 }));
      await put(report("u"), answered({ "a.g.x": 4 }));
      const seen = await reading;
      expect(seen.map(({ entry }) => entry.kind === "answered" && entry.cells["a.g.x"])).toEqual([2, 3, 4]);
      const [first, second, third] = seen.map(({ position }) => position);
      expect(from).toBeLessThan(first ?? 0);
      expect(first).toBeLessThan(second ?? 0);
      expect(second).toBeLessThan(third ?? 0);
      expect((await read(0, 4)).slice(1)).toEqual(seen);
      expect(await read(first ?? 0, 2)).toEqual(seen.slice(1));
    });

    test("feeds from any entry on what came after it, however much lies before", async () => {
      for (let each = 0; each < 12; each += 1) await put(report(`u${each}`), answered({ "a.g.x": each }));
      const fed = async (position: number, count: number) => {
        const seen: { position: number; figure: unknown }[] = [];
        for await (const { position: at, entry } of under.store.since(position)) {
          seen.push({ position: at, figure: entry.kind === "answered" && entry.cells["a.g.x"] });
          if (seen.length === count) break;
        }
        return seen;
      };
      const all = await fed(0, 12);
      expect(all.map(({ figure }) => figure)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
      for (const [index, { position }] of all.slice(0, -1).entries())
        expect(await fed(position, 11 - index)).toEqual(all.slice(index + 1));
    });

    test("feeds a document's entries in its own order, however many write at once", async () => {
      const units = ["u", "v", "w"].map(report);
      const add = (index: number) => {
        const keys = units.filter((_, unit) => (index + unit) % 3 !== 0);
        return under.store.change(keys, () => keys.map((key) => ({ key, entry: answered({ "a.g.x": index }) })));
      };
      await Promise.all(Array.from({ length: 60 }, (_, index) => add(index)));
      const fed = new Map<string, Entry[]>(units.map((key) => [key, []]));
      let count = 0;
      for await (const { key, entry } of under.store.since(0)) {
        fed.get(key)?.push(entry);
        count += 1;
        if (count === 120) break;
      }
      for (const key of units) expect((await under.store.history(key)).map(({ entry }) => entry)).toEqual(fed.get(key));
    });

    test("gives back words that no other program would expect, and chains them as they are", async () => {
      const words = 'a\u0000b \ud83d \u2028 "\\" 口罩\n';
      const entry: Entry = { id: "m", at: 1, by: "p", kind: "wrote", question: "q", text: words, aside: { words } };
      await put(report("u"), entry);
      const store = await under.reopen();
      const [kept] = await store.history(report("u"));
      expect(kept?.entry).toEqual(entry);
      expect((await store.figures("flow", "2020-05-21")).units).toEqual(["u"]);
    });

    test("gives the duty of doing what is owed to whoever stands for it alone", async () => {
      let gained = 0;
      const duty = await under.store.stand(() => {
        gained += 1;
      });
      expect(duty.held()).toBe(true);
      expect(gained).toBe(1);
    });

    test("says where the feed ends, and whoever follows from there gets what comes after alone", async () => {
      const before = await under.store.position();
      await put(report("u"), answered({ "a.g.x": 1 }));
      const from = await under.store.position();
      expect(from).toBeGreaterThan(before);
      const next = (async () => {
        for await (const each of under.store.since(from)) return each;
        return undefined;
      })();
      await put(report("u"), answered({ "a.g.x": 2 }));
      const { position = 0, entry } = (await next) ?? {};
      expect(entry).toMatchObject({ kind: "answered", cells: { "a.g.x": 2 } });
      expect(position).toBeGreaterThan(from);
      expect(await (await under.reopen()).position()).toBeGreaterThanOrEqual(position);
    });

    test("ends the feed where its last entry stands: whoever waits for that needs nobody to write another", async () => {
      const from = await under.store.position();
      await put(report("u"), answered({ "a.g.x": 1 }));
      const end = await under.store.position();
      for await (const { position } of under.store.since(from)) {
        expect(position).toBe(end);
        break;
      }
    });

    test("tells where the chains end, of all documents or of those that have an entry after another", async () => {
      await put(report("u"), answered({ "a.g.x": 1 }));
      await put(report("v"), answered({ "a.g.x": 2 }));
      await put(report("u"), answered({ "a.g.x": 3 }));
      const store = await under.reopen();
      const heads = [...(await store.heads())].sort((a, b) => (a.key < b.key ? -1 : 1));
      const ends = await Promise.all(["u", "v"].map(async (unit) => (await store.history(report(unit))).at(-1)));
      expect(heads).toEqual(
        ["u", "v"].map((unit, index) => ({ key: report(unit), seq: ends[index]?.seq, hash: ends[index]?.hash })),
      );
      expect((await store.heads({ key: report("v"), seq: 1 })).map(({ key }) => key)).toEqual([report("u")]);
      expect(await store.heads({ key: report("u"), seq: 2 })).toEqual([]);
    });

    test("removes what lies beside an entry for good, and its chain stays as it was", async () => {
      await put(report("u"), answered({ "a.g.x": 1 }, { words: "十二" }));
      await put(report("u"), answered({ "a.g.x": 2 }, { words: "十三" }));
      await put(report("u"), answered({ "a.g.x": 3 }));
      const before = await under.store.history(report("u"));
      await under.store.strip(new Map([[report("u"), new Set([1, 3])]]));
      await under.store.strip(new Map([[report("u"), new Set([1])]]));
      await put(report("u"), answered({ "a.g.x": 4 }, { words: "十四" }));
      const store = await under.reopen();
      const after = await store.history(report("u"));
      expect(after.map(({ entry }) => entry.aside?.words)).toEqual([undefined, "十三", undefined, "十四"]);
      expect(after.slice(0, 3).map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
      expect((await survey(store.lines())).heads.get(report("u"))?.seq).toBe(4);
      expect(cells(await store.read(report("u")))).toEqual({ "a.g.x": 4 });
    });

    test("keeps a file by what it holds, once, and gives it back after it was reopened", async () => {
      const bytes = new Uint8Array([0, 1, 2, 255]);
      const hash = await under.store.keepFile(bytes);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(await under.store.keepFile(new Uint8Array(bytes))).toBe(hash);
      expect(await under.store.readFile(hash)).toEqual(bytes);
      expect(await under.store.readFile("0".repeat(64))).toBeUndefined();
      expect(await under.store.readFile("../../etc/passwd")).toBeUndefined();
      expect(await (await under.reopen()).readFile(hash)).toEqual(bytes);
    });

    test("holds, after any changes, documents that are the fold of their histories", async () => {
      const unit = fc.constantFrom("u", "v", "w");
      const step = fc.record({ units: fc.uniqueArray(unit, { minLength: 1 }), figure: fc.nat(99) });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.boolean(), async (steps, again) => {
          const own = await open();
          try {
            await Promise.all(
              steps.map(({ units, figure }) =>
                own.store.change(units.map(report), () =>
                  units.map((each) => ({ key: report(each), entry: answered({ "a.g.x": figure }) })),
                ),
              ),
            );
            const store = again ? await own.reopen() : own.store;
            for (const each of ["u", "v", "w"]) {
              const history = await store.history(report(each));
              const folded = history.reduce((doc, { entry }) => evolve(doc, entry), emptyDoc(report(each)));
              expect((await store.read(report(each))) ?? emptyDoc(report(each))).toEqual(folded);
            }
          } finally {
            await own.end();
          }
        }),
        { numRuns: 15 },
      );
    });
  });
}
