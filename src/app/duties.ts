import { nextDue } from "../core/calendar/next-due.ts";
import { reportingUnits } from "../core/calendar/reporting.ts";
import type { OwedInput } from "../core/calendar/standing.ts";
import type { RoundId, UnitId } from "../core/entry.ts";
import type { Report } from "../core/report.ts";
import type { Instant } from "../core/time.ts";
import { readReport } from "./documents.ts";
import type { Running } from "./flows.ts";
import type { House } from "./house.ts";

/** Frozen rounds whose ladders may still hold something: the newest, and one before it that overlaps. */
const STILL_REMINDED = 2;

/** Reads what is needed to tell what is owed for a flow: its rounds, and the reports of those not long past. */
export async function dutiesOf(house: House, running: Running): Promise<OwedInput> {
  const { flow, since, versions } = running;
  const rounds = house.rounds.of(flow.id);
  const recent = rounds.filter((round, index) => round.state === "open" || index >= rounds.length - STILL_REMINDED);
  const reports = new Map<RoundId, ReadonlyMap<UnitId, Report>>();
  for (const { round, units } of recent) {
    const read = await Promise.all(units.map((unit) => readReport(house.store, flow.id, round, unit)));
    reports.set(round, new Map(read.map((report) => [report.unit, report])));
  }
  return {
    flow,
    earlier: new Map(versions.map(({ hash, calendar }) => [hash, calendar])),
    installedSince: since,
    units: reportingUnits(flow, house.people.roster),
    rounds: new Map(rounds.map((round) => [round.round, round])),
    reports,
  };
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
