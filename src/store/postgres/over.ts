import type { Line } from "../chain.ts";
import { type Position, StoreFailure } from "../store.ts";
import type { Portable } from "../survey.ts";
import { away } from "./away.ts";
import { bell } from "./bell.ts";
import { assertEmpty, filesListed, linesOf, takeAll } from "./carry.ts";
import { changing } from "./change.ts";
import { ConnectionLost, type Database, insist } from "./database.ts";
import { endOf, follow } from "./feed.ts";
import { figuresIn } from "./figures.ts";
import { keepFile, readFile } from "./files.ts";
import type { Reach } from "./reach.ts";
import { lineColumns, parseLines } from "./rows.ts";
import { gathered, headsAfter } from "./slots.ts";
import { strip } from "./strip.ts";
import { telling } from "./telling.ts";
import { watch } from "./watch.ts";

/** The store on PostgreSQL, which any number of processes may have open at once. */
export type PostgresStore = Portable & {
  /** Takes the whole history of another store; this one must have none. */
  takeAll(lines: AsyncIterable<readonly Line[]>): Promise<void>;
  /** Rejects with `refused` where it has a history: what comes beside one must not be put to another. */
  assertEmpty(): Promise<void>;
};

type Options = {
  readonly salt: () => string;
  readonly patience: number;
  readonly held: number;
  readonly reach: Reach;
};

/** The port over a database that has this version's shape. */
export async function storeOn(database: Database, { salt, patience, held, reach }: Options): Promise<PostgresStore> {
  let closed = false;
  const rung = bell();
  const watching = watch(database, rung, reach);
  await watching.ready;
  const { told, tell } = telling(database.query);
  const kept = (position: Position) => {
    rung.ring(position);
    tell(position);
  };
  const change = changing({ database, salt, patience, kept });
  const read = gathered(database.query);
  const figures = figuresIn(database.query);

  /** Asks as long as it takes for a database that is away for a moment. */
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) throw new StoreFailure("refused", { key: "store-closed" });
    try {
      return await insist(work, patience);
    } catch (cause) {
      throw cause instanceof ConnectionLost ? away(cause) : cause;
    }
  };

  return {
    read: (key) => asked(() => read(key)),
    history: (key) =>
      asked(async () => {
        const rows = await database.query(`select ${lineColumns} from entries where key = $1 order by seq`, [key]);
        return parseLines(rows).map(({ entry, seq, hash }) => ({ entry, seq, hash }));
      }),
    change: async (keys, by) => {
      if (closed) throw new StoreFailure("refused", { key: "store-closed" });
      return change(keys, by);
    },
    figures: (flow, round) => asked(() => figures(flow, round)),
    heads: (after) => asked(() => headsAfter(database.query, after)),
    position: () => asked(() => endOf(database.query)),
    since: (position) => follow({ database, bell: rung, patience, closed: () => closed }, position),
    stand: watching.stand,
    keepFile: (bytes) => asked(() => keepFile(database.query, bytes)),
    readFile: (hash) => asked(() => readFile(database.query, hash)),
    lines: () => linesOf((sql, values) => asked(() => database.query(sql, values)), held),
    files: () => asked(() => filesListed(database.query)),
    strip: (entries) => asked(() => strip(database.query, entries)),
    assertEmpty: () => asked(() => assertEmpty(database.query)),
    takeAll: (lines) => takeAll(database, lines),
    close: async () => {
      if (closed) return;
      closed = true;
      rung.ring(0);
      await watching.close();
      await told();
      await database.close();
    },
  };
}
