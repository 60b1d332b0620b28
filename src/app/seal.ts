import { type DocKey, roundKey, sealKey } from "../core/entry.ts";
import { noSeals, type SealEntry, type Seals } from "../core/seal.ts";
import type { Docs, Head } from "../store/store.ts";
import type { House } from "./house.ts";

/** As many heads stand in one entry: a campaign of thousands of units is sealed in steps that hold up nobody. */
const HEADS = 500;

/** Seals everything once a round has closed that no seal has met yet. */
export async function sealRounds(house: House): Promise<void> {
  const doc = await house.store.read(sealKey);
  const { rounds } = doc?.kind === "seal" ? doc.doc : noSeals;
  if (closedRounds(house).some((key) => !rounds.includes(key))) await seal(house);
}

/** Lists, in the history itself, where the chains of all documents end that have changed since the seal before. */
export async function seal(house: House): Promise<void> {
  const add = async (by: (seals: Seals) => SealEntry): Promise<Seals> => {
    const docs = await house.store.change([sealKey], (before) => {
      const seals = sealsIn(before);
      const at = house.clock.now();
      return [{ key: sealKey, entry: { ...by(seals), id: `seal/${seals.entries + 1}`, at, by: "bot" } }];
    });
    return sealsIn(docs);
  };
  const { entries: begun, begun: from } = await add(() => ({ kind: "seal-begun" }));
  const all = await house.store.heads(from === 0 ? undefined : { key: sealKey, seq: from });
  const heads = all.filter(({ key }) => key !== sealKey);
  for (let at = 0; at < heads.length; at += HEADS) await add(() => sealed(heads.slice(at, at + HEADS)));
  await add(({ rounds }) => ({
    kind: "seal-closed",
    begun,
    rounds: closedRounds(house).filter((key) => !rounds.includes(key)),
  }));
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
