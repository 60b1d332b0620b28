import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { StoreFailure } from "../store.ts";
import { refused } from "./refused.ts";

const holder = z.object({ pid: z.int(), started: z.string() });

/** Takes the folder for this process; gives what releases it. Rejects with `busy` while another process lives on it. */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "lock");
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      await putWhole(path, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
      return () => unlink(path);
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw refused(folder, cause);
    }
    const other = await readHolder(path);
    if (other && isAlive(other))
      throw new StoreFailure("busy", { key: "store-in-use", args: { folder, process: String(other.pid) } });
    await removeDead(path);
  }
  throw new StoreFailure("busy", { key: "store-lock-moves", args: { folder } });
}

/** Makes a file that is never seen half written; rejects with EEXIST where there is one. */
async function putWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { flag: "wx" });
  try {
    await link(draft, path);
  } finally {
    await unlink(draft);
  }
}

/** Takes away what a killed process left; gives back a lock that somebody living took in between. */
async function removeDead(path: string): Promise<void> {
  const taken = `${path}.${randomUUID()}`;
  try {
    await rename(path, taken);
  } catch {
    return;
  }
  const other = await readHolder(taken);
  if (other && isAlive(other)) await link(taken, path).catch(() => undefined);
  await unlink(taken);
}

async function readHolder(path: string): Promise<z.infer<typeof holder> | undefined> {
  try {
    return holder.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    // Gone meanwhile, or its writer died before it had written: nobody holds it.
    return undefined;
  }
}

/** A number is used again after a while: the same process is one that also started at the same moment. */
function isAlive({ pid, started }: z.infer<typeof holder>): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
  return started === "" || startOf(pid) === started;
}

/** When a process started, in ticks since boot; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
