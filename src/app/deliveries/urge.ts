import { urgeKey } from "../../core/calendar/keys.ts";
import { isSettled } from "../../core/calendar/standing.ts";
import { heldUntil } from "../../core/calendar/turns.ts";
import type { RoundId, UnitId } from "../../core/entry.ts";
import type { Member } from "../../core/roster.ts";
import { isClosedFor } from "../../core/round.ts";
import type { Instant } from "../../core/time.ts";
import { readReport } from "../documents.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";
import { sideBySide } from "../lanes.ts";
import { reachable, reportersNow } from "../people/reporter.ts";
import { remindOneOf } from "./nag.ts";

/** Deliveries at once. */
const AT_ONCE = 16;

/** Who presses, by which message (a redelivered one urges nobody twice), and whom: whoever reports, or the unit's head. */
export type Urging = {
  readonly by: Member;
  readonly id: string;
  readonly whom?: "reporter" | "head";
  readonly urgent?: boolean;
};

/** What became of urging one unit. `open`: the platform left it in doubt or put it off. */
export type Urged = { readonly unit: UnitId } & (
  | { readonly kind: "sent"; readonly to: Member }
  /** Told less than the flow's `apart` ago: may be urged again from then. */
  | { readonly kind: "too-soon"; readonly until: Instant }
  | { readonly kind: "not-owed" | "unreachable" | "open" | "closed" }
);

/**
 * Reminds the units now, whatever their ladder says, with the question that they stand at; the ladder then keeps its
 * distance from it. Nobody is told who owes nothing, or was told within the flow's `apart`; quiet hours are the
 * presser's to mind. In the order of the units.
 */
export async function urgeNow(
  house: House,
  running: Running,
  roundId: RoundId,
  units: readonly UnitId[],
  urging: Urging,
): Promise<readonly Urged[]> {
  const outcomes = new Map<UnitId, Urged>();
  await sideBySide(units, AT_ONCE, async (unit) => {
    outcomes.set(unit, await urgeOne(house, running, roundId, unit, urging));
  });
  return units.flatMap((unit) => outcomes.get(unit) ?? []);
}

async function urgeOne(
  house: House,
  running: Running,
  roundId: RoundId,
  unit: UnitId,
  { by, id, whom = "reporter", urgent = false }: Urging,
): Promise<Urged> {
  const round = house.rounds.of(running.flow.id).find((each) => each.round === roundId);
  const now = house.clock.now();
  if (!round?.units.includes(unit)) return { unit, kind: "not-owed" };
  if (isClosedFor(round, unit, now)) return { unit, kind: "closed" };
  const report = await readReport(house.store, round.flow, round.round, unit);
  if (isSettled(report)) return { unit, kind: "not-owed" };
  const delivery = `${urgeKey(round.flow, round.round, unit, id)}${whom === "head" ? "/head" : ""}`;
  const until = heldUntil(running.at(round.flowHash).calendar, report, delivery);
  if (whom === "reporter" && until > now) return { unit, kind: "too-soon", until };
  const people = whom === "head" ? reachable(house, house.people.heads(unit)) : await reportersNow(house, unit);
  const nagged = await remindOneOf(house, running, round, people, { delivery, unit, rule: "urged", urgent, by });
  return { unit, ...nagged };
}
