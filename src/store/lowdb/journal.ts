import { codeOf } from "../cause.ts";
import type { StoreLog } from "../log.ts";
import { StoreFailure } from "../store.ts";
import type { OpenSegment, SegmentFile } from "./disk.ts";
import type { Place } from "./segment.ts";

/** A record on its way to the disk: `done` once it is durable, `undo` when it certainly never will be. */
export type Pending = {
  readonly bytes: Buffer;
  readonly done: (place: Place) => void;
  readonly failed: (failure: StoreFailure) => void;
  readonly undo: () => void;
};

export type Journal = {
  /** Queues a record; those that arrive while a flush is under way are flushed together. */
  append(pending: Pending): void;
  /**
   * Closes the live segment, if anything is in it, once what is queued is durable; from then on it never changes. Rejects
   * with `refused` where there is no room for the next one: the live one goes on then.
   */
  rotated(): Promise<void>;
  /** Resolves once everything queued so far is durable or has failed. */
  settled(): Promise<void>;
  /** Where the durable part ends: nothing beyond it may be shown to anybody. */
  readonly end: () => { readonly segment: number; readonly size: number };
  /** Set once it cannot be told what is on disk: nothing more is written until the store is opened again. */
  readonly broken: () => StoreFailure | undefined;
  close(): Promise<void>;
};

type Options = {
  readonly folder: string;
  readonly open: OpenSegment;
  readonly segment: number;
  readonly size: number;
  /** A segment is closed once it is this long, in bytes. */
  readonly segmentSize: number;
  /** Called with the number of a segment that will not grow any more. */
  readonly closed: (segment: number) => void;
  readonly log: StoreLog;
};

/** The live end of the journal: an append-only file in segments, with group commit. */
export async function openJournal({ folder, open, segmentSize, closed, log, ...at }: Options): Promise<Journal> {
  let { segment, size } = at;
  let file: SegmentFile = await open(folder, segment);
  let queue: Pending[] = [];
  let flushing: Promise<void> | undefined;
  let broken: StoreFailure | undefined;
  const told = rotations(folder, log);

  const flush = async (): Promise<void> => {
    // One turn of the event loop lets those who are ready at the same time share the sync.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      try {
        await file.append(Buffer.concat(batch.map(({ bytes }) => bytes)));
      } catch (cause) {
        await fail([...batch, ...queue], cause);
        return;
      }
      for (const { bytes, done } of batch) {
        done([segment, size, bytes.length]);
        size += bytes.length;
      }
      if (size >= segmentSize) await rotate();
    }
  };

  /** Cuts off what may be half there. If even that fails, nobody can say what is on disk. */
  const fail = async (lost: readonly Pending[], cause: unknown): Promise<void> => {
    queue = [];
    // Undone before anything is awaited: what is queued while the disk is cut back must not build on what was lost.
    for (const { undo } of [...lost].reverse()) undo();
    const code = codeOf(cause);
    let failure: StoreFailure;
    let failing = lost;
    try {
      if (!isRefusal(cause)) throw cause;
      await file.cut(size);
      failure = new StoreFailure("refused", { key: "store-journal-refused", args: { folder, code } }, { cause });
    } catch {
      failure = new StoreFailure("unknown", { key: "store-doubtful", args: { folder, code } }, { cause });
      broken = failure;
      failing = [...lost, ...queue];
      queue = [];
    }
    for (const { failed } of failing) failed(failure);
  };

  /** Why the segment before is still the live one, where the disk had no room for the next: nothing is in doubt then. */
  const rotate = async (): Promise<StoreFailure | undefined> => {
    const before = { segment, file };
    try {
      // Opened before the other is closed: there is always one to go on in.
      file = await open(folder, segment + 1);
      [segment, size] = [segment + 1, 0];
      await before.file.close();
      told.succeeded();
      closed(before.segment);
      return undefined;
    } catch (cause) {
      const args = { folder, code: codeOf(cause) };
      if (segment === before.segment && isRefusal(cause)) {
        told.failed(args.code);
        return new StoreFailure("refused", { key: "store-journal-refused", args }, { cause });
      }
      broken = new StoreFailure("unknown", { key: "store-no-segment", args }, { cause });
      for (const { failed } of queue) failed(broken);
      queue = [];
      return broken;
    }
  };

  const run = (): void => {
    flushing ??= flush().finally(() => {
      flushing = undefined;
      if (queue.length > 0) run();
    });
  };

  return {
    append: (pending) => {
      queue.push(pending);
      run();
    },
    rotated: async () => {
      while (flushing) await flushing;
      if (broken) throw broken;
      if (size === 0) return;
      const rotating = rotate();
      flushing = rotating
        .then(() => undefined)
        .finally(() => {
          flushing = undefined;
          if (queue.length > 0) run();
        });
      const failure = await rotating;
      if (failure) throw failure;
    },
    settled: async () => {
      while (flushing) await flushing;
    },
    end: () => ({ segment, size }),
    broken: () => broken,
    close: async () => {
      while (flushing) await flushing;
      await file.close();
    },
  };
}

/** What keeps the next segment from being opened is told when it begins, not with every answer after it. */
function rotations(folder: string, log: StoreLog) {
  let fails = false;
  return {
    failed: (cause: string): void => {
      if (fails) return;
      fails = true;
      const todo =
        "see that the disk has room and the folder can be written to, as npx baosong doctor says; nothing has to be restarted";
      log.error(
        { code: "segment-not-opened", folder, cause, todo },
        "the journal has no room for its next segment: answers are kept in the one before, and it is tried again with each",
      );
    },
    succeeded: (): void => {
      if (fails) log.info({ code: "segment-opened", folder }, "the journal goes on in its next segment again");
      fails = false;
    },
  };
}

/** The system said no before anything counted: full, over quota, read-only, too many files open. A failed sync is not among these. */
function isRefusal(cause: unknown): boolean {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EFBIG", "EMFILE", "ENFILE"].includes(code);
}
