import { z } from "zod";
import { type Doc, emptyDoc, evolve } from "../../src/core/document.ts";
import type { DocKey } from "../../src/core/entry.ts";
import { asEntry, chained } from "../../src/store/chain.ts";
import { type Store, StoreFailure } from "../../src/store/store.ts";
import type { Sqlite } from "./peers.ts";

const kept = z.object({ entry: z.string(), seq: z.int(), hash: z.string() });
const document = z.object({ doc: z.string(), seq: z.int(), hash: z.string() });

/**
 * The port over SQLite in the way that one would write it: a row an entry, documents folded beside them, a transaction a
 * change. What the bench does not ask for is refused.
 */
export function sqliteStore(database: Sqlite): Store {
  database.exec(
    `create table entries (key text, seq integer, hash text, entry text, primary key (key, seq));
     create table documents (key text primary key, doc text, seq integer, hash text)`,
  );
  const read = database.prepare("select doc, seq, hash from documents where key = ?");
  const put = database.prepare("insert or replace into documents values (?, ?, ?, ?)");
  const add = database.prepare("insert into entries values (?, ?, ?, ?)");
  const all = database.prepare("select entry, seq, hash from entries where key = ? order by seq");
  const slotOf = (key: DocKey) => {
    const [row] = read.all(key).map((each) => document.parse(each));
    const doc: Doc = row ? JSON.parse(row.doc) : emptyDoc(key);
    return { doc, seq: row?.seq ?? 0, hash: row?.hash ?? "" };
  };
  const refused = (): never => {
    throw new StoreFailure("refused", { key: "not-asked-by-the-bench" });
  };
  return {
    read: async (key) => {
      const { doc, seq } = slotOf(key);
      return seq === 0 ? undefined : doc;
    },
    history: async (key) =>
      all.all(key).map((row) => {
        const { entry, seq, hash } = kept.parse(row);
        return { entry: asEntry(JSON.parse(entry)), seq, hash };
      }),
    change: async (keys, by) => {
      const slots = new Map(keys.map((key) => [key, slotOf(key)]));
      const docOf = (key: DocKey): Doc => slots.get(key)?.doc ?? emptyDoc(key);
      const entries = by({ get: docOf });
      if (entries.length > 0) {
        database.exec("begin");
        for (const { key, entry } of entries) {
          const { doc, seq, hash } = slots.get(key) ?? slotOf(key);
          const next = { doc: evolve(doc, entry), seq: seq + 1, hash: chained(hash, entry, "") };
          slots.set(key, next);
          add.run(key, next.seq, next.hash, JSON.stringify(entry));
          put.run(key, JSON.stringify(next.doc), next.seq, next.hash);
        }
        database.exec("commit");
      }
      return { get: docOf };
    },
    figures: refused,
    heads: refused,
    position: async () => 0,
    since: async function* () {},
    stand: async () => ({ held: () => true }),
    keepFile: refused,
    readFile: refused,
    close: async () => {
      database.close();
    },
  };
}
