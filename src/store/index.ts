import { noLog } from "./log.ts";
import type { Portable } from "./survey.ts";

/** Where a store lies: in a PostgreSQL database where one is named, else in a folder. */
export type Whereabouts = { readonly BAOSONG_DATA: string; readonly DATABASE_URL?: string | undefined };

/**
 * Opens the store that the settings name, and loads no other; what befalls it later is told to `log`. Rejects with a
 * `StoreFailure` that says what to do.
 */
export async function openStore({ BAOSONG_DATA, DATABASE_URL }: Whereabouts, log = noLog): Promise<Portable> {
  if (DATABASE_URL === undefined) return (await import("./lowdb/index.ts")).openLowdb({ folder: BAOSONG_DATA, log });
  return (await import("./postgres/index.ts")).openPostgres(DATABASE_URL, { log });
}
