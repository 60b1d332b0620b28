import type { Position } from "../store.ts";
import type { Query } from "./database.ts";
import { CHANNEL } from "./watch.ts";

/** Most often told, in milliseconds; what comes meanwhile is told together. */
const SPACING = 20;

/**
 * Tells the other instances how far the feed goes, beside the changes and not within them: the database lets only one
 * transaction at a time commit that notifies. What is never told, since the process died, they find by looking.
 */
export function telling(query: Query) {
  let last: Position = 0;
  let waiting: NodeJS.Timeout | undefined;
  let under: Promise<unknown> = Promise.resolve();
  const send = (): void => {
    waiting = undefined;
    under = query("select pg_notify($1, $2)", [CHANNEL, String(last)]).catch(() => undefined);
  };
  return {
    tell: (position: Position): void => {
      last = Math.max(last, position);
      waiting ??= setTimeout(send, SPACING);
    },
    /** Resolves once what was to be told has been, or cannot be. */
    told: async (): Promise<void> => {
      if (waiting) {
        clearTimeout(waiting);
        send();
      }
      await under;
    },
  };
}
