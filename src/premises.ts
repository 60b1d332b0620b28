import { execFile } from "node:child_process";
import { readdir, stat, statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Finding } from "./channels/channel.ts";
import { explained } from "./failures.ts";
import { openStore, type Whereabouts } from "./store/index.ts";
import { StoreFailure } from "./store/store.ts";
import { tryWriting } from "./store-room.ts";

const MB = 1024 * 1024;
/** Below this the next rounds may not fit; below the other not even the next days. */
const LITTLE_ROOM = 1024 * MB;
const NO_ROOM = 100 * MB;
/** Clocks differ by less; what was kept later than this from now on was kept by another clock. */
const AHEAD = 10 * 60_000;

/** Examines what the bot stands on: the store, its folder, the room on the disk, the clock. */
export async function examinePremises(at: Whereabouts): Promise<readonly (readonly [part: string, Finding])[]> {
  return [
    ["store", await examined(at)],
    ["folder", await folderOf(at.BAOSONG_DATA)],
    ["disk", await roomIn(at.BAOSONG_DATA)],
    ["clock", await clockBy(at.BAOSONG_DATA)],
  ];
}

async function examined(at: Whereabouts): Promise<Finding> {
  if (at.DATABASE_URL === undefined && !(await isThere(at.BAOSONG_DATA)))
    return { level: "ok", what: `${at.BAOSONG_DATA} is not there yet; the first start makes it` };
  try {
    const store = await openStore(at);
    const documents = (await store.heads()).length;
    await store.close();
    return { level: "ok", what: `can be opened and read: ${documents} documents` };
  } catch (cause) {
    // Whoever has it open has examined it: that is the bot.
    if (cause instanceof StoreFailure && cause.code === "busy") return { level: "ok", what: "a bot has it open" };
    const [what = "", ...todo] = (explained(cause) ?? String(cause)).split("\n    -> ");
    return { level: "error", what, todo: todo.join("; ") || "npx baosong restore puts a backup into another folder" };
  }
}

async function folderOf(folder: string): Promise<Finding> {
  if (!(await isThere(folder))) return { level: "ok", what: "nothing to examine yet" };
  try {
    await tryWriting(folder);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    const todo = "give it to the account that the bot runs under, on a disk that is not full or read-only";
    return { level: "error", what: `${folder} cannot be written to (${code})`, todo };
  }
  if (((await stat(folder)).mode & 0o007) !== 0)
    return {
      level: "warning",
      what: `every account of this machine may look into ${folder}`,
      todo: `chmod 700 ${folder}`,
    };
  return { level: "ok", what: `${folder} can be written to, and no other account looks into it` };
}

async function roomIn(folder: string): Promise<Finding> {
  let place = resolve(folder);
  while (!(await isThere(place))) place = dirname(place);
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  const what = `${Math.round(free / MB)} MB are free`;
  const todo = "make room: an answer that cannot be written is refused";
  if (free < NO_ROOM) return { level: "error", what, todo };
  return free < LITTLE_ROOM ? { level: "warning", what, todo } : { level: "ok", what };
}

/** Deadlines hold by this clock: it must not be behind what was kept, and something should keep it right. */
async function clockBy(folder: string): Promise<Finding> {
  const now = Date.now();
  const journal = join(folder, "journal");
  const names = await readdir(journal).catch(() => []);
  const times = await Promise.all(names.map(async (name) => (await stat(join(journal, name))).mtimeMs));
  const last = Math.max(0, ...times);
  if (last > now + AHEAD)
    return {
      level: "error",
      what: `${new Date(now).toISOString()} is before the last entry, of ${new Date(last).toISOString()}`,
      todo: "set the machine's clock: deadlines and reminders go by it",
    };
  return (await isKeptRight())
    ? { level: "ok", what: new Date(now).toISOString() }
    : {
        level: "warning",
        what: `${new Date(now).toISOString()}, and nothing is known to keep it right`,
        todo: "have it kept by NTP: timedatectl set-ntp true, or chrony",
      };
}

/** True as well where the system cannot tell, as in a container, whose clock is its host's. */
async function isKeptRight(): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)("timedatectl", ["show", "--property=NTPSynchronized", "--value"]);
    return stdout.trim() !== "no";
  } catch {
    return true;
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
