import { emptyDoc } from "../../core/document.ts";
import type { Addressed, DocKey } from "../../core/entry.ts";
import { chained, type Line } from "../chain.ts";
import { type Docs, type Head, type Kept, type Position, StoreFailure } from "../store.ts";
import type { Portable } from "../survey.ts";
import { filesListed, linesIn } from "./carry.ts";
import type { Slot } from "./checkpoint.ts";
import { type Feed, readRecords } from "./feed.ts";
import { roundFigures } from "./figures.ts";
import { filesIn } from "./files.ts";
import { foldLine, notePlace } from "./fold.ts";
import type { Folds } from "./folder.ts";
import type { Journal } from "./journal.ts";
import { encodeRecord, type JournalRecord } from "./record.ts";
import type { Shelf } from "./shelf.ts";
import { stripSegments } from "./strip.ts";

/** The embedded store; `folded` resolves once every closed segment is in checkpoints. */
export type LowdbStore = Portable & { folded(): Promise<void> };

type Parts = {
  readonly folder: string;
  readonly docs: Shelf;
  readonly journal: Journal;
  readonly folds: Folds;
  readonly feed: Feed;
  readonly position: number;
  readonly salt: () => string;
  readonly release: () => Promise<void>;
};

/** The port over its parts. Changes apply in memory at once, in order, and resolve when they are durable. */
export function storeOver({ folder, docs, journal, folds, feed, salt, release, ...at }: Parts): LowdbStore {
  let { position } = at;
  let closed = false;
  /** How often something that was in memory was taken back. */
  let undone = 0;
  const files = filesIn(folder);
  const figures = roundFigures(docs.keys, eachSlot);

  const usable = (): void => {
    const failure = closed ? new StoreFailure("refused", { key: "store-closed" }) : journal.broken();
    if (failure) throw failure;
  };
  const docOf = (key: DocKey) => docs.hot(key)?.doc ?? emptyDoc(key);
  const fetched = async (keys: readonly DocKey[]): Promise<void> => {
    while (keys.some(docs.isCold)) await docs.fetch(keys);
  };
  const snapshot = (keys: readonly DocKey[]): Docs => {
    const stands = new Map(keys.map((key) => [key, docOf(key)]));
    return { get: (key) => stands.get(key) ?? emptyDoc(key) };
  };
  /** Applies a change in memory and sends it to the journal. Everything up to the promise happens in one turn. */
  const commit = (entries: readonly Addressed[]): Promise<void> => {
    const before = new Map<DocKey, Slot | undefined>();
    const restore = () => {
      for (const [key, slot] of before) docs.put(key, slot);
    };
    const lines: Line[] = [];
    try {
      for (const [index, { key, entry }] of entries.entries()) {
        const slot = docs.hot(key);
        if (!before.has(key)) before.set(key, slot);
        // Each entry its own: a salt that lies on beside another entry would give away the words that were removed.
        const own = entry.aside ? salt() : "";
        const line = { key, entry, seq: (slot?.seq ?? 0) + 1, hash: chained(slot?.hash ?? "", entry, own), salt: own };
        docs.put(key, foldLine(slot, line, position + 1 + index));
        lines.push(line);
      }
    } catch (cause) {
      restore();
      throw cause;
    }
    const record: JournalRecord = { position: position + 1, lines };
    position += lines.length;
    return new Promise((resolve, failed) => {
      journal.append({
        bytes: encodeRecord(record),
        done: (place) => {
          for (const key of before.keys()) {
            const slot = docs.hot(key);
            if (!slot) continue;
            notePlace(slot, place);
            figures.changed(slot.doc);
          }
          feed.durable(record);
          resolve();
        },
        failed,
        undo: () => {
          restore();
          undone += 1;
          figures.forget();
          position = record.position - 1;
        },
      });
    });
  };

  return {
    read: async (key) => {
      usable();
      await fetched([key]);
      return docs.hot(key)?.doc;
    },
    history: async (key) => {
      usable();
      await journal.settled();
      await fetched([key]);
      const records = await readRecords(folder, docs.hot(key)?.places ?? []);
      const lines = records.flatMap((record) => record.lines.filter((line) => line.key === key));
      if (lines.some(({ seq }, index) => seq !== index + 1))
        throw new StoreFailure("damaged", { key: "store-entries-missing", args: { document: key, folder } });
      return lines.map(({ entry, seq, hash }): Kept => ({ entry, seq, hash }));
    },
    change: async (keys, by) => {
      usable();
      await fetched(keys);
      usable();
      const entries = by({ get: docOf });
      const stray = entries.find(({ key }) => !keys.includes(key));
      if (stray) throw new StoreFailure("refused", { key: "store-stray", args: { document: stray.key } });
      const durable = entries.length > 0 ? commit(entries) : undefined;
      const after = snapshot(keys);
      await durable;
      return after;
    },
    figures: async (flow, round) => {
      usable();
      return figures.of(flow, round);
    },
    since: feed.since,
    heads: async (after) => {
      const from = after ? await positionOf(after) : 0;
      for (;;) {
        usable();
        const before = undone;
        const found: Head[] = [];
        await eachSlot(docs.keys(""), (key, slot) => {
          if (slot.position > from) found.push({ key, seq: slot.seq, hash: slot.hash });
        });
        await journal.settled();
        // What was taken back meanwhile may have been among them.
        if (undone === before) return found;
      }
    },
    position: async () => {
      usable();
      return feed.end();
    },
    // The folder is locked: whoever has it open is alone on it.
    stand: async (gained) => {
      gained();
      return { held: () => true };
    },
    keepFile: async (bytes) => {
      usable();
      return files.keep(bytes);
    },
    readFile: files.read,
    strip: async (entries) => {
      usable();
      await fetched([...entries.keys()]);
      await journal.rotated();
      await stripSegments(folder, entries, (key) => docs.hot(key)?.places ?? []);
    },
    lines: () => linesIn(folder),
    files: () => filesListed(folder),
    folded: folds.idle,
    close: async () => {
      if (closed) return;
      closed = true;
      await journal.close();
      // That it failed has been told by then; the next start folds it.
      await folds.idle().catch(() => undefined);
      feed.close();
      await release();
    },
  };

  /** Where an entry stands in the feed; 0 where there is no such entry. */
  async function positionOf({ key, seq }: Pick<Head, "key" | "seq">): Promise<Position> {
    await journal.settled();
    await fetched([key]);
    // The newest first: what is asked for is among the last.
    for (const place of (docs.hot(key)?.places ?? []).toReversed())
      for (const record of await readRecords(folder, [place])) {
        const index = record.lines.findIndex((line) => line.key === key && line.seq === seq);
        if (index !== -1) return record.position + index;
      }
    return 0;
  }

  /** A few files at a time: there may be more documents than are kept in memory. */
  async function eachSlot(keys: readonly DocKey[], see: (key: DocKey, slot: Slot) => void): Promise<void> {
    for (let at = 0; at < keys.length; at += 200) {
      const some = keys.slice(at, at + 200);
      await fetched(some);
      for (const key of some) {
        const slot = docs.hot(key);
        if (slot) see(key, slot);
      }
    }
  }
}
