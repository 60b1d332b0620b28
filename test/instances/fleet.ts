import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = fileURLToPath(new URL("./instance.js", import.meta.url));

/** The settings of an instance that is about to start. */
export type Environment = Readonly<Record<string, string>>;
type Life = { readonly name: string; readonly child: ChildProcess; readonly gone: Promise<void>; url?: string };

/** Instances of the real bot on one database: whoever dies is started again, as a service manager would. */
export type Fleet = {
  /** Where those that run answer. */
  readonly urls: () => readonly string[];
  /** Those that run, by the name that they bear in the database. */
  readonly names: () => readonly string[];
  readonly pids: () => readonly number[];
  /** Ends one as a power cut would. */
  kill(name: string): void;
  /** Lets one hang for so many milliseconds, its connections open, and then kills it. */
  hang(name: string, milliseconds: number): Promise<void>;
  /** Stops one after the other in good order and starts it anew; the others go on. */
  renew(): Promise<void>;
  /** What they said that a bot in good health does not say, and how often each code was logged. */
  readonly said: () => { readonly codes: Readonly<Record<string, number>>; readonly strange: readonly string[] };
  stop(): Promise<void>;
};

/** How soon one that died is started again, in milliseconds. */
const AGAIN = 1_000;

/** Starts so many; resolves once all of them take messages. `environment` is asked at each start. */
export async function startFleet(
  size: number,
  folder: string,
  environment: (name: string) => Environment,
  say: (line: string) => void,
): Promise<Fleet> {
  const lives: (Life | undefined)[] = Array.from({ length: size });
  const codes: Record<string, number> = {};
  const strange: string[] = [];
  let count = 0;
  let ending = false;

  const heard = (life: Life, line: string): void => {
    const code = /^\{.*"code":"([\w-]+)"/.exec(line)?.[1];
    if (code !== undefined) codes[code] = (codes[code] ?? 0) + 1;
    else if (!line.startsWith("{")) strange.push(`${life.name}: ${line}`);
  };
  const begin = (slot: number): Promise<void> => {
    count += 1;
    const name = `bot-${slot}-${count}`;
    const began = performance.now();
    const child = spawn(process.execPath, [program, "start"], {
      cwd: root,
      env: { PATH: process.env.PATH, BAOSONG_DATA: join(folder, `${slot}`), PORT: "0", ...environment(name) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const life: Life = { name, child, gone: new Promise((resolve) => child.once("close", () => resolve())) };
    lives[slot] = life;
    linesOf(child, (line) => heard(life, line));
    const ready = new Promise<void>((resolve) => {
      child.stdout?.on("data", (data) => {
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(data))?.[0];
        if (url === undefined) return;
        life.url = url;
        say(`${name} takes messages after ${Math.round((performance.now() - began) / 100) / 10} s`);
        resolve();
      });
    });
    child.once("exit", (code) => {
      if (lives[slot] === life) lives[slot] = undefined;
      if (code !== null && code !== 0) strange.push(`${name} ended by itself with ${code}`);
      // One that hung while all were renewed has been started again already.
      if (!ending && (code === null || code !== 0))
        setTimeout(() => !ending && lives[slot] === undefined && void begin(slot), AGAIN);
    });
    return Promise.race([ready, life.gone]);
  };
  const running = () => lives.flatMap((life) => (life?.url === undefined ? [] : [life]));
  const named = (name: string) => running().find((life) => life.name === name);
  const starting = Array.from({ length: size }, (_, slot) => begin(slot));
  await Promise.all(starting);
  if (running().length < size) throw new Error(`an instance did not start: ${strange.join("\n")}`);
  return {
    urls: () => running().map(({ url = "" }) => url),
    names: () => running().map(({ name }) => name),
    pids: () => lives.flatMap((life) => life?.child.pid ?? []),
    kill: (name) => void named(name)?.child.kill("SIGKILL"),
    hang: async (name, milliseconds) => {
      const life = named(name);
      life?.child.kill("SIGSTOP");
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      life?.child.kill("SIGKILL");
    },
    renew: async () => {
      for (const slot of lives.keys()) {
        const life = lives[slot];
        if (life?.url === undefined) continue;
        life.child.kill("SIGTERM");
        await life.gone;
        await begin(slot);
      }
    },
    said: () => ({ codes, strange }),
    stop: async () => {
      ending = true;
      const left = lives.flatMap((life) => life ?? []);
      for (const { child } of left) child.kill("SIGTERM");
      await Promise.all(left.map(({ gone }) => gone));
    },
  };
}

function linesOf({ stderr }: ChildProcess, hear: (line: string) => void): void {
  let rest = "";
  stderr?.on("data", (data) => {
    const lines = (rest + String(data)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line !== "") hear(line);
  });
}
