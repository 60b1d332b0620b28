import { nextDue } from "../core/calendar/next-due.ts";
import { overseersOf, reportingUnits } from "../core/calendar/reporting.ts";
import { type OwedInput, roundsReminded } from "../core/calendar/standing.ts";
import type { RoundId, UnitId } from "../core/entry.ts";
import type { Report } from "../core/report.ts";
import type { Instant } from "../core/time.ts";
import { readReport } from "./documents.ts";
import type { Running } from "./flows.ts";
import type { House } from "./house.ts";

/** Reads what is needed to tell what is owed for a flow: its rounds, and the reports that a reminder may be about. */
export async function dutiesOf(house: House, { flow, since, versions }: Running): Promise<OwedInput> {
  const { roster } = house.people;
  const units = reportingUnits(flow, roster);
  const known = {
    flow,
    earlier: new Map(versions.map(({ hash, calendar }) => [hash, calendar])),
    installedSince: since,
    units,
    overseers: overseersOf(roster, units),
    rounds: new Map(house.rounds.of(flow.id).map((round) => [round.round, round])),
  };
  const reports = new Map<RoundId, ReadonlyMap<UnitId, Report>>();
  for (const id of roundsReminded(known, house.clock.now())) {
    const counted = known.rounds.get(id)?.units ?? [];
    const read = await Promise.all(counted.map((unit) => readReport(house.store, flow.id, id, unit)));
    reports.set(id, new Map(read.map((report) => [report.unit, report])));
  }
  return { ...known, reports };
}

/** The next instant later than `after` at which anything falls due in any flow. */
export async function nextDuty(house: House, after: Instant): Promise<Instant | undefined> {
  const instants: Instant[] = [];
  for (const running of house.flows) {
    const next = nextDue(await dutiesOf(house, running), after);
    if (next !== undefined) instants.push(next);
  }
  return instants.length === 0 ? undefined : Math.min(...instants);
}
