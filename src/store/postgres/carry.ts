import { z } from "zod";
import type { DocKey } from "../../core/entry.ts";
import type { Line } from "../chain.ts";
import { rulesOfFolding } from "../rules.ts";
import { type FileHash, StoreFailure } from "../store.ts";
import { away, takenDoubtful } from "./away.ts";
import { ConnectionLost, type Database, type Query } from "./database.ts";
import { assertNotHeld, linesAfter } from "./feed.ts";
import { moveAhead } from "./migrate.ts";
import { documentColumns, entryColumns } from "./rows.ts";
import { folded, readSlots, type Slot } from "./slots.ts";
import { noteRemoved } from "./strip.ts";

/** Entries written or read with one statement. */
const PORTION = 500;

/**
 * Every line in the database, oldest first: all that are kept when it begins, or none. Waits so many milliseconds for a
 * transaction that holds some of them back.
 */
export async function* linesOf(query: Query, held: number): AsyncGenerator<readonly Line[]> {
  await assertNotHeld(query, held);
  let position = 0;
  for (;;) {
    const lines = await linesAfter(query, position, PORTION);
    if (lines.length === 0) return;
    position = lines.at(-1)?.position ?? position;
    yield lines;
  }
}

const hashes = z.array(z.object({ hash: z.string() }));

/** The files in the database, by hash. */
export async function filesListed(query: Query): Promise<readonly FileHash[]> {
  return hashes.parse(await query("select hash from files order by hash")).map(({ hash }) => hash);
}

const looked = z.tuple([z.object({ any: z.boolean() })]);

/** Rejects with `refused` where there is a history. */
export async function assertEmpty(query: Query): Promise<void> {
  const [{ any }] = looked.parse(await query('select exists (select from entries) as "any"'));
  if (any) throw new StoreFailure("refused", { key: "database-not-empty" });
}

/**
 * Takes a whole history into a database that has none: all of it or nothing. Rejects with a `StoreFailure` where there is
 * one already, and where the database goes away.
 */
export async function takeAll(database: Database, lines: AsyncIterable<readonly Line[]>): Promise<void> {
  let sent = false;
  const taking = database.transaction(async (query) => {
    await assertEmpty(query);
    let position = 0;
    for await (const some of lines)
      for (let at = 0; at < some.length; at += PORTION) {
        await takeSome(query, some.slice(at, at + PORTION), position);
        position += Math.min(PORTION, some.length - at);
      }
    await moveAhead(query);
    sent = true;
  });
  await taking.catch((cause: unknown) => {
    if (!(cause instanceof ConnectionLost)) throw cause;
    throw sent ? takenDoubtful(cause) : away(cause);
  });
}

async function takeSome(query: Query, lines: readonly Line[], before: number): Promise<void> {
  const slots = await readSlots(query, [...new Set(lines.map(({ key }) => key))]);
  const after = new Map<DocKey, Slot>();
  for (const line of lines) after.set(line.key, folded(after.get(line.key) ?? slots.get(line.key), line));
  await query("select take_lines($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)", [
    rulesOfFolding(),
    before,
    ...documentColumns(after),
    ...entryColumns(lines),
  ]);
  await noteRemoved(query, lines);
}
