import { type TransferListItem, Worker } from "node:worker_threads";

/** What a thread may cost. */
export type Limits = {
  readonly memoryMb: number;
  /** So long for one job; then the thread is ended and the job rejected. */
  readonly timeMs: number;
  readonly env?: Readonly<Record<string, string>>;
};

/** Does a job in the thread: `module` exports `work(job)`; what it gives comes back. Job and result are plain data. */
export type Thread = <Job, Done>(module: URL, job: Job, transfer?: readonly TransferListItem[]) => Promise<Done>;

/** So long an idle thread is kept: the next picture is mostly asked for within the minute. */
const IDLE = 60_000;

/**
 * A thread of its own for heavy work, so that answers keep their latency. Jobs wait for each other, and so many at once
 * take no more memory than one. It starts with the first job, ends when idle, and never keeps the process alive.
 */
export function threadOf(limits: Limits): Thread {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const end = () => {
    void worker?.terminate();
    worker = undefined;
  };

  const now = <Job, Done>(module: URL, job: Job, transfer: readonly TransferListItem[]): Promise<Done> =>
    new Promise((resolve, reject) => {
      clearTimeout(idle);
      const at = worker ?? begin(limits);
      worker = at;
      at.ref();
      const settle = (then: () => void) => {
        clearTimeout(late);
        at.off("message", answered).off("error", failed).off("exit", ended);
        at.unref();
        idle = setTimeout(end, IDLE).unref();
        then();
      };
      const fail = (why: string) => {
        settle(() => reject(new Error(why)));
        end();
      };
      const answered = (said: { done: Done } | { failed: string }) =>
        settle(() => ("failed" in said ? reject(new Error(said.failed)) : resolve(said.done)));
      const failed = (cause: Error) => fail(cause.message);
      const ended = (code: number) => fail(`the thread ended with ${code}`);
      const late = setTimeout(() => fail(`took longer than ${limits.timeMs} ms`), limits.timeMs);
      at.on("message", answered).on("error", failed).on("exit", ended);
      at.postMessage({ module: module.href, job }, [...transfer]);
    });

  return <Job, Done>(module: URL, job: Job, transfer: readonly TransferListItem[] = []) => {
    const working = turn.then(() => now<Job, Done>(module, job, transfer));
    turn = working.catch(() => undefined);
    return working;
  };
}

function begin({ memoryMb, env }: Limits): Worker {
  return new Worker(new URL("./worker.js", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    env: { ...process.env, ...env },
  });
}
