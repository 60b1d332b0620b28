import { freeFrom } from "./delivery.ts";
import type { PersonId, UnitId } from "./entry.ts";
import { isClosedFor, type Round } from "./round.ts";
import type { Instant } from "./time.ts";

/** What is recorded in the round of a report that its unit's head signs off: there it is found without reading every report. */
export type SigningEntry =
  /** It waits for approval: the head is to be asked. */
  | { readonly kind: "put-to-head"; readonly unit: UnitId }
  /** The head has decided: the liaison is to be told. `number` is the receipt's. */
  | { readonly kind: "head-decided"; readonly unit: UnitId; readonly approved: boolean; readonly number: string };

/** One step of a report's way past the head: who took it, by which message. */
export type Signing = { readonly unit: UnitId; readonly id: string; readonly by: PersonId; readonly at: Instant } & (
  | { readonly kind: "put" }
  | { readonly kind: "decided"; readonly approved: boolean; readonly number: string }
);

type Decided = Extract<Signing, { readonly kind: "decided" }>;

/** What is to be said about a report that a head signs off. */
export type SigningDuty = {
  readonly key: string;
  /** From when it is owed; a lease that runs puts it off. */
  readonly from: Instant;
} & (
  | { readonly kind: "ask"; readonly signing: Signing; readonly head: PersonId }
  /** No head could be reached: whoever reports is asked to pass it on. */
  | { readonly kind: "pass-on"; readonly signing: Signing }
  | { readonly kind: "tell"; readonly signing: Decided }
);

/** What every delivery key of these begins with in a round, or of one unit in it. */
export function signingPrefix({ flow, round }: Pick<Round, "flow" | "round">, unit?: UnitId): string {
  return `sign/${flow}/${round}/${unit === undefined ? "" : `${unit}/`}`;
}

/** A signing that something may still be owed about, whoever the heads are, and the key of what is. */
type Standing = { readonly key: string; readonly signing: Signing };
type Unsettled = { readonly standing: readonly Standing[]; readonly begun: readonly string[] };

/** Kept by round: a round that is over never changes, and all of them are looked at for ever. */
const unsettled = new WeakMap<Round, Unsettled>();

/** Whether it is told also after the unit's next signing: an approval is, a wish to mend was met by then. */
const outlivesNext = (signing: Signing): boolean => signing.kind === "decided" && signing.approved;

/** Whether a signing is still to be spoken of: no later one of the unit has overtaken it, no lock forbids what it asks for. */
export function isStanding(round: Round, signing: Signing, now: Instant): boolean {
  if (signing.kind === "put" && isClosedFor(round, signing.unit, now)) return false;
  return outlivesNext(signing) || round.signings?.findLast(({ unit }) => unit === signing.unit)?.id === signing.id;
}

function unsettledIn(round: Round): Unsettled {
  const known = unsettled.get(round);
  if (known) return known;
  const { signings = [], deliveries } = round;
  const seen = new Set<UnitId>();
  const standing: Standing[] = [];
  for (const [index, signing] of [...signings.entries()].reverse()) {
    const key = `${signingPrefix(round, signing.unit)}${index + 1}`;
    const isLast = !seen.has(signing.unit);
    seen.add(signing.unit);
    const untold = signing.kind === "put" || freeFrom(deliveries[key]) !== undefined;
    if (untold && (isLast || outlivesNext(signing))) standing.push({ key, signing });
  }
  const prefix = signingPrefix(round);
  const begun = Object.keys(deliveries).filter(
    (key) => key.startsWith(prefix) && freeFrom(deliveries[key]) !== undefined,
  );
  const found = { standing: standing.reverse(), begun };
  unsettled.set(round, found);
  return found;
}

/** Deliveries about signings that were begun and are not settled, by their keys. */
export function begunSignings(round: Round): readonly string[] {
  return unsettledIn(round).begun;
}

/**
 * Everything that is owed about reports of a round that heads sign off, now or later: each head is asked about what was
 * put to them last, while they can approve it; whoever reports is told of each approval, and of what is to be mended
 * until it is put to the head again. `free` says from when a delivery may be tried.
 */
export function signingDuties(
  round: Round,
  headsOf: (unit: UnitId) => readonly PersonId[],
  now: Instant,
  free: typeof freeFrom = freeFrom,
): readonly SigningDuty[] {
  const { deliveries } = round;
  const all = unsettledIn(round).standing.flatMap(({ key, signing }): readonly SigningDuty[] => {
    const from = signing.at;
    if (signing.kind === "decided") return [{ kind: "tell", key, from, signing }];
    if (isClosedFor(round, signing.unit, now)) return [];
    const asks = headsOf(signing.unit).map(
      (head): SigningDuty => ({ kind: "ask", key: `${key}/${head}`, from, signing, head }),
    );
    const nobody = asks.length > 0 && asks.every((each) => deliveries[each.key]?.state === "undeliverable");
    return nobody ? [{ kind: "pass-on", key, from, signing }] : asks;
  });
  return all.flatMap((duty) => {
    const from = free(deliveries[duty.key]);
    return from === undefined ? [] : [{ ...duty, from: Math.max(duty.from, from) }];
  });
}
