import { randomBytes } from "node:crypto";
import type { Text } from "../../core/message.ts";
import { noLog, type StoreLog } from "../log.ts";
import { StoreFailure } from "../store.ts";
import { connect } from "./connect.ts";
import { ConnectionLost, type Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { type PostgresStore, storeOn } from "./over.ts";
import { reachOf } from "./reach.ts";
import { refold } from "./refold.ts";

export type { PostgresStore } from "./over.ts";

export type PostgresOptions = {
  /** Salts the commitments to what lies beside the entries, and tells a change from any other. */
  readonly salt?: () => string;
  /** How long what is asked waits for a database that is away, in milliseconds. */
  readonly patience?: number;
  /** How long reading the whole history waits for a transaction that holds some of it back, in milliseconds. */
  readonly held?: number;
  /** Hears when the database goes away and when it is back. */
  readonly log?: StoreLog;
};

/** A restart or a failover takes seconds; a person waits for an answer about as long. */
const PATIENCE = 20_000;
/** A change takes milliseconds, and what an operator's tools do in one transaction seconds. */
const HELD = 10_000;

/** Opens the store on a PostgreSQL database, as `openOn`; what cannot be reached is told without the password. */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<PostgresStore> {
  const place = placeOf(url);
  const database = connect(url);
  try {
    return await openOn(database, options, place);
  } catch (cause) {
    await database.close().catch(() => undefined);
    // What the database itself said has a way out of its own.
    if (cause instanceof StoreFailure) throw unusable(place, cause.what, { cause, todo: cause.todo });
    if (cause instanceof ConnectionLost) throw unusable(place, cause.message, { cause });
    throw cause;
  }
}

function unusable(place: string, why: Text, more: { readonly cause: unknown; readonly todo?: Text }): StoreFailure {
  return new StoreFailure("refused", { key: "database-unusable", args: { place, why } }, more);
}

/** Opens the store on a database and brings that to this version's shape and rules. Rejects where it cannot be reached or used. */
export async function openOn(database: Database, options: PostgresOptions = {}, place = ""): Promise<PostgresStore> {
  const { salt = () => randomBytes(16).toString("hex"), patience = PATIENCE, held = HELD, log = noLog } = options;
  await migrate(database);
  await refold(database.query, patience);
  return storeOn(database, { salt, patience, held, reach: reachOf(log, place) });
}

/** Host and database of an address, without who and with what password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) throw new StoreFailure("refused", { key: "database-no-address" });
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get("host") ?? host}${pathname}`;
}
