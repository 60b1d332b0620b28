import { z } from "zod";
import { byId } from "../../core/cells.ts";
import type { DocKey } from "../../core/entry.ts";
import { asCounted } from "../../core/submission.ts";
import { asEntry, asKey, type Line } from "../chain.ts";
import type { Slot } from "./slots.ts";

/** Lines as the columns that `keep_change` and the table of entries take. */
export function entryColumns(lines: readonly Line[]): readonly unknown[] {
  const bare = lines.map(({ entry: { aside: _beside, ...rest } }) => JSON.stringify(rest));
  return [
    lines.map(({ key }) => key),
    lines.map(({ seq }) => seq),
    lines.map(({ hash }) => hash),
    lines.map(({ entry }) => entry.id),
    bare,
    lines.map(({ salt }) => salt),
    lines.map(({ entry }) => (entry.aside ? JSON.stringify(entry.aside) : null)),
  ];
}

/** Documents as the columns that `keep_change` and the table of documents take. */
export function documentColumns(slots: ReadonlyMap<DocKey, Slot>): readonly unknown[] {
  const reports = [...slots.values()].map(({ doc }) => (doc.kind === "report" ? asCounted(doc.doc) : undefined));
  return [
    [...slots.keys()],
    [...slots.values()].map(({ seq }) => seq),
    [...slots.values()].map(({ hash }) => hash),
    [...slots.values()].map(({ doc }) => JSON.stringify(doc)),
    reports.map((report) => report?.status ?? null),
    reports.map((report) => (report ? JSON.stringify(byId(report.cells)) : null)),
  ];
}

const rows = z.array(
  z
    .object({
      key: z.string(),
      seq: z.int(),
      hash: z.string(),
      salt: z.string(),
      removed: z.string().nullable(),
      position: z.number(),
      // The chain vouches for it: what it holds is what this program wrote.
      entry: z.custom<object>((entry) => typeof entry === "object" && entry !== null && "kind" in entry),
      aside: z.record(z.string(), z.string()).nullable(),
    })
    .transform(({ key, entry, aside, removed, ...rest }) => ({
      ...rest,
      ...(removed === null ? {} : { removed }),
      key: asKey(key),
      entry: asEntry(aside ? { ...entry, aside } : entry),
    })),
);

/** What is selected to read lines back. */
export const lineColumns = "key, seq, hash, salt, removed, position::float8 as position, entry, aside";

/** Lines with their positions, from rows with `lineColumns`. */
export const parseLines = (read: readonly unknown[]): readonly (Line & { readonly position: number })[] =>
  rows.parse(read);
