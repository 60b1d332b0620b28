import { z } from "zod";
import { asKey } from "../chain.ts";
import { rulesOfFolding } from "../rules.ts";
import { insist, type Query } from "./database.ts";
import { documentColumns } from "./rows.ts";
import { readSlots } from "./slots.ts";

/** Documents made again with one statement: those of other instances that wait for one of them do not wait long. */
const PORTION = 100;

const keys = z.array(z.object({ key: z.string().transform(asKey) }));

/**
 * Makes every document that was folded by other rules than this version's again from its entries. Instances that run
 * meanwhile go on; what one of them changes in between is left as it made it, and read by the rules that it names.
 */
export async function refold(query: Query, patience: number): Promise<void> {
  let last = "";
  for (;;) {
    const read = await insist(
      () =>
        query("select key from documents where rules is distinct from $1 and key > $2 order by key limit $3", [
          rulesOfFolding(),
          last,
          PORTION,
        ]),
      patience,
    );
    const some = keys.parse(read).map(({ key }) => key);
    if (some.length === 0) return;
    last = some.at(-1) ?? last;
    await insist(async () => {
      const [names, seqs, _hashes, docs, statuses, cells] = documentColumns(await readSlots(query, some));
      await query(
        `update documents set doc = fold.doc, status = fold.status, cells = fold.cells, rules = $1
         from unnest($2::text[], $3::integer[], $4::json[], $5::text[], $6::json[])
           as fold (key, seq, doc, status, cells)
         where documents.key = fold.key and documents.seq = fold.seq`,
        [rulesOfFolding(), names, seqs, docs, statuses, cells],
      );
    }, patience);
  }
}
