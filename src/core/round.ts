import { type Deliveries, type DeliveryEntry, deliver } from "./delivery.ts";
import type { FlowId, Origin, RoundId, UnitId } from "./entry.ts";
import type { Instant } from "./time.ts";

export type RoundEntry =
  | {
      readonly kind: "opened";
      readonly number: number;
      readonly due: Instant;
      /** What the round covers, from the last cut-off to its own. */
      readonly covers: { readonly from: Instant; readonly to: Instant };
      readonly units: readonly UnitId[];
      readonly flowHash: string;
    }
  /** At the deadline: what version 1 counts, by unit and the revision of its report (0 = not submitted). */
  | { readonly kind: "frozen"; readonly counted: Readonly<Record<UnitId, number>> }
  | DeliveryEntry;

/** A round of a flow: the fold of its entries. A due date is never recomputed once the round is open. */
export type Round = {
  readonly flow: FlowId;
  readonly round: RoundId;
  readonly state: "unopened" | "open" | "frozen";
  readonly number: number;
  readonly due: Instant;
  readonly covers: { readonly from: Instant; readonly to: Instant };
  readonly units: readonly UnitId[];
  readonly flowHash: string;
  readonly openedAt?: Instant;
  readonly counted?: Readonly<Record<UnitId, number>>;
  readonly deliveries: Deliveries;
};

export function emptyRound(flow: FlowId, round: RoundId): Round {
  return {
    flow,
    round,
    state: "unopened",
    number: 0,
    due: 0,
    covers: { from: 0, to: 0 },
    units: [],
    flowHash: "",
    deliveries: {},
  };
}

/** The round after one more entry. */
export function evolveRound(round: Round, entry: Origin & RoundEntry): Round {
  switch (entry.kind) {
    case "opened": {
      const { number, due, covers, units, flowHash } = entry;
      return { ...round, state: "open", number, due, covers, units, flowHash, openedAt: entry.at };
    }
    case "frozen":
      return { ...round, state: "frozen", counted: entry.counted };
    case "sending":
    case "sent":
    case "undeliverable":
    case "dropped":
      return { ...round, deliveries: deliver(round.deliveries, entry, entry.at) };
  }
}

/** The rehearsal clock's position is a history too, so that it outlives a restart. */
export type ClockEntry = { readonly kind: "clock-moved"; readonly to: Instant };
export type ClockDoc = { readonly position: Instant };
