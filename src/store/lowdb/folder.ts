import { Worker } from "node:worker_threads";
import { codeOf } from "../cause.ts";
import type { StoreLog } from "../log.ts";
import { dropCheckpoints, type Manifest } from "./checkpoint.ts";
import { listSegments } from "./segment.ts";
import type { Shelf } from "./shelf.ts";

/** Folds closed segments, one turn after the other, off the main thread. */
export type Folds = {
  /** A segment will not grow any more: it and those before it can be folded. */
  closed(segment: number): void;
  /** Resolves when nothing is being folded. Rejects with what went wrong with the last turn. */
  idle(): Promise<void>;
};

/** Folds the segments of a folder from a manifest on, and has the shelf let go of what is folded. */
export function folder(path: string, first: Manifest, shelf: Shelf, log: StoreLog): Folds {
  let manifest = first;
  let turn: Promise<void> = Promise.resolve();
  let through = 0;
  let fails = false;
  const fold = async (): Promise<void> => {
    const ready = (await listSegments(path)).filter((each) => each > manifest.folded && each <= through);
    if (ready.length === 0) return;
    const made = await inWorker(path, ready);
    manifest = made.manifest;
    shelf.fold(manifest);
    await dropCheckpoints(path, manifest);
    if (fails) log.info({ code: "folded-again", folder: path }, "the journal is folded again");
    fails = false;
  };
  /** What fails goes on failing mostly: it is told when it begins. */
  const failed = (cause: unknown): void => {
    if (fails) return;
    fails = true;
    log.error(
      {
        code: "fold-failed",
        folder: path,
        cause: codeOf(cause),
        todo: "see that the disk has room and the folder can be written to, as npx baosong doctor says; a restart tries again at once",
      },
      "the journal cannot be folded: answers are kept all the same, but memory and the time of the next start grow",
    );
  };
  return {
    closed: (segment) => {
      // One turn takes all that closed meanwhile; those behind it find nothing to do.
      through = segment;
      turn = turn.catch(() => undefined).then(fold);
      turn.catch(failed);
    },
    idle: () => turn,
  };
}

type Made = { readonly manifest: Manifest };

function inWorker(path: string, segments: readonly number[]): Promise<Made> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./fold-worker.js", import.meta.url), { workerData: { folder: path, segments } });
    worker.once("message", (made: Made) => resolve(made));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the folding worker ended with ${code}`)));
  });
}
