import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import pg from "pg";
import { type Entry, reportKey } from "../../src/core/entry.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { startCluster } from "../store/cluster.ts";
import { openSqlite, type Sqlite } from "./peers.ts";

/** Something that keeps one answer of one report durably, with so many reports in it already. */
export type Writer = {
  write(unit: number, turn: number): Promise<unknown>;
  close(): Promise<unknown>;
};

/** Reports that are stored before anything is measured, and the figures in each. */
export type Stock = { readonly reports: number; readonly cells: readonly string[] };

const figureOf = (unit: number, index: number) => (unit * 7 + index * 13) % 400;
const cellsOf = (stock: Stock, unit: number) =>
  Object.fromEntries(stock.cells.map((id, index) => [id, figureOf(unit, index)]));

/** This repository's store in a folder. */
export async function embedded(stock: Stock): Promise<Writer> {
  const folder = await mkdtemp(join(tmpdir(), "baosong-bench-"));
  const store = await openLowdb({ folder });
  const keep = (unit: number, id: string, cells: Record<string, number>) => {
    const key = reportKey("f", "2020-05-21", `u${unit}`);
    const entry: Entry = { id, at: 1, by: "liaison", channel: "simulator", kind: "answered", screen: "s", cells };
    return store.change([key], () => [{ key, entry }]);
  };
  for (let unit = 0; unit < stock.reports; unit += 200)
    await Promise.all(Array.from({ length: 200 }, (_, at) => keep(unit + at, "first", cellsOf(stock, unit + at))));
  await store.folded();
  return {
    write: (unit, turn) => keep(unit, `${unit}-${turn}`, { [stock.cells[turn % stock.cells.length] ?? ""]: turn }),
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

const UPSERT = "insert into cells values (?, ?, ?) on conflict do update set value = excluded.value";

/** better-sqlite3, one cell a commit, or one commit for those that come in the same turn; undefined: not installed. */
export async function sqlite(stock: Stock, shared: boolean): Promise<Writer | undefined> {
  if (!openSqlite) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "baosong-sqlite-"));
  const database = openSqlite(join(folder, "db"));
  database.exec("create table cells (unit integer, cell text, value real, primary key (unit, cell)) without rowid");
  database.exec("begin");
  const fill = database.prepare(UPSERT);
  for (let unit = 0; unit < stock.reports; unit += 1)
    for (const [index, cell] of stock.cells.entries()) fill.run(unit, cell, figureOf(unit, index));
  database.exec("commit");
  const upsert = database.prepare(UPSERT);
  const put = (unit: number, turn: number) =>
    upsert.run(unit, stock.cells[turn % stock.cells.length], turn + unit / 1_000);
  const write = shared ? inOneCommit(database, put) : async (unit: number, turn: number) => put(unit, turn);
  return {
    write,
    close: async () => {
      database.close();
      await rm(folder, { recursive: true });
    },
  };
}

function inOneCommit(database: Sqlite, put: (unit: number, turn: number) => unknown): Writer["write"] {
  let waiting: (() => void)[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    database.exec("commit");
    for (const done of batch) done();
  };
  return (unit, turn) =>
    new Promise<void>((resolve) => {
      if (waiting.length === 0) {
        database.exec("begin");
        setImmediate(flush);
      }
      put(unit, turn);
      waiting.push(resolve);
    });
}

/** PostgreSQL as it comes, each commit synced, a connection a writer; undefined: not installed. */
export async function postgres(stock: Stock, writers: number): Promise<Writer | undefined> {
  const cluster = await startCluster().catch(() => undefined);
  if (!cluster) return undefined;
  const pool = new pg.Pool({ connectionString: await cluster.database(), max: writers });
  pool.on("error", () => undefined);
  await pool.query("create table cells (unit integer, cell text, value float8, primary key (unit, cell))");
  await pool.query(
    `insert into cells select unit, cell, (unit * 7 + place * 13) % 400
     from generate_series(0, $1 - 1) as unit, unnest($2::text[]) with ordinality as cell (cell, place)`,
    [stock.reports, stock.cells],
  );
  await pool.query("vacuum analyze cells");
  return {
    write: (unit, turn) =>
      pool.query(
        "insert into cells values ($1, $2, $3) on conflict (unit, cell) do update set value = excluded.value",
        [unit, stock.cells[turn % stock.cells.length], turn + unit / 1_000],
      ),
    close: async () => {
      await pool.end();
      await cluster.stop();
    },
  };
}

/** lowdb as it comes: one JSON file, written whole. */
export async function plainLowdb(stock: Stock): Promise<Writer> {
  const folder = await mkdtemp(join(tmpdir(), "baosong-plain-"));
  const reports = Array.from({ length: stock.reports }, (_, unit) => cellsOf(stock, unit));
  const db = new Low(new JSONFile<Record<string, number>[]>(join(folder, "db.json")), reports);
  await db.write();
  return {
    write: (unit, turn) => {
      const report = db.data[unit];
      if (report) report[stock.cells[turn % stock.cells.length] ?? ""] = turn;
      return db.write();
    },
    close: () => rm(folder, { recursive: true }),
  };
}

/** What the disk alone does: the same bytes written over space that is there already, and synced. */
export async function bareDisk(bytes: number): Promise<Writer> {
  const folder = await mkdtemp(join(tmpdir(), "baosong-disk-"));
  const file = await open(join(folder, "file"), "w+");
  const size = 8 * 1024 * 1024;
  await file.write(Buffer.alloc(size, 1), 0, size, 0);
  await file.sync();
  const block = Buffer.alloc(bytes, 2);
  return {
    write: async (_unit, turn) => {
      await file.write(block, 0, bytes, (turn * bytes) % (size - bytes));
      await file.datasync();
    },
    close: async () => {
      await file.close();
      await rm(folder, { recursive: true });
    },
  };
}
