import { Temporal } from "temporal-polyfill";
import type { FlowId, PersonId, RoundId, UnitId } from "../entry.ts";
import type { Calendar } from "../flow/schema.ts";
import type { Report } from "../report.ts";
import { closesAt, type Round } from "../round.ts";
import type { Duration, Instant } from "../time.ts";
import { ladderOf, type Step } from "./ladder.ts";
import { type Planned, plannedFrom, plannedRound } from "./rounds.ts";

/** What is owed is reckoned from this and the clock alone. */
export type OwedInput = {
  readonly flow: { readonly id: FlowId; readonly calendar: Calendar };
  /** Calendars of earlier texts of the flow, by hash: an open round goes on under the text that it was opened with. */
  readonly earlier?: ReadonlyMap<string, Calendar>;
  /** Rounds due at this instant or before are not owed, nor is any reminder of an earlier time. */
  readonly installedSince: Instant;
  /** The units that report, in the order of the roster. */
  readonly units: ReadonlySet<UnitId>;
  readonly overseers: readonly Overseer[];
  /** Whether what is posted has somewhere to go: a version waits for its group. */
  readonly posts: boolean;
  /** Every round of the flow that has an entry: one that is left out would be opened again. */
  readonly rounds: ReadonlyMap<RoundId, Round>;
  /** Reports that have an entry, of the rounds that `roundsReminded` names at least: one left out has not been given. */
  readonly reports: ReadonlyMap<RoundId, ReadonlyMap<UnitId, Owing>>;
};

/** What of a report tells whether it is owed a reminder. */
export type Owing = Pick<Report, "status" | "deliveries" | "later"> &
  Partial<Pick<Report, "kept" | "changedAt" | "settled" | "toApprove">>;

/** Whether nothing is to be had from the unit any more: sent, and every doubt in it explained. */
export function isSettled(owing: Owing | undefined): boolean {
  return owing?.status === "submitted" && !isUnexplained(owing);
}

/** Whether a change to what is counted waits for the unit to say why. */
export function isChangeWaiting({ status, settled, toApprove }: Owing): boolean {
  return status === "submitted" && settled !== undefined && toApprove === undefined;
}

/** Whether a warning of the report stands without its reason. */
export function isUnexplained({ kept }: Pick<Owing, "kept">): boolean {
  return kept?.some(({ unexplained }) => unexplained) ?? false;
}

/** Somebody who coordinates, and the units that they answer for. */
export type Overseer = {
  readonly person: PersonId;
  readonly role: "coordinator" | "city-coordinator";
  readonly units: ReadonlySet<UnitId>;
};

/** What stands apart from the reports, of which there are too many to read before it is known which are needed. */
type Rounds = Omit<OwedInput, "reports">;

/** A round that is to be opened, and when. */
export type Pending = { readonly planned: Planned; readonly at: Instant };

/** The rounds that are yet to be opened, oldest first; one that was open when the flow was installed opens then. */
export function* pendingRounds(input: Rounds): Generator<Pending, undefined> {
  for (const planned of plannedFrom(input.flow.calendar, input.installedSince))
    if ((input.rounds.get(planned.id)?.state ?? "unopened") === "unopened")
      yield { planned, at: Math.max(planned.opens, input.installedSince) };
}

/** A round that has been opened, the rungs that may still go out, and how long a unit has rest between two. */
export type Laddered = {
  readonly round: Round;
  readonly calendar: Calendar;
  readonly steps: readonly Step[];
  readonly apart: Duration;
};

/**
 * The ladders of opened rounds, newest round first. A frozen round's ladder ends with the opening of the next: a rung
 * that has not gone out by then has been overtaken by the next round's own, which covers what this one missed.
 */
export function* ladders(input: Rounds, now: Instant): Generator<Laddered, undefined> {
  let overtaken = newestPending(input, now);
  for (const round of newestFirst(input.rounds)) {
    const calendar = input.earlier?.get(round.flowHash) ?? input.flow.calendar;
    const planned = asOpened(calendar, round);
    const stage = stageOf(round, now);
    const ladder = ladderOf(calendar, planned);
    const steps = ladder.filter((step) => stage === "open" || step.at >= overtaken);
    // In a locked round nobody can report, and nobody is asked to.
    // While it is open a unit may have asked for a reminder of its own, also where the flow has none.
    const reminds = stage === "open" || (stage === "late" && steps.length > 0);
    if (reminds && !round.lock) yield { round, calendar, steps, apart: apartIn(calendar) };
    // Rungs of older rounds are older still.
    if (stage === "late" && steps.length === 0 && ladder.length > 0) return;
    const opens = plannedRound(calendar, round.round)?.opens ?? planned.opens;
    if (planned.opens <= now) overtaken = Math.max(overtaken, opens, input.installedSince);
  }
}

/** The opened rounds that may still have a reminder to send, newest first: those whose reports have to be looked at. */
export function roundsReminded(input: Rounds, now: Instant): readonly RoundId[] {
  return [...ladders(input, now)].map(({ round }) => round.round);
}

/** Which rungs an opened round may send: those for units that are in time, or late; none while it waits to be frozen. */
export function stageOf(round: Round, now: Instant): Step["stage"] | "due" {
  if (round.state === "frozen") return "late";
  if (now < round.due) return "open";
  return now < closesAt(round) ? "late" : "due";
}

/** When the rungs of a stage may go out, as the round stands: from, up to and not including. */
export function windowOf(round: Round, stage: Step["stage"]): { readonly from: Instant; readonly to: Instant } {
  if (stage === "open")
    return { from: Number.NEGATIVE_INFINITY, to: round.state === "frozen" ? Number.NEGATIVE_INFINITY : round.due };
  return { from: round.due, to: round.state === "frozen" ? Number.POSITIVE_INFINITY : closesAt(round) };
}

/** How long a unit has rest between two reminders; none where the flow says nothing. */
export function apartIn({ apart }: Pick<Calendar, "apart">): Duration {
  return apart === undefined ? 0 : Temporal.Duration.from(apart).total("milliseconds");
}

function newestPending(input: Rounds, now: Instant): Instant {
  let newest = Number.NEGATIVE_INFINITY;
  for (const { at } of pendingRounds(input)) {
    if (at > now) break;
    newest = at;
  }
  return newest;
}

function newestFirst(rounds: ReadonlyMap<RoundId, Round>): readonly Round[] {
  return [...rounds.values()]
    .filter((round) => round.state !== "unopened")
    .sort((a, b) => (a.round < b.round ? 1 : -1));
}

/** The round as it was opened, which is never reckoned again, whatever the calendar says since. */
function asOpened(calendar: Calendar, round: Round): Planned {
  const opens = round.openedAt ?? plannedRound(calendar, round.round)?.opens ?? round.due;
  return {
    id: round.round,
    number: round.number,
    regularDue: round.round,
    opens,
    due: round.due,
    closes: closesAt(round),
    covers: round.covers,
  };
}
