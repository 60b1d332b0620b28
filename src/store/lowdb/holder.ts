import { randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { stat } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { codeOf } from "../cause.ts";

/**
 * Who holds a folder. A process number tells something within its own PID namespace alone, and that a socket is refused
 * tells it alone on the same running system (`boot`), through the same file system (`dev`).
 */
const holder = z.object({
  pid: z.int(),
  started: z.string(),
  /** Missing where an earlier version wrote it. */
  from: z
    .object({
      host: z.string(),
      machine: z.string().default(""),
      boot: z.string(),
      space: z.string(),
      dev: z.string(),
      /** The name of the socket in the folder that the system closes when the holder ends, however it ends. */
      socket: z
        .string()
        .regex(/^lock\.[0-9a-f]{6}$/)
        .optional(),
    })
    .optional(),
});
export type Holder = z.infer<typeof holder>;

/** A holder as its lock tells; undefined where an earlier version was ended while it wrote. */
export function holderIn(text: string): Holder | undefined {
  try {
    return holder.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** This process as the holder of a folder, until it is ended. */
export type Own = { readonly text: string; end(): Promise<void> };

/** What every system takes as a socket's path. */
const LONGEST = 103;

/** Makes this process one whose end can be seen from other containers, before it puts its lock there. */
export async function asHolder(folder: string): Promise<Own> {
  const name = `lock.${randomBytes(3).toString("hex")}`;
  const own = await here(folder);
  const end = await listening(join(folder, name));
  const from = { ...own, ...(end ? { socket: name } : {}) };
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), from };
  return { text: JSON.stringify(mine), end: end ?? (async () => {}) };
}

/**
 * Whether a holder is dead, else where it lives. `elsewhere` also where its end cannot be seen from here, as that of a
 * process on another machine: two that write into one journal damage it for good, and one that does not start is told
 * what to do.
 */
export async function standsOf(folder: string, { pid, started, from }: Holder): Promise<"dead" | "here" | "elsewhere"> {
  const own = await here(folder);
  if (!from) return isAlive(pid, started) ? "here" : "dead";
  const isSameSystem = from.boot === own.boot && (own.boot !== "" || from.host === own.host);
  // The same machine, started anew since, as after a power cut: nothing of what ran before is left.
  if (!isSameSystem) return from.host === own.host && from.machine === own.machine ? "dead" : "elsewhere";
  if (from.space === own.space) return isAlive(pid, started) ? "here" : "dead";
  if (from.socket === undefined || from.dev !== own.dev) return "elsewhere";
  return (await isRefused(join(folder, from.socket))) ? "dead" : "elsewhere";
}

async function here(folder: string) {
  return {
    host: hostname(),
    machine: told(() => readFileSync("/etc/machine-id", "utf8").trim()),
    boot: told(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    space: told(() => readlinkSync("/proc/self/ns/pid")),
    dev: String((await stat(folder)).dev),
  };
}

/** Listens at a path; gives what ends it. Undefined where the file system has no sockets: nothing is told by one then. */
function listening(path: string): Promise<(() => Promise<void>) | undefined> {
  if (Buffer.byteLength(path) > LONGEST) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const server = createServer((asking) => asking.destroy());
    // Once it listens a failure is one of whoever asks.
    server.on("error", () => resolve(undefined));
    // Holding a folder keeps no process from ending.
    server.unref().listen(path, () => resolve(() => new Promise((ended) => server.close(() => ended()))));
  });
}

/** The system takes a connection for as long as a process lives, also while it is stopped or has much to do. */
function isRefused(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = connect(path, () => {
      asking.destroy();
      resolve(false);
    });
    asking.once("error", (cause) => resolve(codeOf(cause) === "ECONNREFUSED"));
  });
}

/** A number is used again after a while: the same process is one that also started at the same moment. */
function isAlive(pid: number, started: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    // One of another account may have the number by now.
    if (codeOf(cause) !== "EPERM") return false;
  }
  return started === "" || startOf(pid) === started;
}

/** When a process started, in ticks since boot; empty where the system does not tell. */
function startOf(pid: number): string {
  const stat = told(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** What the system tells of itself; empty where it does not. */
function told(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
