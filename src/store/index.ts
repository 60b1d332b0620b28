import { openLowdb } from "./lowdb/index.ts";
import { openPostgres } from "./postgres/index.ts";
import type { Portable } from "./survey.ts";

/** Where a store lies: in a PostgreSQL database where one is named, else in a folder. */
export type Whereabouts = { readonly BAOSONG_DATA: string; readonly DATABASE_URL?: string | undefined };

/** Opens the store that the settings name. Rejects with a `StoreFailure` that says what to do. */
export function openStore({ BAOSONG_DATA, DATABASE_URL }: Whereabouts): Promise<Portable> {
  return DATABASE_URL === undefined ? openLowdb({ folder: BAOSONG_DATA }) : openPostgres(DATABASE_URL);
}
