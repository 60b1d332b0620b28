import type { Deliveries, Delivery } from "../delivery.ts";
import { type DocKey, type FlowId, type PersonId, type RoundId, reportKey, roundKey, type UnitId } from "../entry.ts";
import type { Round } from "../round.ts";
import type { Instant } from "../time.ts";
import type { Step } from "./ladder.ts";
import type { Planned } from "./rounds.ts";
import { type Laddered, ladders, type OwedInput, pendingRounds, stageOf } from "./standing.ts";

/** What the bot has to do of itself, told apart by `kind`. */
export type Act =
  | { readonly kind: "open"; readonly planned: Planned; readonly units: readonly UnitId[] }
  | { readonly kind: "freeze"; readonly round: RoundId }
  | { readonly kind: "post"; readonly round: RoundId; readonly version: 1 }
  | {
      readonly kind: "remind";
      readonly round: RoundId;
      readonly unit: UnitId;
      /** Whom the rule speaks to; empty where the unit has nobody. */
      readonly to: readonly PersonId[];
      /** Its place among the flow's reminders. */
      readonly rung: number;
      readonly rule: Step["rule"];
      /** True where no other follows in this round. */
      readonly last: boolean;
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
  for (const round of input.rounds.values()) {
    const act = closing(round, now);
    if (act) rounds.push(act);
  }
  for (const { planned, at } of pendingRounds(input)) {
    if (at > now) break;
    const act: Act = { kind: "open", planned, units: [...input.units.keys()] };
    rounds.push({ key: actKey("open", input.flow.id, planned.id), doc: roundKey(input.flow.id, planned.id), at, act });
  }
  for (const laddered of ladders(input, now)) remind(input, laddered, now, reminders, superseded);
  return { owed: [...rounds.sort(byInstant), ...reminders.sort(byInstant)], superseded };
}

/** The key of a round's posting, under which its delivery is recorded in the round. */
export function postKey(flow: FlowId, round: RoundId, version: number): string {
  return `post/${flow}/${round}/${version}`;
}

/** The key of a reminder, under which its delivery is recorded in the report. */
export function remindKey(flow: FlowId, round: RoundId, unit: UnitId, step: Pick<Step, "rung" | "rule">): string {
  return `remind/${flow}/${round}/${unit}/${step.rung}-${step.rule}`;
}

/**
 * When each part of the posting that is not settled may be tried: the group's, and what was begun beside it for others.
 * The group's is made last, so what it does not find begun is begun with it.
 */
export function postingFrees(flow: FlowId, round: RoundId, deliveries: Deliveries): readonly Instant[] {
  const parts = Object.keys(deliveries).filter((key) => key.startsWith(`post/${flow}/${round}/`));
  const free = [postKey(flow, round, 1), ...parts].map((key) => freeFrom(deliveries[key]));
  return free.flatMap((from) => (from === undefined ? [] : [from]));
}

/** When a delivery may be tried: at once, after a lease, or never again because it is settled. */
export function freeFrom(delivery: Delivery | undefined): Instant | undefined {
  if (delivery === undefined) return Number.NEGATIVE_INFINITY;
  switch (delivery.state) {
    case "sending":
      return delivery.until;
    case "sent":
    case "undeliverable":
    case "dropped":
      return undefined;
  }
}

function actKey(kind: "open" | "freeze", flow: FlowId, round: RoundId): string {
  return `${kind}/${flow}/${round}`;
}

function byInstant(a: Owed, b: Owed): number {
  return a.at - b.at;
}

function isFree(delivery: Delivery | undefined, now: Instant): boolean {
  const from = freeFrom(delivery);
  return from !== undefined && from <= now;
}

/** The freeze at the due time, and right after it the posting, whether or not anybody reported. */
function closing({ flow, round, state, due, deliveries }: Round, now: Instant): Owed | undefined {
  if (due > now) return undefined;
  const doc = roundKey(flow, round);
  switch (state) {
    case "unopened":
      return undefined;
    case "open":
      return { key: actKey("freeze", flow, round), doc, at: due, act: { kind: "freeze", round } };
    case "frozen": {
      const key = postKey(flow, round, 1);
      if (postingFrees(flow, round, deliveries).every((from) => from > now)) return undefined;
      return { key, doc, at: due, act: { kind: "post", round, version: 1 } };
    }
  }
}

/** The newest rung that is due, for each unit that still owes; the older ones are overtaken. */
function remind(input: OwedInput, { round, steps }: Laddered, now: Instant, into: Owed[], over: Superseded[]): void {
  const due = steps.filter((step) => step.at <= now);
  const newest = due.pop();
  if (!newest || newest.stage !== stageOf(round, now)) return;
  const { flow, round: id } = round;
  const { rung, rule, at } = newest;
  const last = newest === steps.at(-1);
  const reports = input.reports.get(id);
  for (const unit of round.units) {
    const to = input.units.get(unit);
    const report = reports?.get(unit);
    if (!to || report?.status === "submitted") continue;
    const key = remindKey(flow, id, unit, newest);
    if (!isFree(report?.deliveries[key], now)) continue;
    const doc = reportKey(flow, id, unit);
    into.push({ key, doc, at, act: { kind: "remind", round: id, unit, to, rung, rule, last } });
    for (const step of due) {
      const older = remindKey(flow, id, unit, step);
      if (isFree(report?.deliveries[older], now)) over.push({ key: older, doc });
    }
  }
}
