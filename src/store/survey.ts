import type { DocKey } from "../core/entry.ts";
import { chained, type Line } from "./chain.ts";
import { type FileHash, type Store, StoreFailure } from "./store.ts";

/** A store that can be read whole, to be carried into another. */
export type Portable = Store & {
  /** Every entry as it was kept, oldest first, some at a time. Rejects where that cannot be all of them. */
  lines(): AsyncIterable<readonly Line[]>;
  files(): Promise<readonly FileHash[]>;
  /**
   * Removes for good what lies beside these entries, by document and number; the chain keeps the commitments. What lies
   * beside none, or no longer, is passed over. Can be done again where it was interrupted.
   */
  strip(entries: ReadonlyMap<DocKey, ReadonlySet<number>>): Promise<void>;
};

/** To have no more than one bot on a store is what standing for its duty is for. Rejects with `busy` where one runs on it. */
export async function assertAlone(store: Pick<Store, "stand">): Promise<void> {
  if (!(await store.stand(() => {})).held()) throw new StoreFailure("busy", { key: "database-in-use" });
}

/** What a store holds: how many entries, and by document its length and the hash at the end of its chain. */
export type Survey = {
  readonly entries: number;
  readonly heads: ReadonlyMap<DocKey, { readonly seq: number; readonly hash: string }>;
};

/** Goes through a whole store and works every chain out anew. Rejects with `damaged` and the entry that breaks one. */
export async function survey(lines: AsyncIterable<readonly Line[]>): Promise<Survey> {
  const heads = new Map<DocKey, { readonly seq: number; readonly hash: string }>();
  let entries = 0;
  for await (const some of lines)
    for (const { key, entry, seq, hash, salt, removed } of some) {
      const before = heads.get(key) ?? { seq: 0, hash: "" };
      if (seq !== before.seq + 1 || hash !== chained(before.hash, entry, salt, removed))
        throw new StoreFailure("damaged", { key: "store-chain-broken", args: { entry: String(seq), document: key } });
      heads.set(key, { seq, hash });
      entries += 1;
    }
  return { entries, heads };
}

/** Goes through a copy whole. Rejects with `damaged` where it does not hold what its source was found to hold. */
export async function assertCopied(copy: Pick<Portable, "lines">, known: Survey): Promise<void> {
  const made = await survey(copy.lines());
  const keys = new Set([...known.heads.keys(), ...made.heads.keys()]);
  const document = [...keys].find((key) => known.heads.get(key)?.hash !== made.heads.get(key)?.hash);
  if (document !== undefined) throw new StoreFailure("damaged", { key: "store-copy-differs", args: { document } });
}
