import { createRequire } from "node:module";
import { z } from "zod";

/**
 * Peers live in this folder's own package.json and are installed there by whoever wants to measure them; a peer that is
 * not installed is undefined and said to be missing. Their types are those of the few calls that are made.
 */
const require = createRequire(import.meta.url);

export function installed(name: string): unknown {
  try {
    return require(name);
  } catch {
    return undefined;
  }
}

/** better-sqlite3, as far as it is used here. */
export type Sqlite = {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...values: readonly unknown[]): unknown;
    all(...values: readonly unknown[]): readonly unknown[];
  };
  close(): unknown;
};

/** Opens a SQLite database as an answer's durability asks for: write-ahead log, each commit synced. */
export const openSqlite: ((path: string) => Sqlite) | undefined = (() => {
  const opener = z.custom<new (path: string) => Sqlite>((value) => typeof value === "function");
  const found = opener.safeParse(installed("better-sqlite3"));
  if (!found.success) return undefined;
  return (path) => {
    const database = new found.data(path);
    database.exec("pragma journal_mode = wal; pragma synchronous = full");
    return database;
  };
})();

/** A connection of DuckDB, as far as it is used here. */
export type Duck = { run(sql: string): Promise<unknown>; disconnectSync(): void };

/** Opens a DuckDB in memory; undefined where it is not installed. */
export async function openDuck(): Promise<Duck | undefined> {
  const found = z
    .looseObject({ DuckDBInstance: z.custom<{ create(path: string): Promise<{ connect(): Promise<Duck> }> }>() })
    .safeParse(installed("@duckdb/node-api"));
  return found.success ? (await found.data.DuckDBInstance.create(":memory:")).connect() : undefined;
}

/** The version of an installed peer, for the record. */
export function versionOf(name: string): string {
  const about = z.looseObject({ version: z.string() }).safeParse(installed(`${name}/package.json`));
  return about.success ? about.data.version : "";
}
