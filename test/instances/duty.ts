import pg from "pg";
import { z } from "zod";

/** Who was found to hold the duty, from when on; undefined: nobody did. */
export type Held = { readonly at: number; readonly name: string | undefined };

/** Watches in the database who does what is owed. */
export type DutyWatch = {
  readonly holder: () => string | undefined;
  readonly changes: readonly Held[];
  stop(): Promise<void>;
};

/** How often it is looked, in milliseconds: take-over times are as exact as that. */
const LOOKS = 50;
const rows = z.array(z.object({ application_name: z.string() }));
const asked = `select application_name from pg_locks join pg_stat_activity using (pid)
  where locktype = 'advisory' and classid = 1112494416 and objid = 1 and granted`;

/** Looks until it is stopped; while the database is away nobody holds the duty. */
export function watchDuty(url: string): DutyWatch {
  const changes: Held[] = [];
  let over = false;
  const note = (name: string | undefined) => {
    if (changes.length === 0 || changes.at(-1)?.name !== name) changes.push({ at: performance.now(), name });
  };
  const looking = (async () => {
    while (!over) {
      const client = new pg.Client({ connectionString: url, query_timeout: 5_000 });
      client.on("error", () => undefined);
      try {
        await client.connect();
        while (!over) {
          note(rows.parse((await client.query(asked)).rows)[0]?.application_name);
          await pause();
        }
      } catch {
        note(undefined);
        await pause();
      }
      await client.end().catch(() => undefined);
    }
  })();
  return {
    holder: () => changes.at(-1)?.name,
    changes,
    stop: async () => {
      over = true;
      await looking;
    },
  };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOKS));

/** From this moment on, how long until somebody other than this one held the duty, in milliseconds. */
export function takenOverAfter(changes: readonly Held[], from: number, name: string | undefined): number | undefined {
  const heir = changes.find((held) => held.at > from && held.name !== undefined && held.name !== name);
  return heir === undefined ? undefined : heir.at - from;
}
