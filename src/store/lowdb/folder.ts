import { Worker } from "node:worker_threads";
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

export function folder(path: string, first: Manifest, shelf: Shelf): Folds {
  let manifest = first;
  let turn: Promise<void> = Promise.resolve();
  let through = 0;
  const fold = async (): Promise<void> => {
    const ready = (await listSegments(path)).filter((each) => each > manifest.folded && each <= through);
    if (ready.length === 0) return;
    const made = await inWorker(path, ready);
    manifest = made.manifest;
    shelf.fold(manifest);
    await dropCheckpoints(path, manifest);
  };
  return {
    closed: (segment) => {
      // One turn takes all that closed meanwhile; those behind it find nothing to do.
      through = segment;
      turn = turn.catch(() => undefined).then(fold);
      // A turn that fails costs time at the next start and nothing else: the journal has everything.
      turn.catch(() => undefined);
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
