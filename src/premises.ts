import { execFile } from "node:child_process";
import { readdir, stat, statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Finding } from "./channels/channel.ts";
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
    return { level: "ok", what: { key: "doctor-not-there", args: { folder: at.BAOSONG_DATA } } };
  try {
    const store = await openStore(at);
    const documents = (await store.heads()).length;
    await store.close();
    return { level: "ok", what: { key: "doctor-store-fine", args: { documents } } };
  } catch (cause) {
    // Nothing runs here, and whether anything runs there only the operator knows.
    if (cause instanceof StoreFailure && cause.what.key === "store-in-use-elsewhere")
      return { level: "warning", what: cause.what, todo: cause.todo };
    // Whoever has it open has examined it: that is the bot.
    if (cause instanceof StoreFailure && cause.code === "busy")
      return { level: "ok", what: { key: "doctor-store-busy" } };
    if (cause instanceof StoreFailure)
      return { level: "error", what: { join: [`[store-${cause.code}]`, cause.what] }, todo: cause.todo };
    return { level: "error", what: String(cause), todo: { key: "doctor-unforeseen" } };
  }
}

async function folderOf(folder: string): Promise<Finding> {
  if (!(await isThere(folder))) return { level: "ok", what: { key: "doctor-nothing-yet" } };
  try {
    await tryWriting(folder);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    const todo = { key: "doctor-folder-todo" };
    return { level: "error", what: { key: "doctor-folder-shut", args: { folder, code } }, todo };
  }
  if (((await stat(folder)).mode & 0o007) !== 0)
    return {
      level: "warning",
      what: { key: "doctor-folder-open", args: { folder } },
      todo: `chmod 700 ${folder}`,
    };
  return { level: "ok", what: { key: "doctor-folder-fine", args: { folder } } };
}

async function roomIn(folder: string): Promise<Finding> {
  let place = resolve(folder);
  while (!(await isThere(place))) place = dirname(place);
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  const what = { key: "doctor-room", args: { free: String(Math.round(free / MB)) } } as const;
  const todo = { key: "doctor-room-todo" } as const;
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
      what: {
        key: "doctor-clock-behind",
        args: { now: new Date(now).toISOString(), last: new Date(last).toISOString() },
      },
      todo: { key: "doctor-clock-set" },
    };
  return (await isKeptRight())
    ? { level: "ok", what: new Date(now).toISOString() }
    : {
        level: "warning",
        what: { key: "doctor-clock-loose", args: { now: new Date(now).toISOString() } },
        todo: { key: "doctor-clock-ntp" },
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
