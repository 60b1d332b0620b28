import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, readFile, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { codeOf } from "../cause.ts";
import { StoreFailure } from "../store.ts";
import { orRefused, refused } from "./refused.ts";

const holder = z.object({ pid: z.int(), started: z.string() });

/** How often it is tried: between two tries a dead lock is taken away, and what was left of doing so. */
const TRIES = 5;

/** Takes the folder for this process; gives what releases it. Rejects with `busy` while another process lives on it. */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "lock");
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await orRefused(folder, () => put(path))) return () => unlink(path);
    const stands = await standing(path);
    if (stands.kind === "held")
      throw new StoreFailure("busy", { key: "store-in-use", args: { folder, process: String(stands.by) } });
    if (stands.kind === "dead") await orRefused(folder, () => removeDead(path));
  }
  throw new StoreFailure("busy", { key: "store-lock-moves", args: { folder } });
}

/** Puts a lock of this process there; false where there is one. */
async function put(path: string): Promise<boolean> {
  try {
    await putWhole(path, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw cause;
  }
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

/**
 * Takes away what a killed process left. Only whoever holds the lock beside it may, and looks once more before: by then
 * somebody living may have the place, and would be robbed of it.
 */
async function removeDead(path: string): Promise<void> {
  const beside = `${path}.dead`;
  if (!(await put(beside))) {
    if ((await standing(beside)).kind === "dead") await removeDead(beside);
    return;
  }
  try {
    if ((await standing(path)).kind === "dead") await unlink(path);
  } finally {
    await unlink(beside);
  }
}

type Standing = { readonly kind: "free" } | { readonly kind: "dead" } | { readonly kind: "held"; readonly by: number };

/** Whose a lock is just now. */
async function standing(path: string): Promise<Standing> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return { kind: "free" };
    throw refused(dirname(path), cause);
  }
  const other = holderIn(text);
  return other && isAlive(other) ? { kind: "held", by: other.pid } : { kind: "dead" };
}

/** Who wrote it; undefined where an earlier version was ended while it wrote. */
function holderIn(text: string): z.infer<typeof holder> | undefined {
  try {
    return holder.parse(JSON.parse(text));
  } catch {
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
