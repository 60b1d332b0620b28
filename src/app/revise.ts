import { reportKey, roundKey, type UnitId } from "../core/entry.ts";
import { countedRevision } from "../core/submission.ts";
import { reportIn, roundIn } from "./documents.ts";
import type { Running } from "./flows.ts";
import type { House } from "./house.ts";

/** Takes up what came after the freeze as the next version: the reports as they are settled at this moment. */
export async function revise(house: House, { flow }: Running, id: string, roundId: string): Promise<void> {
  const round = house.rounds.of(flow.id).find((each) => each.round === roundId);
  if (!round) return;
  const key = roundKey(flow.id, roundId);
  const keyOf = (unit: UnitId) => reportKey(flow.id, roundId, unit);
  // Who comes in while this is being done makes the version after.
  const units = Object.keys(round.pending ?? {});
  const docs = await house.store.change([key, ...units.map(keyOf)], (before) => {
    const stands = roundIn(before, key);
    if (!units.some((unit) => stands.pending?.[unit] !== undefined)) return [];
    const counted = units.flatMap((unit): readonly (readonly [UnitId, number])[] => {
      const revision = countedRevision(reportIn(before, keyOf(unit)));
      return revision === (stands.counted?.[unit] ?? 0) ? [] : [[unit, revision]];
    });
    const revised = { kind: "revised", taken: units, counted: Object.fromEntries(counted) } as const;
    return [{ key, entry: { ...revised, id, at: house.clock.now(), by: "bot" } }];
  });
  house.rounds.learn(roundIn(docs, key));
}
