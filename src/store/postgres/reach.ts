import { codeOf } from "../cause.ts";
import type { StoreLog } from "../log.ts";

/** Tells an operator when the database goes away and when it is back: once each, whatever fails meanwhile. */
export type Reach = {
  /** It could not be connected to. */
  away(cause: unknown): void;
  /** A connection stands. */
  there(): void;
};

/** Tells it of the database at a place, which is its address without who and with what password. */
export function reachOf(log: StoreLog, place: string): Reach {
  let since: number | undefined;
  return {
    away: (cause) => {
      if (since !== undefined) return;
      since = performance.now();
      log.error(
        {
          code: "database-away",
          database: place,
          cause: codeOf(cause),
          todo: "see that PostgreSQL runs and is reached from here; nothing has to be restarted, what was acknowledged is kept; npx baosong doctor says more",
        },
        "the database cannot be reached: what people send waits for it, and is then refused in words",
      );
    },
    there: () => {
      if (since === undefined) return;
      const away = Math.round((performance.now() - since) / 1_000);
      since = undefined;
      log.info({ code: "database-back", database: place, away }, "the database is there again, after so many seconds");
    },
  };
}
