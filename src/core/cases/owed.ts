import { Temporal } from "temporal-polyfill";
import { afterQuiet } from "../calendar/quiet.ts";
import type { Case, Recipient } from "../case.ts";
import { freeFrom } from "../delivery.ts";
import type { PersonId } from "../entry.ts";
import type { Instant } from "../time.ts";
import { type CaseFlow, stateOf } from "./case-flow.ts";
import { dueAt, isUnderWay } from "./due.ts";
import type { CaseNag, Party } from "./schema.ts";

/** One thing owed to somebody about a case: a step to be told of, or a nag; the delivery key that it is recorded under. */
export type CaseOwed = { readonly key: string; readonly to: Recipient; readonly at: Instant } & (
  | { readonly kind: "tell"; readonly step: number }
  /** `next`: whose turn it is where it does not get to whom it is for. */
  | { readonly kind: "nag"; readonly urgent: boolean; readonly next: readonly Recipient[] }
);

/** Who a party of the case is just now. */
export type Parties = (party: Party, doc: Case) => readonly Recipient[];

/** A nag repeats so often at most: after that somebody has to be called. */
const MOST = 20;

/** What is owed about a case at `now`: every step to whom it is told, in order, and the newest of each nag that is due. */
export function owedOfCase(flow: CaseFlow, doc: Case, parties: Parties, now: Instant): readonly CaseOwed[] {
  const free = ({ key }: CaseOwed) => {
    const from = freeFrom(doc.deliveries[key]);
    return from !== undefined && from <= now;
  };
  return [...tells(doc), ...nags(flow, doc, parties, now)].filter(free);
}

/** The next instant later than `after` at which a nag about the case falls due; undefined where none does. */
export function nextOfCase(flow: CaseFlow, doc: Case, after: Instant): Instant | undefined {
  const all = rungs(flow, doc).flatMap(({ times }) => times.filter((at) => at > after));
  const leases = Object.values(doc.deliveries).flatMap((each) =>
    each.state === "sending" && each.until > after ? [each.until] : [],
  );
  const instants = [...all, ...leases];
  return instants.length === 0 ? undefined : Math.min(...instants);
}

function tells(doc: Case): readonly CaseOwed[] {
  return doc.trail.flatMap(({ tells, at }, step) =>
    tells.map((to): CaseOwed => ({ kind: "tell", key: `tell/${name(doc)}/${step}/${idOf(to)}`, to, at, step })),
  );
}

function nags(flow: CaseFlow, doc: Case, parties: Parties, now: Instant): readonly CaseOwed[] {
  return rungs(flow, doc).flatMap(({ nag, rung, base, times }) => {
    const due = times.filter((at) => at <= now);
    const at = due.at(-1);
    if (at === undefined) return [];
    const turn = due.length - 1;
    const people = nag.to.flatMap((party) => parties(party, doc));
    const begins = turn % Math.max(1, people.length);
    const [first, ...others] = [...people.slice(begins), ...people.slice(0, begins)];
    const reached = nag.in_turn ? (first ? [first] : []) : people;
    return reached.map((to): CaseOwed => {
      const key = `nag/${name(doc)}/${entered(doc)}/${rung}-${turn}-${base}/${idOf(to)}`;
      return { kind: "nag", key, to, at, urgent: nag.urgent, next: nag.in_turn ? others : [] };
    });
  });
}

type Rung = {
  readonly nag: CaseNag;
  readonly rung: number;
  readonly base: Instant;
  readonly times: readonly Instant[];
};

/** The nags of the state that the case is in, each with the instants at which it falls due; none once it is closed. */
function rungs(flow: CaseFlow, doc: Case): readonly Rung[] {
  const { stage } = doc;
  if (stage.kind !== "opened" || !isUnderWay(flow, doc)) return [];
  return stateOf(flow, stage.state).nags.flatMap((nag, rung): readonly Rung[] => {
    const base = nag.on === "due" ? dueAt(flow, doc) : stage.since;
    if (base === undefined) return [];
    const first = Temporal.Instant.fromEpochMilliseconds(base).toZonedDateTimeISO(flow.zone);
    const start = nag.before === undefined ? first.add(nag.after ?? "PT0M") : first.subtract(nag.before);
    const times: Instant[] = [];
    // Each counts from the one before as it went out: after a weekend they do not follow upon each other's heels.
    for (let at = start; times.length < (nag.again ? MOST : 1); at = at.add(nag.again ?? "PT0M")) {
      const quiet = afterQuiet({ ...flow, holidays: { off: [], worked: [] } }, at.epochMilliseconds);
      if (quiet === undefined || (quiet < stage.since && nag.again === undefined)) break;
      at = Temporal.Instant.fromEpochMilliseconds(quiet).toZonedDateTimeISO(flow.zone);
      if (quiet >= stage.since) times.push(quiet);
    }
    return [{ nag, rung, base, times }];
  });
}

/** The step with which the case came into its state: steps that leave it there begin no ladder anew. */
function entered({ trail }: Case): number {
  return trail.findLastIndex(({ to }) => to !== undefined);
}

function name({ flow, case: id }: Case): string {
  return `${flow}/${id}`;
}

function idOf(to: Recipient): PersonId | string {
  return "person" in to ? to.person : `group-${to.group}`;
}
