import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const children: ChildProcess[] = [];

/** A bot, or a command beside it, as a process of its own. */
export type Process = {
  readonly child: ChildProcess;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** Where it listens, once it has said so. */
  readonly url: Promise<string>;
  out(): string;
  err(): string;
};

/** Runs `baosong` with settings for a test: no clock that runs, any port. */
export function baosong(args: readonly string[], env: Readonly<Record<string, string>>): Process {
  const child = spawn(process.execPath, ["src/baosong.js", ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: "0", CLOCK_SPEED: "0", LOG_LEVEL: "info", ...env },
  });
  children.push(child);
  let [out, err] = ["", ""];
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data) => {
      out += data;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0];
      if (found) resolve(found);
    });
    ended.then(() => reject(new Error(out + err)));
  });
  child.stderr.on("data", (data) => {
    err += data;
  });
  url.catch(() => {});
  return { child, ended, url, out: () => out, err: () => err };
}

/** Runs a command to its end. */
export async function ran(args: readonly string[], env: Readonly<Record<string, string>>) {
  const process = baosong(args, env);
  const code = await process.ended;
  return { code, out: process.out(), err: process.err() };
}

/** Says something as a person of the simulator. */
export async function say(url: string, person: string, text: string): Promise<string> {
  const response = await fetch(`${url}/api/people/${person}/say`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text }),
  });
  return response.text();
}

/** Ends what a test left running. */
export function endAll(): void {
  for (const child of children.splice(0)) child.kill("SIGKILL");
}
