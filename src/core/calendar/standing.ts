import type { FlowId, PersonId, RoundId, UnitId } from "../entry.ts";
import type { Calendar } from "../flow/schema.ts";
import type { Report } from "../report.ts";
import type { Round } from "../round.ts";
import type { Instant } from "../time.ts";
import { ladderOf, type Step } from "./ladder.ts";
import { type Planned, plannedFrom, plannedRound } from "./rounds.ts";

/** What is owed is reckoned from this and the clock alone. */
export type OwedInput = {
  readonly flow: { readonly id: FlowId; readonly calendar: Calendar };
  /** Calendars of earlier texts of the flow, by hash: an open round goes on under the text that it was opened with. */
  readonly earlier?: ReadonlyMap<string, Calendar>;
  /** Rounds due at this instant or before are not owed, nor is any reminder of an earlier time. */
  readonly installedSince: Instant;
  /** The units that report, in the order of the roster, and those of their people whom a reminder goes to. */
  readonly units: ReadonlyMap<UnitId, readonly PersonId[]>;
  /** Every round of the flow that has an entry: one that is left out would be opened again. */
  readonly rounds: ReadonlyMap<RoundId, Round>;
  /** Reports that have an entry, of the rounds that `roundsReminded` names at least: one left out has not been given. */
  readonly reports: ReadonlyMap<RoundId, ReadonlyMap<UnitId, Pick<Report, "status" | "deliveries">>>;
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

/** A round that has been opened, and the rungs that may still go out. */
export type Laddered = { readonly round: Round; readonly steps: readonly Step[] };

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
    if (stage !== "due" && steps.length > 0) yield { round, steps };
    // Rungs of older rounds are older still.
    if (stage === "frozen" && steps.length === 0 && ladder.length > 0) return;
    const opens = plannedRound(calendar, round.round)?.opens ?? planned.opens;
    if (planned.opens <= now) overtaken = Math.max(overtaken, opens, input.installedSince);
  }
}

/** The opened rounds that may still have a reminder to send, newest first: those whose reports have to be looked at. */
export function roundsReminded(input: Rounds, now: Instant): readonly RoundId[] {
  return [...ladders(input, now)].map(({ round }) => round.round);
}

/** Which rungs an opened round may send: none between the due time and the freeze. */
export function stageOf(round: Round, now: Instant): "open" | "due" | "frozen" {
  if (round.state === "frozen") return "frozen";
  return now < round.due ? "open" : "due";
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
    covers: round.covers,
  };
}
