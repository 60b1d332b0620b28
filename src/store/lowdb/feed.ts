import { type FileHandle, open } from "node:fs/promises";
import type { Addressed } from "../../core/entry.ts";
import { type Position, StoreFailure } from "../store.ts";
import type { Journal } from "./journal.ts";
import { decodeRecord, type JournalRecord } from "./record.ts";
import { orDamaged } from "./refused.ts";
import { type Place, scanSegment, segmentPath, segmentsAfter } from "./segment.ts";

export type Feed = {
  /** Tells those who wait that a record is durable. */
  durable(record: JournalRecord): void;
  /** The position of the last durable entry. */
  end(): Position;
  since(position: Position): AsyncIterable<Addressed & { readonly position: Position }>;
  close(): void;
};

/** The change feed: first what lies in the journal, then what becomes durable while it is read. */
export function feed(folder: string, durableEnd: Journal["end"], first: Position): Feed {
  let last = first;
  const followers = new Set<{ queue: JournalRecord[]; wake: () => void }>();
  let open = true;

  async function* since(position: Position): AsyncGenerator<Addressed & { readonly position: Position }> {
    const follower = { queue: [] as JournalRecord[], wake: () => {} };
    followers.add(follower);
    let seen = position;
    const unseen = function* ({ position: first, lines }: JournalRecord) {
      for (const [index, { key, entry }] of lines.entries()) {
        if (first + index <= seen) continue;
        seen = first + index;
        yield { key, entry, position: seen };
      }
    };
    try {
      // Taken in the turn in which the follower is there: what is durable later comes through its queue, and what is
      // written but not yet durable is shown to nobody.
      const end = durableEnd();
      const segments = position < last ? await segmentsAfter(folder, position) : [];
      for (const segment of segments) {
        if (segment > end.segment) break;
        const { records } = await scanSegment(folder, segment, segment === end.segment);
        for (const { record, place } of records)
          if (segment < end.segment || place[1] + place[2] <= end.size) yield* unseen(record);
      }
      while (open) {
        const record = follower.queue.shift();
        if (record) yield* unseen(record);
        else
          await new Promise<void>((resolve) => {
            follower.wake = resolve;
            if (!open || follower.queue.length > 0) resolve();
          });
      }
    } finally {
      followers.delete(follower);
    }
  }

  return {
    end: () => last,
    durable: (record) => {
      last = record.position + record.lines.length - 1;
      for (const follower of followers) {
        follower.queue.push(record);
        follower.wake();
      }
    },
    since,
    close: () => {
      open = false;
      for (const { wake } of followers) wake();
    },
  };
}

/** Reads single records where they lie. Rejects with `damaged` and the place where one cannot be read. */
export async function readRecords(folder: string, places: readonly Place[]): Promise<readonly JournalRecord[]> {
  const records: JournalRecord[] = [];
  for (const segment of new Set(places.map(([number]) => number))) {
    const path = segmentPath(folder, segment);
    const wanted = places.filter(([number]) => number === segment);
    records.push(...(await orDamaged(path, () => recordsIn(path, wanted))));
  }
  return records;
}

async function recordsIn(path: string, places: readonly Place[]): Promise<readonly JournalRecord[]> {
  const records: JournalRecord[] = [];
  const file = await open(path, "r");
  try {
    for (const [, offset, length] of places) {
      const bytes = await readAt(file, offset, length);
      const record = decodeRecord(bytes.toString("utf8", 0, length - 1));
      if (!record)
        throw new StoreFailure("damaged", { key: "store-record-damaged", args: { path, byte: String(offset) } });
      records.push(record);
    }
  } finally {
    await file.close();
  }
  return records;
}

/** A system may give less at a time than it was asked for; less in all where the file ends before. */
async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, length - at, offset + at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes;
}
