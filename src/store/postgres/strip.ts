import type { DocKey } from "../../core/entry.ts";
import { type Line, stripped } from "../chain.ts";
import type { Query } from "./database.ts";
import { lineColumns, parseLines } from "./rows.ts";

/** Removes for good what lies beside these entries, and keeps the commitments. */
export async function strip(query: Query, entries: ReadonlyMap<DocKey, ReadonlySet<number>>): Promise<void> {
  for (const [key, seqs] of entries) {
    const read = await query(`select ${lineColumns} from entries where key = $1 and seq = any ($2::integer[])`, [
      key,
      [...seqs],
    ]);
    await noteRemoved(query, parseLines(read).map(stripped));
  }
}

/** Takes lines from which something was removed for what they are. */
export async function noteRemoved(query: Query, lines: readonly Line[]): Promise<void> {
  const bare = lines.filter(({ removed }) => removed !== undefined);
  if (bare.length === 0) return;
  await query(
    `update entries set aside = null, salt = '', removed = line.removed
     from unnest($1::text[], $2::integer[], $3::text[]) as line (key, seq, removed)
     where entries.key = line.key and entries.seq = line.seq`,
    [bare.map(({ key }) => key), bare.map(({ seq }) => seq), bare.map(({ removed }) => removed)],
  );
}
