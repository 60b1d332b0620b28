import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { noLog, type StoreLog } from "../log.ts";
import { readManifest } from "./checkpoint.ts";
import { type OpenSegment, openSegment } from "./disk.ts";
import { feed } from "./feed.ts";
import { folder as folding } from "./folder.ts";
import { openJournal } from "./journal.ts";
import { takeLock } from "./lock.ts";
import { type LowdbStore, storeOver } from "./over.ts";
import { orRefused, refused } from "./refused.ts";
import { replay } from "./replay.ts";
import { shelf } from "./shelf.ts";
import { sweepDrafts } from "./sweep.ts";

export type { LowdbStore } from "./over.ts";
export { decodeRecord, encodeRecord, type JournalRecord } from "./record.ts";

export type LowdbOptions = {
  readonly folder: string;
  /** A journal segment is closed and folded once it is this long, in bytes. */
  readonly segmentSize?: number;
  /** How the journal reaches the disk; tests put in disks that fail. */
  readonly open?: OpenSegment;
  /** Salts the commitments to what lies beside the entries. */
  readonly salt?: () => string;
  /** Hears when the journal cannot be folded or go on in its next segment, and when it can again. */
  readonly log?: StoreLog;
};

/** How long a segment grows, in bytes. */
export const SEGMENT_SIZE = 8 * 1024 * 1024;

/**
 * Opens the store in a folder, which is made where it is missing. Rejects with a `StoreFailure`: `busy` while another
 * process has it open, `damaged` with the place of what cannot be read, `refused` where the folder cannot be written.
 */
export async function openLowdb(options: LowdbOptions): Promise<LowdbStore> {
  const { folder, segmentSize = SEGMENT_SIZE, open = openSegment } = options;
  const { salt = () => randomBytes(16).toString("hex"), log = noLog } = options;
  await orRefused(folder, () => mkdir(folder, { recursive: true, mode: 0o700 }));
  const release = await takeLock(folder);
  try {
    await sweepDrafts(folder);
    const manifest = await readManifest(folder);
    const docs = shelf(folder, manifest);
    const end = await replay(folder, manifest, docs);
    const folds = folding(folder, manifest, docs, log);
    const { segment, size } = end;
    const journal = await openJournal({ folder, open, segment, size, segmentSize, closed: folds.closed, log });
    folds.closed(segment - 1);
    return storeOver({
      folder,
      docs,
      journal,
      folds,
      feed: feed(folder, journal.end, end.position),
      position: end.position,
      salt,
      release,
    });
  } catch (cause) {
    await release();
    throw refused(folder, cause);
  }
}
