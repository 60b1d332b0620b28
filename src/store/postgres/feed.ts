import { z } from "zod";
import type { Line } from "../chain.ts";
import { type Position, StoreFailure } from "../store.ts";
import type { Bell } from "./bell.ts";
import { type Database, insist, type Query } from "./database.ts";
import { lineColumns, parseLines } from "./rows.ts";

/** Entries read at once. */
const MOST = 500;
/** How often it is looked whether something came that nobody told of, in milliseconds. */
const LOOKS = 1_000;
/** How soon what was told of, but stands behind a transaction still running, is looked for again. */
const LOOKS_AGAIN = 25;
/** How often it is looked whether what holds the whole history back has ended. */
const LOOKS_WHETHER_HELD = 50;

type Options = {
  readonly database: Database;
  readonly bell: Bell;
  readonly patience: number;
  readonly closed: () => boolean;
};

/** The change feed across instances: what is kept by any of them, once and in order, from after `position` on. */
export async function* follow({ database, bell, patience, closed }: Options, position: Position) {
  let seen = position;
  while (!closed()) {
    const lines = await insist(async () => (closed() ? [] : linesAfter(database.query, seen, MOST)), patience);
    for (const line of lines) {
      seen = line.position;
      yield { key: line.key, entry: line.entry, position: seen };
    }
    if (lines.length === 0 && !closed()) await bell.wait(seen < bell.heard() ? LOOKS_AGAIN : LOOKS);
  }
}

/** Lines after a position, oldest first, up to where no transaction is still under way. */
export async function linesAfter(
  query: Query,
  position: Position,
  most: number,
): Promise<readonly (Line & { readonly position: Position })[]> {
  const read = await query(
    `select ${lineColumns} from entries where position > $1 and position < feed_horizon() order by entries.position limit $2`,
    [position, most],
  );
  return parseLines(read);
}

const horizon = z.tuple([z.object({ horizon: z.number() })]);

/** Everything before it is there for whoever reads after, or will never be. */
export async function horizonOf(query: Query): Promise<Position> {
  return horizon.parse(await query("select feed_horizon()::float8 as horizon"))[0].horizon;
}

const ends = z.tuple([z.object({ last: z.number(), horizon: z.number() })]);

/**
 * Waits until everything that is kept at the time of asking can be read: a transaction with a number, also of another
 * database on the server, holds back all that was kept since it began. Rejects with `refused` where one goes on for
 * longer than so many milliseconds, since who reads the whole history would take what is there for all of it.
 */
export async function assertNotHeld(query: Query, patience: number): Promise<void> {
  const until = performance.now() + patience;
  const found = ends.parse(
    await query("select coalesce(max(position), 0)::float8 as last, feed_horizon()::float8 as horizon from entries"),
  )[0];
  let { horizon } = found;
  while (horizon <= found.last) {
    if (performance.now() > until) throw new StoreFailure("refused", { key: "database-held" });
    await new Promise((resolve) => setTimeout(resolve, LOOKS_WHETHER_HELD));
    horizon = await horizonOf(query);
  }
}

const end = z.tuple([z.object({ end: z.number() })]);

/**
 * The position of the last entry that is fed now. The horizon itself lies behind it, at an entry that may never come: who
 * waits to have followed up to there would wait for somebody to write.
 */
export async function endOf(query: Query): Promise<Position> {
  const read = await query(
    'select coalesce(max(position), 0)::float8 as "end" from entries where position < feed_horizon()',
  );
  return end.parse(read)[0].end;
}
