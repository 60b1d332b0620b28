import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const LOOK_EVERY = 4;
const checkpoints = (folder: string) => join(folder, "checkpoints");

/**
 * Waits until a checkpoint is being written in a folder: a file is there that was not, be it half written. Gives whether
 * that happened within so many milliseconds.
 */
export async function untilFolding(folder: string, most: number): Promise<boolean> {
  const there = async () => (await readdir(checkpoints(folder)).catch(() => [])).sort().join();
  const before = await there();
  const until = performance.now() + most;
  while (performance.now() < until) {
    if ((await there()) !== before) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return false;
}

/**
 * Makes the checkpoints those of other rules, as an upgrade finds them: the next start makes every document again from
 * the journal. Gives false where there are none yet.
 */
export async function withOtherRules(folder: string): Promise<boolean> {
  const path = join(checkpoints(folder), "manifest.json");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return false;
  const manifest = z.looseObject({ rules: z.string() }).parse(JSON.parse(text));
  await writeFile(path, JSON.stringify({ ...manifest, rules: "those of an earlier version" }));
  return true;
}
