import { reportKey, roundKey, type UnitId } from "../../core/entry.ts";
import type { Report } from "../../core/report.ts";
import { asCounted, countedRevision } from "../../core/submission.ts";
import { compareCells } from "../../core/table/compare.ts";
import { reportIn, roundIn } from "../documents.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";
import { reportAt } from "../summaries/returns.ts";

/** Takes up what came after the freeze as the next version: the reports as they are settled at this moment. */
export async function revise(house: House, { flow }: Running, id: string, roundId: string): Promise<void> {
  const round = house.rounds.of(flow.id).find((each) => each.round === roundId);
  if (!round) return;
  const key = roundKey(flow.id, roundId);
  const keyOf = (unit: UnitId) => reportKey(flow.id, roundId, unit);
  // Who comes in while this is being done makes the version after.
  const units = Object.keys(round.pending ?? {});
  const counts = new Map(
    await Promise.all(
      units.map(async (unit) => {
        const revision = round.counted?.[unit] ?? 0;
        return [unit, revision === 0 ? undefined : await reportAt(house, round, unit, revision)] as const;
      }),
    ),
  );
  const docs = await house.store.change([key, ...units.map(keyOf)], (before) => {
    const stands = roundIn(before, key);
    if (!units.some((unit) => stands.pending?.[unit] !== undefined)) return [];
    const counted = units.flatMap((unit): readonly (readonly [UnitId, number])[] => {
      const report = reportIn(before, keyOf(unit));
      const revision = countedRevision(report);
      const last = counts.get(unit);
      // Corrections that cancel each other are no news: what the last version counts goes on standing for them.
      const same = revision > 0 && last?.revision === stands.counted?.[unit] && saysTheSame(asCounted(report), last);
      return same || revision === (stands.counted?.[unit] ?? 0) ? [] : [[unit, revision]];
    });
    const revised = { kind: "revised", taken: units, counted: Object.fromEntries(counted) } as const;
    return [{ key, entry: { ...revised, id, at: house.clock.now(), by: "bot" } }];
  });
  house.rounds.learn(roundIn(docs, key));
}

/** Whether two states of a report give the same figures and the same words, as a zero report or not. */
function saysTheSame(one: Report, other: Report | undefined): boolean {
  if (!other) return false;
  const told = ({ told }: Report) => JSON.stringify(Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1)));
  return (
    compareCells(one.cells, other.cells).length === 0 &&
    told(one) === told(other) &&
    one.submission?.zero === other.submission?.zero
  );
}
