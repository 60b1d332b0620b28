import pg from "pg";
import { StoreFailure } from "../store.ts";
import { ConnectionLost, type Database, type Query } from "./database.ts";

/** Connections of one process; PostgreSQL grants 100 to all of them unless told otherwise. */
const CONNECTIONS = 10;
/** How long a connection may take to come about, in milliseconds. */
const CONNECTS_WITHIN = 5_000;

/** An answer that takes longer will not come: the freeze of thirty thousand reports takes seconds. */
const ANSWERS_WITHIN = 60_000;
/** The session that holds the duty shows that it lives; one whose beat is not answered within this is given up. */
const BEATS_WITHIN = 3_000;

/**
 * A session that has shown no sign of life for so long is ended by the server, and what it holds is free: the process may
 * hang with its connection open. PostgreSQL before 14 knows nothing of the kind, and is left as it is.
 */
const HANGS = "select set_config(name, '8s', false) from pg_settings where name = 'idle_session_timeout'";

/**
 * What each session is told, whatever the server's defaults: a statement sees what was committed before it, a commit is
 * on disk, and a process or machine that has died holds nothing for long.
 */
const SESSION = `
  set default_transaction_isolation = 'read committed'; set synchronous_commit = on;
  set idle_in_transaction_session_timeout = '60s';
  set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3`;

/** SQLSTATEs after which the same is tried again: connection failures, shutdowns, failovers, deadlocks. */
const PASSING = /^(08...|57P0[123]|53300|25006|40001|40P01)$/;

/** PostgreSQL through a pool of connections; nothing is connected to until something is asked. */
export function connect(url: string): Database {
  const options = { connectionString: url, connectionTimeoutMillis: CONNECTS_WITHIN, keepAlive: true };
  const pool = new pg.Pool({ ...options, max: CONNECTIONS, query_timeout: ANSWERS_WITHIN, onConnect: prepare });
  // A connection that dies idle is replaced when one is needed.
  pool.on("error", () => undefined);

  return {
    query: askingOf(pool),
    transaction: async (work) => {
      const client = await pool.connect().catch(telling);
      // Without a listener the process would end with a connection that dies between two statements.
      const noticed = () => undefined;
      client.on("error", noticed);
      const query = askingOf(client);
      let failed: Error | undefined;
      try {
        await query("begin");
        const made = await work(query);
        await query("commit");
        return made;
      } catch (cause) {
        failed = cause instanceof ConnectionLost ? cause : undefined;
        if (!failed)
          await query("rollback").catch((lost: Error) => {
            failed = lost;
          });
        throw cause;
      } finally {
        client.off("error", noticed);
        client.release(failed);
      }
    },
    session: async () => {
      const client = new pg.Client({ ...options, query_timeout: BEATS_WITHIN });
      const lost = new Promise<void>((resolve) => {
        client.on("error", () => resolve());
        client.on("end", () => resolve());
      });
      const query = askingOf(client);
      try {
        await client.connect().catch(telling);
        await query(SESSION);
        await query(HANGS);
      } catch (cause) {
        // Whoever asked tries again and again: each connection left open would bring the server nearer to its limit. One
        // into nowhere may take its time to end, and how that goes says nothing that the cause does not.
        void client.end().catch(() => undefined);
        throw cause;
      }
      return {
        query,
        listen: async (channel, heard) => {
          client.on("notification", (notice) => {
            if (notice.channel === channel) heard(notice.payload ?? "");
          });
          await query(`listen ${channel}`);
        },
        lost,
        end: () => client.end(),
      };
    },
    close: () => pool.end(),
  };
}

/** What is asked over and over is parsed and planned once on each connection, under a name of its own. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `baosong_${names.size}`;
  names.set(sql, name);
  return name;
}

function askingOf(through: pg.Pool | pg.ClientBase): Query {
  return async (sql, values) => {
    const asked: Promise<pg.QueryResult<object>> = values
      ? through.query({ name: nameOf(sql), text: sql, values: [...values] })
      : through.query(sql);
    return (await asked.catch(telling)).rows;
  };
}

async function prepare(client: pg.ClientBase): Promise<void> {
  await client.query(SESSION);
}

/** Tells a database that said no from one that is gone. */
function telling(cause: unknown): never {
  if (cause instanceof pg.DatabaseError && !PASSING.test(cause.code ?? ""))
    throw new StoreFailure(
      "refused",
      { key: "database-refused", args: { why: cause.message, code: cause.code ?? "" } },
      { cause },
    );
  throw new ConnectionLost(cause);
}
