import { type Delivery, freeFrom } from "../delivery.ts";
import { type DocKey, type PersonId, type RoundId, reportKey, roundKey, type UnitId } from "../entry.ts";
import type { Instant } from "../time.ts";
import { daysOffAsked } from "./ask-day-off.ts";
import { closing } from "./closing.ts";
import { finals } from "./finals.ts";
import { actKey, type RungName } from "./keys.ts";
import { listsOf } from "./lists.ts";
import type { Planned } from "./rounds.ts";
import { type Laddered, ladders, type OwedInput, pendingRounds } from "./standing.ts";
import { type Slot, type Turn, turnsOf } from "./turns.ts";

/** What the bot has to do of itself, told apart by `kind`. */
export type Act =
  | { readonly kind: "open"; readonly planned: Planned; readonly units: readonly UnitId[] }
  /** Asks the coordinators what becomes of a due date on a day off, before the round opens. */
  | { readonly kind: "ask-day-off"; readonly planned: Planned }
  /** What a coordinator sees between the collect-by time and the due time. */
  | { readonly kind: "preview"; readonly round: RoundId }
  | { readonly kind: "freeze"; readonly round: RoundId }
  /** Takes up what came after the freeze as the next version. */
  | { readonly kind: "revise"; readonly round: RoundId }
  | { readonly kind: "post"; readonly round: RoundId; readonly version: number }
  /** Gives the coordinators the summary of the whole campaign, numbered from 1. */
  | { readonly kind: "final"; readonly round: RoundId; readonly number: number }
  | {
      readonly kind: "remind";
      readonly round: RoundId;
      readonly unit: UnitId;
      readonly slot: Slot;
      readonly rule: Turn["rule"];
      readonly urgent: boolean;
    }
  /** Tells somebody who coordinates which units to call. */
  | {
      readonly kind: "list";
      readonly round: RoundId;
      readonly person: PersonId;
      readonly rung: RungName;
      readonly urgent: boolean;
    };

/** One thing owed: the delivery key that it is recorded under, in which document, and since when. */
export type Owed = { readonly key: string; readonly doc: DocKey; readonly at: Instant; readonly act: Act };

/** A reminder that a newer one has overtaken before it went out: to be recorded as dropped. */
export type Superseded = { readonly key: string; readonly doc: DocKey };

export type Due = { readonly owed: readonly Owed[]; readonly superseded: readonly Superseded[] };

/**
 * What is owed at `now`: due, and not recorded as delivered. First what concerns whole rounds, so that no posting waits
 * for reminders; each part by the instant at which it fell due. Doing it may make more fall due (a freeze, the posting),
 * so ask again until nothing is owed. Never throws for a clock that went back: what was done stays done.
 */
export function owed(input: OwedInput, now: Instant): Due {
  const rounds: Owed[] = [];
  const reminders: Owed[] = [];
  const superseded: Superseded[] = [];
  const gatherIn = (hash: string) => (input.earlier?.get(hash) ?? input.flow.calendar).gather;
  for (const round of input.rounds.values())
    rounds.push(
      ...closing(round, gatherIn(round.flowHash), input.posts).filter(({ at, from }) => at <= now && from <= now),
    );
  rounds.push(...finals(input).filter(({ at, from }) => at <= now && from <= now));
  for (const asking of daysOffAsked(input, now)) if (asking.from <= now) rounds.push(asking);
  for (const { planned, at } of pendingRounds(input)) {
    if (at > now) break;
    const act: Act = { kind: "open", planned, units: [...input.units] };
    rounds.push({ key: actKey("open", input.flow.id, planned.id), doc: roundKey(input.flow.id, planned.id), at, act });
  }
  for (const laddered of ladders(input, now)) {
    list(input, laddered, now, reminders, superseded);
    remind(input, laddered, now, reminders, superseded);
  }
  return { owed: [...rounds.sort(byInstant), ...reminders.sort(byInstant)], superseded };
}

function byInstant(a: Owed, b: Owed): number {
  return a.at - b.at;
}

function isFree(delivery: Delivery | undefined, now: Instant): boolean {
  const from = freeFrom(delivery);
  return from !== undefined && from <= now;
}

/** The newest rung that is due, for each unit that still owes; the older ones are overtaken. */
function remind(input: OwedInput, laddered: Laddered, now: Instant, into: Owed[], over: Superseded[]): void {
  const { flow, round: id, units } = laddered.round;
  const reports = input.reports.get(id);
  for (const unit of units) {
    const report = reports?.get(unit);
    if (!input.units.has(unit)) continue;
    const doc = reportKey(flow, id, unit);
    for (const { key, slot, rule, urgent, at, from, until, older } of turnsOf(laddered, unit, report)) {
      if (now < from || now >= until) continue;
      into.push({ key, doc, at, act: { kind: "remind", round: id, unit, slot, rule, urgent } });
      for (const each of older) if (isFree(report?.deliveries[each], now)) over.push({ key: each, doc });
    }
  }
}

/** The newest list that is due, for each who coordinates a unit that still owes. */
function list(input: OwedInput, laddered: Laddered, now: Instant, into: Owed[], over: Superseded[]): void {
  const { flow, round: id, deliveries } = laddered.round;
  const doc = roundKey(flow, id);
  for (const { key, person, rung, urgent, at, from, until, older } of listsOf(input, laddered)) {
    if (now < from || now >= until) continue;
    into.push({ key, doc, at, act: { kind: "list", round: id, person, rung, urgent } });
    for (const each of older) if (isFree(deliveries[each], now)) over.push({ key: each, doc });
  }
}
