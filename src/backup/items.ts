import { createReadStream } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import type { Text } from "../core/message.ts";
import { toMend } from "../core/source/problem.ts";
import { StartError } from "../failures.ts";
import { decodeRecord, type JournalRecord } from "../store/lowdb/index.ts";

/**
 * What a backup consists of, a line each in a compressed text file: a heading, the history as it lies in a journal, the
 * files that people sent, other files of the data folder, and an end that says that it is whole.
 */
const marks = z.union([
  z.strictObject({ baosong: z.literal("backup"), version: z.literal(1), made: z.string() }),
  z.strictObject({ file: z.string(), base64: z.base64() }),
  z.strictObject({ beside: z.string(), base64: z.base64() }),
  z.strictObject({ end: z.strictObject({ entries: z.int(), documents: z.int(), files: z.int() }) }),
]);

export type Mark = z.infer<typeof marks>;
export type Item = Mark | { readonly record: JournalRecord };

/** What a folder's store keeps by itself, and what belongs to the running process: it is never beside. */
export const isOwn = (path: string): boolean => /^(journal|checkpoints|files)(\/|$)|^(lock|probe\.)|\.sock$/.test(path);

/** An item as its line; the history's lines are those of the journal. */
export const lineOf = (mark: Mark): Buffer => Buffer.from(`${JSON.stringify(mark)}\n`);

/** The items of a backup, from the first to the last. Rejects with a `StartError` where it cannot be read or is not whole. */
export async function* itemsIn(path: string): AsyncGenerator<Item> {
  const text = new PassThrough();
  // What goes wrong with reading or unpacking ends the iteration below.
  const unpacking = pipeline(createReadStream(path), createGunzip(), text).catch((cause) => text.destroy(cause));
  let ended = false;
  let number = 0;
  try {
    for await (const line of linesOf(text)) {
      number += 1;
      const item = itemOf(line);
      if (!item || (number === 1) !== "baosong" in item || ended)
        throw notWhole(path, { key: "backup-line", args: { line: String(number) } });
      ended = "end" in item;
      yield item;
    }
    await unpacking;
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    throw notWhole(path, cause instanceof Error && "code" in cause ? String(cause.code) : { key: "backup-packed" });
  }
  if (!ended) throw notWhole(path, { key: "backup-no-end" });
}

/** The lines as they were written: what else some take for the end of one may stand in people's words. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of input) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString("utf8");
      rest = [];
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
  }
  const last = Buffer.concat(rest).toString("utf8");
  if (last !== "") yield last;
}

function itemOf(line: string): Item | undefined {
  try {
    if (line.startsWith("{")) return marks.parse(JSON.parse(line));
    const record = decodeRecord(line);
    return record && { record };
  } catch {
    return undefined;
  }
}

function notWhole(path: string, why: Text): StartError {
  return new StartError("backup", toMend({ key: "backup-not-whole", args: { path, why } }));
}
