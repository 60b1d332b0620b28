import { z } from "zod";
import { type Doc, emptyDoc, evolve } from "../../core/document.ts";
import type { DocKey } from "../../core/entry.ts";
import { asKey, type Line } from "../chain.ts";
import { rulesOfFolding } from "../rules.ts";
import type { Head } from "../store.ts";
import type { Query } from "./database.ts";
import { lineColumns, parseLines } from "./rows.ts";

/** A document as it stands, with the end of its chain. */
export type Slot = { readonly doc: Doc; readonly seq: number; readonly hash: string };

const rows = z.array(
  z.object({
    key: z.string(),
    seq: z.int(),
    hash: z.string(),
    rules: z.string().nullable(),
    // What `change` folded and nothing else: its own fields are those of the writing side.
    doc: z.custom<Doc>((doc) => typeof doc === "object" && doc !== null && "kind" in doc && "doc" in doc).nullable(),
  }),
);

/**
 * Reads documents as they stand together at one moment; those without an entry are not among them. Those that stand as
 * they are `known` are not sent. What another version folded, before this one started or while both run, is folded anew
 * from its entries.
 */
export async function readSlots(
  query: Query,
  keys: readonly DocKey[],
  known: ReadonlyMap<DocKey, Slot> = new Map(),
): Promise<ReadonlyMap<DocKey, Slot>> {
  const read = await query(
    `select key, seq, hash, rules, case when hash = any ($2) then null else doc end as doc
     from documents where key = any ($1)`,
    [keys, [...known.values()].map(({ hash }) => hash)],
  );
  const slots = new Map<DocKey, Slot>();
  const others = new Map<DocKey, number>();
  for (const { key: name, seq, hash, rules, doc } of rows.parse(read)) {
    const key = asKey(name);
    const own = known.get(key);
    if (own?.hash === hash) slots.set(key, own);
    else if (doc && rules === rulesOfFolding()) slots.set(key, { doc, seq, hash });
    else others.set(key, seq);
  }
  return others.size === 0 ? slots : new Map([...slots, ...(await foldedAnew(query, others))]);
}

/** Documents as they are after so many of their entries. */
async function foldedAnew(query: Query, seqs: ReadonlyMap<DocKey, number>): Promise<ReadonlyMap<DocKey, Slot>> {
  const read = await query(
    `select ${lineColumns} from entries where key = any ($1) order by entries.key, entries.seq`,
    [[...seqs.keys()]],
  );
  const slots = new Map<DocKey, Slot>();
  for (const line of parseLines(read))
    if (line.seq <= (seqs.get(line.key) ?? 0)) slots.set(line.key, folded(slots.get(line.key), line));
  return slots;
}

/** The slot after one more line. */
export function folded(slot: Slot | undefined, { key, entry, seq, hash }: Line): Slot {
  return { doc: evolve(slot?.doc ?? emptyDoc(key), entry), seq, hash };
}

const ends = z.array(z.object({ key: z.string().transform(asKey), seq: z.int(), hash: z.string() }));

/** The ends of the chains of all documents, or of those that have an entry after this one. */
export async function headsAfter(query: Query, after?: Pick<Head, "key" | "seq">): Promise<readonly Head[]> {
  const read = await query(
    `select key, seq, hash from documents
     where position > coalesce((select position from entries where key = $1 and seq = $2), 0) order by key`,
    [after?.key ?? "", after?.seq ?? 0],
  );
  return ends.parse(read);
}

/** The document of a slot, or the one before any entry. */
export const docOf = (slots: ReadonlyMap<DocKey, Slot>, key: DocKey): Doc => slots.get(key)?.doc ?? emptyDoc(key);

/** Keys read with one statement; more would hold up those behind it. */
const AT_ONCE = 500;

/** Gathers the single reads of one turn of the event loop: a tick asks for every report of a round. */
export function gathered(query: Query): (key: DocKey) => Promise<Doc | undefined> {
  let waiting: DocKey[] = [];
  let reading: Promise<ReadonlyMap<DocKey, Slot>> | undefined;
  const readAll = async (): Promise<ReadonlyMap<DocKey, Slot>> => {
    await new Promise((resolve) => setImmediate(resolve));
    const keys = [...new Set(waiting)];
    waiting = [];
    reading = undefined;
    const slots = new Map<DocKey, Slot>();
    for (let at = 0; at < keys.length; at += AT_ONCE)
      for (const [key, slot] of await readSlots(query, keys.slice(at, at + AT_ONCE))) slots.set(key, slot);
    return slots;
  };
  return async (key) => {
    waiting.push(key);
    reading ??= readAll();
    return (await reading).get(key)?.doc;
  };
}
