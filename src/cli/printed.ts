import { fstatSync, writeSync } from "node:fs";
import { written } from "../written.ts";

/**
 * Writes what was asked for to standard output, to its end. Where that is a file Node writes once and does not look at
 * how much was taken: on a full disk half of it would look like all.
 */
export async function printed(text: string): Promise<void> {
  if (!fstatSync(1).isFile()) {
    process.stdout.write(`${text}\n`);
    return;
  }
  await written("stdout", async () => {
    const bytes = Buffer.from(`${text}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
  });
}
