import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** As much of what a process says on its standard error as is looked through, in characters. */
const HEARD = 200_000;

/** One run of the real bot, from its start to its end. */
export type Life = {
  /** Where it answers, once it takes messages; undefined where it ended before. */
  readonly ready: Promise<string | undefined>;
  /** From the start of the process until it took messages, in milliseconds; undefined until then. */
  readonly readyAfter: () => number | undefined;
  readonly ended: Promise<{ readonly code: number | null; readonly killed: boolean }>;
  /** Everything that it wrote to standard error. */
  readonly said: () => string;
  /** Ends it as a power cut would. */
  kill(): void;
};

/**
 * How a bot is started: its settings, a module that is loaded before it, the length of its journal's segments in bytes,
 * and how long any file may become, in half kilobytes: the system itself takes the beginning of the write that meets
 * the limit and refuses the next.
 */
export type Start = {
  readonly env?: Readonly<Record<string, string>>;
  readonly preload?: string;
  readonly segmentSize?: number;
  readonly room?: number;
};

/** Starts the real bot on a folder, as `npm start` does. */
export function live(folder: string, { env, preload, segmentSize, room }: Start = {}): Life {
  const began = performance.now();
  const before = preload === undefined ? [] : ["--import", preload];
  const what =
    segmentSize === undefined ? ["src/baosong.js", "start"] : ["test/torture/small-segments.js", String(segmentSize)];
  const run = [process.execPath, ...before, ...what];
  // The loader's cache is shared by all: half a file must not come to lie in it.
  const limited = room === undefined ? {} : { TSX_DISABLE_CACHE: "1" };
  const [program = "", ...args] = room === undefined ? run : ["sh", "-c", `ulimit -f ${room}; exec "$@"`, "sh", ...run];
  const child = spawn(program, args, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      BAOSONG_DATA: folder,
      PORT: "0",
      CLOCK_SPEED: "0",
      LOG_LEVEL: "warn",
      ...limited,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let killed = false;
  let heard = "";
  let after: number | undefined;
  child.stderr.on("data", (data: Buffer) => {
    heard = (heard + data.toString()).slice(-HEARD);
  });
  const ended = new Promise<{ code: number | null; killed: boolean }>((resolve) =>
    child.once("close", (code) => resolve({ code, killed })),
  );
  const ready = new Promise<string | undefined>((resolve) => {
    let out = "";
    child.stdout.on("data", (data: Buffer) => {
      out += data.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
      if (url === undefined || after !== undefined) return;
      after = performance.now() - began;
      resolve(url);
    });
    void ended.then(() => resolve(undefined));
  });
  return {
    ready,
    readyAfter: () => after,
    ended,
    said: () => heard,
    kill: () => {
      killed = true;
      child.kill("SIGKILL");
    },
  };
}
