import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";
import { StoreFailure } from "../store.ts";
import type { Database, Query } from "./database.ts";

const folder = new URL("./migrations/", import.meta.url);
const rows = z.array(z.object({ number: z.int() }));

/** Brings the database to this version's shape, once for all who start at the same time. Rejects where it is newer. */
export async function migrate(database: Database): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  await database.transaction(async (query) => {
    await query("select pg_advisory_xact_lock(1112494416, 0)");
    await query("create table if not exists migrations (number integer primary key, name text not null)");
    const done = new Set(rows.parse(await query("select number from migrations")).map(({ number }) => number));
    if ([...done].some((number) => number > names.length)) throw new StoreFailure("refused", { key: "database-newer" });
    for (const [index, name] of names.entries()) {
      if (done.has(index + 1)) continue;
      await query(await readFile(new URL(name, folder), "utf8"));
      await query("insert into migrations values ($1, $2)", [index + 1, name]);
    }
    await moveAhead(query);
  });
}

/** After a restore transactions may be numbered lower than those that the entries were kept by. */
export async function moveAhead(query: Query): Promise<void> {
  await query(
    `update positions set ahead = ahead + last.number + 1 - transaction_position(pg_current_xact_id()) / 4096
     from (select coalesce(max(position), 0) / 4096 as number from entries) as last
     where last.number >= transaction_position(pg_current_xact_id()) / 4096`,
  );
}
