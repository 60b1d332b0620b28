import { withDecisions } from "../../core/calendar/days-off.ts";
import { nextDue } from "../../core/calendar/next-due.ts";
import { overseersOf, reportingUnits } from "../../core/calendar/reporting.ts";
import { plannedFrom } from "../../core/calendar/rounds.ts";
import { type OwedInput, roundsReminded } from "../../core/calendar/standing.ts";
import type { freeFrom } from "../../core/delivery.ts";
import type { PersonId, RoundId, UnitId } from "../../core/entry.ts";
import { inquiryDuties, inquiryKey } from "../../core/inquiry.ts";
import { type NewsDuty, newsDuties } from "../../core/news.ts";
import type { Report } from "../../core/report.ts";
import type { Round } from "../../core/round.ts";
import { type SigningDuty, signingDuties } from "../../core/signing.ts";
import type { Instant } from "../../core/time.ts";
import { readInquiries, readReport, readRound } from "../documents.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";
import { canPost } from "../people/leadership.ts";
import { alone } from "./alone.ts";

/** Rounds ahead that may be asked about. */
const AHEAD = 3;

/** Reads what is needed to tell what is owed for a flow: its rounds, and the reports that a reminder may be about. */
export async function dutiesOf(house: House, running: Running): Promise<OwedInput> {
  const { flow, since, versions } = running;
  const { roster } = house.people;
  const units = reportingUnits(flow, roster);
  const rounds = new Map((await decidedRounds(house, running)).map((round) => [round.round, round]));
  const known = {
    flow: { id: flow.id, calendar: withDecisions(flow.calendar, rounds.values()) },
    earlier: new Map(versions.map(({ hash, calendar }) => [hash, calendar])),
    installedSince: since,
    units,
    overseers: overseersOf(roster, units),
    posts: canPost(house),
    rounds,
  };
  const reports = new Map<RoundId, ReadonlyMap<UnitId, Report>>();
  for (const id of roundsReminded(known, house.clock.now())) {
    const counted = known.rounds.get(id)?.units ?? [];
    const read = await Promise.all(counted.map((unit) => readReport(house.store, flow.id, id, unit)));
    reports.set(id, new Map(read.map((report) => [report.unit, report])));
  }
  return { ...known, reports };
}

/** Every round that has been opened, and those to come that something may have been asked or decided about. */
async function decidedRounds(house: House, { flow: { id, calendar }, since }: Running): Promise<readonly Round[]> {
  const opened = house.rounds.of(id);
  const now = house.clock.now();
  const ahead: Round[] = [];
  let later = 0;
  for (const planned of plannedFrom(calendar, opened.at(-1)?.due ?? since)) {
    // What should have opened by now is pending as well, after a long sleep or at this very instant.
    if (planned.opens > now) later += 1;
    if (later > AHEAD) break;
    if (!opened.some(({ round }) => round === planned.id)) ahead.push(await readRound(house.store, id, planned.id));
  }
  return [...opened, ...ahead];
}

/** What is to be said in a flow about reports that heads sign off, now or later. */
function signingsOf({ rounds, people, clock }: House, { flow }: Running): readonly SigningDuty[] {
  return rounds.of(flow.id).flatMap((round) => signingDuties(round, headsIn({ people }), clock.now()));
}

/** Who signs off the reports of a unit just now. */
export function headsIn({ people }: Pick<House, "people">): (unit: UnitId) => readonly PersonId[] {
  return (unit) => people.heads(unit).map(({ id }) => id);
}

/** What others are still to hear of, now or later; `free` says from when a delivery may be tried. */
export function newsOf({ untold }: House, free?: typeof freeFrom): readonly NewsDuty[] {
  return [...untold.all()].flatMap(([doc, news]) => newsDuties(doc, news, free));
}

/** The next instant later than `after` at which anything falls due, in any flow that can be read. */
export async function nextDuty(house: House, after: Instant): Promise<Instant | undefined> {
  const instants: Instant[] = newsOf(house).flatMap(({ from }) => (from > after ? [from] : []));
  for (const running of house.flows) {
    await alone(house, running.flow.id, async () => {
      const next = nextDue(await dutiesOf(house, running), after);
      if (next !== undefined) instants.push(next);
    });
    await alone(house, inquiryKey(running.flow.id), async () => {
      const said = [...inquiryDuties(await readInquiries(house.store, running.flow.id)), ...signingsOf(house, running)];
      for (const { from } of said) if (from > after) instants.push(from);
    });
  }
  return instants.length === 0 ? undefined : Math.min(...instants);
}
