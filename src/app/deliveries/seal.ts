import { type DocKey, roundKey, sealKey } from "../../core/entry.ts";
import { noSeals, type SealEntry, type Seals } from "../../core/seal.ts";
import type { Instant } from "../../core/time.ts";
import type { Docs, Head, Store } from "../../store/store.ts";
import type { House } from "../house.ts";

/** As many heads stand in one entry: a campaign of thousands of units is sealed in steps that hold up nobody. */
const HEADS = 500;

/** Seals everything once a round has closed that no seal has met yet. */
export async function sealRounds(house: House): Promise<void> {
  const doc = await house.store.read(sealKey);
  const { rounds } = doc?.kind === "seal" ? doc.doc : noSeals;
  const fresh = closedRounds(house).filter((key) => !rounds.includes(key));
  if (fresh.length > 0) await seal(house.store, house.clock.now(), fresh);
}

/**
 * Lists, in the history itself, where the chains of all documents end that have changed since the seal before; `rounds`
 * are those whose close it is for.
 */
export async function seal(store: Store, at: Instant, rounds: readonly DocKey[] = []): Promise<void> {
  const add = async (entry: SealEntry): Promise<Seals> => {
    const docs = await store.change([sealKey], (before) => {
      const id = `seal/${sealsIn(before).entries + 1}`;
      return [{ key: sealKey, entry: { ...entry, id, at, by: "bot" } }];
    });
    return sealsIn(docs);
  };
  const { entries: begun, begun: last } = await add({ kind: "seal-begun" });
  const all = await store.heads(last === 0 ? undefined : { key: sealKey, seq: last });
  const heads = all.filter(({ key }) => key !== sealKey);
  for (let from = 0; from < heads.length; from += HEADS) await add(sealed(heads.slice(from, from + HEADS)));
  await add({ kind: "seal-closed", begun, rounds });
}

function sealed(heads: readonly Head[]): SealEntry {
  return { kind: "sealed", heads: Object.fromEntries(heads.map(({ key, seq, hash }) => [key, [seq, hash]])) };
}

function closedRounds({ flows, rounds }: House): readonly DocKey[] {
  return flows.flatMap(({ flow }) =>
    rounds
      .of(flow.id)
      .filter(({ state }) => state === "frozen")
      .map(({ round }) => roundKey(flow.id, round)),
  );
}

function sealsIn(docs: Docs): Seals {
  const doc = docs.get(sealKey);
  if (doc.kind !== "seal") throw new Error(`${sealKey} is no seal`);
  return doc.doc;
}
