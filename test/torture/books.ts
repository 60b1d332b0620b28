import { readFile } from "node:fs/promises";
import { type Doc, emptyDoc, evolve } from "../../src/core/document.ts";
import type { DocKey, PersonId } from "../../src/core/entry.ts";
import { chained } from "../../src/store/chain.ts";
import { decodeRecord, type JournalRecord } from "../../src/store/lowdb/record.ts";
import { listSegments, segmentPath } from "../../src/store/lowdb/segment.ts";

type Chain = { readonly doc: Doc; readonly seq: number; readonly hash: string; readonly ids: readonly string[] };

/**
 * Books of our own: what was acknowledged to whom, held against the journal as it lies on disk. They read without the
 * store, so that it finds the folder just as the crash left it.
 */
export type Books = {
  acknowledged(person: PersonId, message: string): void;
  isAcknowledged(message: string): boolean;
  /** Whether what lies at this byte of a segment was read before, and so was found by whoever started since. */
  knows(segment: number, at: number): boolean;
  /** Reads what the journal holds beyond what was read before. */
  read(): Promise<void>;
  /** What is wrong, a sentence each: acknowledged and not there, there twice, in another order, a chain that breaks. */
  wrong(): {
    readonly lost: readonly string[];
    readonly doubled: readonly string[];
    readonly broken: readonly string[];
  };
  /** Every document as its entries make it. */
  docs(): ReadonlyMap<DocKey, Doc>;
  entries(): number;
};

/** Books on a folder of the embedded store. */
export function booksOf(folder: string): Books {
  const acknowledged = new Map<PersonId, string[]>();
  const every = new Set<string>();
  const chains = new Map<DocKey, Chain>();
  const broken: string[] = [];
  const read = new Map<number, number>();
  let position = 0;

  const take = ({ position: first, lines }: JournalRecord): void => {
    if (first !== position + 1) broken.push(`position ${first} follows ${position}`);
    position = first + lines.length - 1;
    for (const { key, entry, seq, hash, salt } of lines) {
      const before = chains.get(key) ?? { doc: emptyDoc(key), seq: 0, hash: "", ids: [] };
      if (seq !== before.seq + 1) broken.push(`${key}: entry ${seq} follows ${before.seq}`);
      if (chained(before.hash, entry, salt) !== hash) broken.push(`${key}: the chain breaks at entry ${seq}`);
      const heard = entry.kind === "asked" && entry.by !== "bot" ? [entry.id] : [];
      chains.set(key, { doc: evolve(before.doc, entry), seq, hash, ids: [...before.ids, ...heard] });
    }
  };

  const heardOf = (person: PersonId) => chains.get(`person/${person}`)?.ids ?? [];
  return {
    acknowledged: (person, message) => {
      every.add(message);
      acknowledged.set(person, [...(acknowledged.get(person) ?? []), message]);
    },
    isAcknowledged: (message) => every.has(message),
    knows: (segment, at) => at < (read.get(segment) ?? 0),
    read: async () => {
      for (const segment of await listSegments(folder)) {
        const from = read.get(segment) ?? 0;
        const bytes = await readFile(segmentPath(folder, segment));
        if (bytes.length < from) broken.push(`segment ${segment} is shorter than it was: ${bytes.length} < ${from}`);
        let at = from;
        for (let end = bytes.indexOf(10, at); end !== -1; end = bytes.indexOf(10, at)) {
          const record = decodeRecord(bytes.toString("utf8", at, end));
          // Torn, so nobody was told of it: the bot must cut it off.
          if (!record) break;
          take(record);
          at = end + 1;
        }
        read.set(segment, at);
      }
    },
    wrong: () => {
      const lost: string[] = [];
      const doubled: string[] = [];
      for (const [person, told] of acknowledged) {
        const heard = heardOf(person);
        for (const id of told) if (!heard.includes(id)) lost.push(`${id} was acknowledged and is not there`);
        const order = heard.filter((id) => told.includes(id));
        if (order.join() !== told.filter((id) => heard.includes(id)).join())
          broken.push(`${person}: answers stand in another order than they were given in`);
      }
      for (const [key, { ids }] of chains)
        for (const id of new Set(ids))
          if (ids.filter((each) => each === id).length > 1) doubled.push(`${id} stands twice in ${key}`);
      return { lost, doubled, broken };
    },
    docs: () => new Map([...chains].map(([key, { doc }]) => [key, doc])),
    entries: () => position,
  };
}
