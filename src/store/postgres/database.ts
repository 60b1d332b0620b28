import { codeOf } from "../cause.ts";

/**
 * Asks the database one statement; gives its rows as they come, to be parsed by whoever asks. Without values it may be
 * several statements, whose rows nobody wants.
 */
export type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly unknown[]>;

/** A connection of one's own, for what lasts longer than a statement. */
export type Session = {
  readonly query: Query;
  /** Calls `heard` with what is notified on a channel. */
  listen(channel: string, heard: (payload: string) => void): Promise<void>;
  /** Resolves once the connection is gone. */
  readonly lost: Promise<void>;
  end(): Promise<void>;
};

/**
 * What the store needs of PostgreSQL. Rejects with `ConnectionLost` where the outcome is not known, with a `refused`
 * `StoreFailure` where the database said no.
 */
export type Database = {
  readonly query: Query;
  /** Several statements as one transaction on one connection; what `work` throws takes it back. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  session(): Promise<Session>;
  close(): Promise<void>;
};

/** The database went away, or cannot be reached just now: whether the last statement was done is not known. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    // Where several addresses were tried in vain the message is empty.
    super((cause instanceof Error && cause.message) || codeOf(cause), { cause });
    this.name = "ConnectionLost";
  }
}

/** Between two tries, in milliseconds: a restart takes seconds. */
const PAUSE = 200;

/**
 * Does it again while the database is out of reach, at most so many milliseconds; `work` must do no harm when done
 * twice. Rejects with the last `ConnectionLost`, and with anything else at once.
 */
export async function insist<T>(work: () => Promise<T>, patience: number): Promise<T> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof ConnectionLost) || performance.now() + PAUSE > until) throw cause;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
