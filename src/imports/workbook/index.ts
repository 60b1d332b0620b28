import { Worker } from "node:worker_threads";
import type { Import, Read } from "../import.ts";

/** What reading one file may cost; who sends more is told that it is too large. */
const TIME = 20_000;
const MEMORY_MB = 384;

/** Readings wait for each other, so that many large files at once take no more memory than one. */
let turn: Promise<unknown> = Promise.resolve();

/** Reads .xlsx workbooks in a thread of their own: a hostile one can neither hold nor fill the bot. */
export const readWorkbook: Import = {
  name: "workbook",
  read: (_name, bytes) => {
    const reading = turn.then(() => inThread(bytes));
    turn = reading;
    return reading;
  },
};

function inThread(bytes: Uint8Array): Promise<Read> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const done = (read: Read) => {
      clearTimeout(late);
      resolve(read);
      void worker.terminate();
    };
    const late = setTimeout(() => done({ kind: "unreadable", why: "too-much-inside" }), TIME);
    worker.once("message", (read: Read) => done(read));
    // Out of memory ends the thread with an error; everything else it catches itself.
    worker.once("error", () => done({ kind: "unreadable", why: "too-much-inside" }));
    worker.once("exit", () => done({ kind: "unreadable", why: "damaged" }));
  });
}
