import { type Deliveries, type DeliveryEntry, deliver, isDelivery } from "./delivery.ts";
import type { FlowId, Origin, PersonId, RoundId, UnitId } from "./entry.ts";
import type { Signing, SigningEntry } from "./signing.ts";
import type { Instant } from "./time.ts";

export type RoundEntry =
  | {
      readonly kind: "opened";
      readonly number: number;
      readonly due: Instant;
      /** When it is frozen, where units have to report before that. */
      readonly closes?: Instant;
      /** What the round covers, from the last cut-off to its own. */
      readonly covers: { readonly from: Instant; readonly to: Instant };
      readonly units: readonly UnitId[];
      readonly flowHash: string;
    }
  /** Before it opens: what a coordinator decides about a due date that falls on a day off. */
  | { readonly kind: "day-off-decided"; readonly shift: Shift }
  /** At the deadline: what version 1 counts, by unit and the revision of its report (0 = not submitted). */
  | { readonly kind: "frozen"; readonly counted: Readonly<Record<UnitId, number>> }
  /** A report was sent or corrected after the freeze: the next version takes it up. */
  | { readonly kind: "came-after"; readonly unit: UnitId }
  /** What came after the freeze from these units became a version: what it counts beyond the one before. */
  | { readonly kind: "revised"; readonly taken: readonly UnitId[]; readonly counted: Readonly<Record<UnitId, number>> }
  /** Nothing changes any more but what is reopened. */
  | {
      readonly kind: "locked";
      /** In the coordinator's words; absent where it is that the table has gone up. */
      readonly reason?: string;
    }
  /** One unit may report until then, although the round is locked or another has begun. */
  | { readonly kind: "reopened"; readonly unit: UnitId; readonly until: Instant }
  /** The table has gone up to the office above. */
  | { readonly kind: "sent-up" }
  | SigningEntry
  | DeliveryEntry;

/** A due date on a day off is kept, or moved to the working day before or after. */
export type Shift = "kept" | "before" | "after";

/** A version of a round's posting: when it was drawn up, and the reports that it counts beyond those before. */
export type Version = { readonly at: Instant; readonly counted: Readonly<Record<UnitId, number>> };

/** Who did something with a round, and when. */
export type Deed = { readonly at: Instant; readonly by: PersonId };

/** A round of a flow: the fold of its entries. A due date is never recomputed once the round is open. */
export type Round = {
  readonly flow: FlowId;
  readonly round: RoundId;
  readonly state: "unopened" | "open" | "frozen";
  readonly number: number;
  /** Until when units report. */
  readonly due: Instant;
  /** When it is frozen, where that is later. */
  readonly closes?: Instant;
  readonly covers: { readonly from: Instant; readonly to: Instant };
  readonly units: readonly UnitId[];
  readonly flowHash: string;
  readonly openedAt?: Instant;
  /** What was decided about its due date, where that is a day off. */
  readonly shift?: Shift;
  /** What the newest version counts, by unit and the revision of its report (0 = not submitted). */
  readonly counted?: Readonly<Record<UnitId, number>>;
  /** What version 1 counted, once there is another. */
  readonly first?: Readonly<Record<UnitId, number>>;
  /** The versions after the first. */
  readonly revisions?: readonly Version[];
  /** Units with something that no version counts yet, and since when. */
  readonly pending?: Readonly<Record<UnitId, Instant>>;
  readonly lock?: Deed & { readonly reason?: string };
  /** Units that may report, until when. */
  readonly reopened?: Readonly<Record<UnitId, Instant>>;
  readonly sentUp?: Deed;
  /** What was put to heads for approval, and what they decided, in order. */
  readonly signings?: readonly Signing[];
  readonly deliveries: Deliveries;
};

/** A round before it is opened. */
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
  if (isDelivery(entry)) return { ...round, deliveries: deliver(round.deliveries, entry, entry.at) };
  switch (entry.kind) {
    case "opened": {
      const { number, due, closes, covers, units, flowHash } = entry;
      const opened = { ...round, state: "open", number, due, covers, units, flowHash, openedAt: entry.at } as const;
      return closes === undefined ? opened : { ...opened, closes };
    }
    case "day-off-decided":
      // Once it is open everybody has been told the date.
      return round.state === "unopened" ? { ...round, shift: entry.shift } : round;
    case "frozen":
      return { ...round, state: "frozen", counted: entry.counted };
    case "came-after":
      return { ...round, pending: { [entry.unit]: entry.at, ...round.pending } };
    case "revised": {
      const left = Object.entries(round.pending ?? {}).filter(([unit]) => !entry.taken.includes(unit));
      const rest = { ...round, pending: Object.fromEntries(left) };
      // What came to nothing in the end is no version.
      if (Object.keys(entry.counted).length === 0) return rest;
      const revisions = [...(round.revisions ?? []), { at: entry.at, counted: entry.counted }];
      const first = round.first ?? round.counted ?? {};
      return { ...rest, first, counted: { ...round.counted, ...entry.counted }, revisions };
    }
    case "locked":
      return {
        ...round,
        lock: { at: entry.at, by: entry.by, ...(entry.reason === undefined ? {} : { reason: entry.reason }) },
      };
    case "reopened":
      return { ...round, reopened: { ...round.reopened, [entry.unit]: entry.until } };
    case "sent-up":
      return { ...round, sentUp: { at: entry.at, by: entry.by } };
    case "put-to-head":
      return signed(round, { ...stepOf(entry), kind: "put" });
    case "head-decided":
      return signed(round, { ...stepOf(entry), kind: "decided", approved: entry.approved, number: entry.number });
  }
}

function signed(round: Round, signing: Signing): Round {
  return { ...round, signings: [...(round.signings ?? []), signing] };
}

function stepOf({ unit, id, by, at }: Origin & SigningEntry): Pick<Signing, "unit" | "id" | "by" | "at"> {
  return { unit, id, by, at };
}

/** When the round is frozen: at its due time, unless units had to report before that. */
export function closesAt({ closes, due }: Pick<Round, "closes" | "due">): Instant {
  return closes ?? due;
}

/** Every version so far, the first one counting what was there at the freeze; none before it. */
export function versionsOf(round: Round): readonly Version[] {
  if (round.state !== "frozen") return [];
  return [{ at: closesAt(round), counted: countedBy(round, 1) }, ...(round.revisions ?? [])];
}

/** What a version (from 1) counts, by unit and the revision of its report. */
export function countedBy(round: Round, version: number): Readonly<Record<UnitId, number>> {
  const later = round.revisions ?? [];
  if (version > later.length) return round.counted ?? {};
  return Object.assign({}, round.first ?? round.counted, ...later.slice(0, version - 1).map(({ counted }) => counted));
}

/** Whether a unit can change nothing in this round: it is locked, and not open for the unit at this moment. */
export function isClosedFor(round: Round, unit: UnitId, at: Instant): boolean {
  return round.lock !== undefined && !isReopenedFor(round, unit, at);
}

/** Whether the round stands open for the unit by a coordinator's word. */
export function isReopenedFor(round: Round, unit: UnitId, at: Instant): boolean {
  const until = round.reopened?.[unit];
  return until !== undefined && at <= until;
}

/** The rehearsal clock's position is a history too, so that it outlives a restart. */
export type ClockEntry = { readonly kind: "clock-moved"; readonly to: Instant };
export type ClockDoc = { readonly position: Instant };
