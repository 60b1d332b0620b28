import { dateIn } from "../core/calendar/words.ts";
import { emptyDoc, evolve } from "../core/document.ts";
import { reportKey, type UnitId } from "../core/entry.ts";
import type { Flow } from "../core/flow/flow.ts";
import { sumOf } from "../core/interview/checking.ts";
import type { Report } from "../core/report.ts";
import { nameIn } from "../core/roster.ts";
import type { Round } from "../core/round.ts";
import { tabulate } from "../core/table/tabulate.ts";
import type { Return, UnitPart } from "../exports/export.ts";
import type { Language } from "../wording/wording.ts";
import { printed } from "./contacts.ts";
import { readReport } from "./documents.ts";
import type { House } from "./house.ts";
import { standingOf } from "./standings.ts";

/** Which reports a return is made of: those that a posting counted, or all as they stand. */
export type Counting = Readonly<Record<UnitId, number>> | "as-it-stands";

/** Reads what a consolidated return is made of; only submitted reports go into its totals. */
export async function returnOf(
  house: House,
  flow: Flow,
  round: Round,
  counting: Counting,
  language: Language,
  only: (unit: UnitId) => boolean = () => true,
): Promise<Return> {
  const units = await Promise.all(
    round.units.filter(only).map(async (unit) => {
      const report = await countedReport(house, round, unit, counting);
      return partOf(house, round, unit, report, language);
    }),
  );
  return {
    flow,
    round,
    language,
    head: await headOf(house, flow, language),
    asOf: dateIn(round.covers.to - 1, flow.calendar.zone),
    tables: tabulate(flow, units),
    units,
  };
}

/** The return of the round before, as it stands; undefined for the first. */
export async function previousReturn(
  house: House,
  flow: Flow,
  round: Round,
  language: Language,
  only?: (unit: UnitId) => boolean,
): Promise<Return | undefined> {
  const before = house.rounds.of(round.flow).findLast((each) => each.due < round.due);
  return before && returnOf(house, flow, before, "as-it-stands", language, only);
}

async function partOf(house: House, round: Round, id: UnitId, report: Report, language: Language): Promise<UnitPart> {
  const unit = house.people.unit(id);
  const past = await house.past.before(round, id);
  const { submission } = report;
  const member = submission && house.people.member(submission.by);
  const by = member && (await printed(house.contacts, member, submission.at));
  const zero = submission?.zero ?? false;
  const current = submission ? [{ number: round.number, cells: report.cells, zero }] : [];
  return {
    id,
    name: nameIn(unit.name, language),
    department: unit.department ?? "",
    standing: standingOf(report),
    ...(submission ? { submittedAt: submission.at, number: submission.number } : {}),
    ...(by ? { submittedBy: nameIn(by.name, language) } : {}),
    zero,
    report,
    cumulative: sumOf([...past, ...current]),
    told: report.told,
    kept: report.kept,
  };
}

/** The report as it was counted; one that was not counted is a draft to this return, whatever became of it since. */
async function countedReport(house: House, round: Round, unit: UnitId, counting: Counting): Promise<Report> {
  const report = await readReport(house.store, round.flow, round.round, unit);
  const revision = counting === "as-it-stands" ? report.revision : (counting[unit] ?? 0);
  if (report.revision === revision) return report;
  if (revision === 0) {
    const { submission: _later, ...rest } = report;
    return { ...rest, status: report.status === "none" ? "none" : "draft" };
  }
  const key = reportKey(round.flow, round.round, unit);
  let doc = emptyDoc(key);
  for (const { entry } of await house.store.history(key)) {
    if (doc.kind === "report" && doc.doc.revision === revision) break;
    doc = evolve(doc, entry);
  }
  return doc.kind === "report" ? doc.doc : report;
}

/** The head of the sheet: who sends it up, and the coordinator's name and telephone. */
async function headOf(house: House, flow: Flow, language: Language): Promise<Return["head"]> {
  const { roster } = house.people;
  const coordinators = roster.people.filter(({ role }) => role === "coordinator");
  const reporter = coordinators.find(({ unit }) => unit === flow.lead) ?? coordinators[0];
  const by = reporter && (await printed(house.contacts, reporter, house.clock.now()));
  return {
    unit: nameIn(house.people.unit(flow.lead).name, language),
    reporter: by ? nameIn(by.name, language) : "",
    phone: by?.phone ?? "",
  };
}
