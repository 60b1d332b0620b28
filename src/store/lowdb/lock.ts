import { randomUUID } from "node:crypto";
import { link, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf } from "../cause.ts";
import { StoreFailure } from "../store.ts";
import { asHolder, holderIn, standsOf } from "./holder.ts";
import { orRefused, refused } from "./refused.ts";

/** How often it is tried: between two tries a dead lock is taken away, and what was left of doing so. */
const TRIES = 5;

/** Takes the folder for this process; gives what releases it. Rejects with `busy` while another process lives on it. */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "lock");
  const own = await orRefused(folder, () => asHolder(folder));
  try {
    await taken(path, own.text);
  } catch (cause) {
    await own.end();
    throw cause;
  }
  return async () => {
    try {
      await unlink(path);
    } finally {
      // Ended after: a lock whose socket is refused counts as left by somebody dead.
      await own.end();
    }
  };
}

async function taken(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await orRefused(folder, () => put(path, text))) return;
    const stands = await standing(path);
    if (stands.kind === "dead") await orRefused(folder, () => removeDead(path, text));
    if (stands.kind === "held") throw inUse(path, stands);
  }
  throw new StoreFailure("busy", { key: "store-lock-moves", args: { folder } });
}

/** Who has it, for an operator: where its end is not seen from here also on which machine or in which container. */
function inUse(path: string, { pid, host }: Held): StoreFailure {
  const args = { folder: dirname(path), process: String(pid) };
  if (host === undefined) return new StoreFailure("busy", { key: "store-in-use", args });
  return new StoreFailure("busy", { key: "store-in-use-elsewhere", args: { ...args, host, lock: path } });
}

/** Puts a lock of this process there; false where there is one. */
async function put(path: string, text: string): Promise<boolean> {
  try {
    await putWhole(path, text);
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw cause;
  }
}

/** Makes a file that is never seen half written; rejects with EEXIST where there is one. */
async function putWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, text, { flag: "wx" });
    await link(draft, path);
  } finally {
    // On a full disk it is there and empty.
    await rm(draft, { force: true });
  }
}

/**
 * Takes away what a killed process left. Only whoever holds the lock beside it may, and looks once more before: by then
 * somebody living may have the place, and would be robbed of it.
 */
async function removeDead(path: string, text: string): Promise<void> {
  const beside = `${path}.dead`;
  if (!(await put(beside, text))) {
    const stands = await standing(beside);
    if (stands.kind === "dead") await removeDead(beside, text);
    // It is not given up after a moment, as one that is held here is.
    if (stands.kind === "held" && stands.host !== undefined) throw inUse(beside, stands);
    return;
  }
  try {
    const stands = await standing(path);
    if (stands.kind !== "dead") return;
    await unlink(path);
    if (stands.socket !== undefined) await rm(join(dirname(path), stands.socket), { force: true });
  } finally {
    await unlink(beside);
  }
}

/** `host` where the holder runs in another PID namespace, or on another machine. */
type Held = { readonly kind: "held"; readonly pid: number; readonly host: string | undefined };
type Dead = { readonly kind: "dead"; readonly socket: string | undefined };
type Standing = { readonly kind: "free" } | Dead | Held;

/** Whose a lock is just now. */
async function standing(path: string): Promise<Standing> {
  const folder = dirname(path);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return { kind: "free" };
    throw refused(folder, cause);
  }
  const other = holderIn(text);
  const stands = other ? await standsOf(folder, other) : "dead";
  if (!other || stands === "dead") return { kind: "dead", socket: other?.from?.socket };
  return { kind: "held", pid: other.pid, host: stands === "elsewhere" ? other.from?.host : undefined };
}
