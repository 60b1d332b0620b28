import { freeFrom } from "../delivery.ts";
import type { UnitId } from "../entry.ts";
import type { Calendar } from "../flow/schema.ts";
import type { Duration, Instant } from "../time.ts";
import { type RungName, remindKey } from "./keys.ts";
import type { Step } from "./ladder.ts";
import { apartIn, isSettled, type Laddered, type Owing, windowOf } from "./standing.ts";
import { changeTurn } from "./waiting-change.ts";

/** Who within the unit is told: whoever reports just now, or the deputy beside them. */
export type Slot = "reporter" | "deputy";

/** One reminder that a unit may still get, under a key of its own. */
export type Turn = {
  readonly key: string;
  readonly slot: Slot;
  readonly rule: Step["rule"] | "later" | "waiting-change";
  readonly urgent: boolean;
  /** When it fell due by the ladder. */
  readonly at: Instant;
  /** From when it may go: later where the unit asked for that, has just been told, or an attempt is in doubt. */
  readonly from: Instant;
  /** From when a newer one stands in its place, or its time is over. */
  readonly until: Instant;
  /** Keys of what is older and not settled: overtaken once this one goes. */
  readonly older: readonly string[];
};

/** A rung of a unit's own ladder: the flow's, and what the unit put off for later. */
type Rung = Pick<Turn, "rule" | "at" | "urgent"> & {
  readonly name: RungName;
  readonly stage: Step["stage"];
  readonly slots: readonly Slot[];
};

const nothing: Owing = { status: "none", deliveries: {} };

/**
 * The reminders that a unit may still get in a round, oldest first; at any instant at most one rung may go. A sent report
 * with a doubt to explain is reminded of that until it is due, not at once after the change that raised it.
 */
export function turnsOf(laddered: Laddered, unit: UnitId, owing: Owing = nothing): readonly Turn[] {
  const change = changeTurn(laddered, unit, owing);
  if (isSettled(owing)) return change ? [change] : [];
  const { round } = laddered;
  const own = rungsOf(laddered, owing.later).filter(
    ({ stage, at }) => owing.status !== "submitted" || (stage === "open" && at > (owing.changedAt ?? at)),
  );
  const rungs = own.map((rung) => {
    const keys = rung.slots.map((slot) => ({ slot, key: remindKey(round.flow, round.round, unit, rung.name, slot) }));
    const base = remindKey(round.flow, round.round, unit, rung.name);
    const held = Math.max(rung.at, owing.later ?? rung.at, restedBy(owing, base, laddered.apart));
    // What has been begun stands above what is older from its time on, whether or not it has come through.
    const due = keys.some(({ key }) => owing.deliveries[key] !== undefined) ? rung.at : held;
    return { rung, keys, due };
  });
  const turns: Turn[] = [];
  let overtaken = Number.POSITIVE_INFINITY;
  for (const [index, { rung, keys, due }] of [...rungs.entries()].reverse()) {
    const window = windowOf(round, rung.stage);
    const until = Math.min(overtaken, window.to);
    overtaken = Math.min(overtaken, due);
    for (const { slot, key } of [...keys].reverse()) {
      const free = freeFrom(owing.deliveries[key]);
      const from = free === undefined ? until : Math.max(due, free, window.from);
      if (from >= until) continue;
      const older = rungs.slice(0, index).flatMap((each) => each.keys.map((one) => one.key));
      const { rule, urgent, at } = rung;
      turns.unshift({ key, slot, rule, urgent, at, from, until, older });
    }
  }
  return change ? [...turns, change] : turns;
}

/** The flow's rungs for the unit's own people, and what was put off among them by its time. */
function rungsOf({ round, steps }: Laddered, later: Instant | undefined): readonly Rung[] {
  const rungs = steps.flatMap(({ rung, rule, stage, at, to, urgent }): readonly Rung[] => {
    const slots: Slot[] = [
      ...(to.includes("liaison") ? (["reporter"] as const) : []),
      ...(to.includes("deputy") ? (["deputy"] as const) : []),
    ];
    return slots.length === 0 ? [] : [{ name: `${rung}-${rule}`, rule, stage, at, slots, urgent }];
  });
  if (later === undefined) return rungs;
  const stage = later < round.due ? "open" : "late";
  const own: Rung = { name: `later-${later}`, rule: "later", stage, at: later, slots: ["reporter"], urgent: false };
  return [...rungs.filter(({ at }) => at < later), own, ...rungs.filter(({ at }) => at >= later)];
}

/** Until when a unit is left alone after it was told something, by the flow's calendar; `delivery` itself does not count. */
export function heldUntil(calendar: Pick<Calendar, "apart">, owing: Owing, delivery: string): Instant {
  return restedBy(owing, delivery, apartIn(calendar));
}

/** Until when a unit has its rest from what it was told last, other than by this very rung. */
function restedBy({ deliveries }: Owing, base: string, apart: Duration): Instant {
  let last = Number.NEGATIVE_INFINITY;
  if (apart > 0)
    for (const [key, delivery] of Object.entries(deliveries))
      if (delivery.state === "sent" && key !== base && !key.startsWith(`${base}/`)) last = Math.max(last, delivery.at);
  return last + apart;
}
