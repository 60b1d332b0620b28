import { dateIn } from "../../core/calendar/words.ts";
import { filledFrom } from "../../core/cells.ts";
import { evolve } from "../../core/document.ts";
import { reportKey, type UnitId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { sumOf } from "../../core/interview/doubts/checking.ts";
import { emptyReport, type Report } from "../../core/report.ts";
import { nameIn } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import { asCounted } from "../../core/submission.ts";
import type { Asked } from "../../core/table/asked.ts";
import type { Return, UnitPart, UnitRound } from "../../exports/export.ts";
import { type Language, labelIn } from "../../wording/wording.ts";
import { readReport } from "../documents.ts";
import type { House } from "../house.ts";
import type { Question } from "../inquiries/asking.ts";
import { printed } from "../people/contacts.ts";
import { type Only, onlyOf, rangeOf, tablesIn } from "./consolidate.ts";
import { type ReturnSums, sumsOf } from "./return-sums.ts";
import { standingOf } from "./standings.ts";

/** Which reports a return is made of: those that a posting counted, or all as they stand. */
export type Counting = Readonly<Record<UnitId, number>> | "as-it-stands";

/**
 * Reads what a consolidated return is made of, of the round's own units unless others are given; only submitted reports
 * go into its totals.
 */
export async function returnOf(
  house: House,
  flow: Flow,
  round: Round,
  counting: Counting,
  language: Language,
  only: Only = () => true,
  whose = round.units,
): Promise<Return> {
  const reports = await Promise.all(whose.filter(only).map((unit) => countedReport(house, round, unit, counting)));
  const sums = await sumsOf(house, flow, round, reports, only);
  return {
    flow,
    round,
    language,
    head: await headOf(house, flow, language),
    asOf: dateIn(round.covers.to - 1, flow.calendar.zone),
    tables: sums.tables,
    units: await Promise.all(reports.map((report) => partOf(house, report, sums, language))),
  };
}

/** Who owed any of some rounds, oldest first: the units of the newest in their order, then those that it lacks. */
function unitsOf(rounds: readonly Round[]): readonly UnitId[] {
  return [...new Set(rounds.toReversed().flatMap(({ units }) => units))];
}

/** The return of the round before, as it stands; undefined for the first. */
export async function previousReturn(
  house: House,
  flow: Flow,
  round: Round,
  language: Language,
  only?: Only,
): Promise<Return | undefined> {
  const before = house.rounds.of(round.flow).findLast((each) => each.due < round.due);
  return before && returnOf(house, flow, before, "as-it-stands", language, only);
}

/** The return of a question, for the files that go with its answer: of one round, or of a span. */
export async function returnFor(house: House, question: Question, only: Only, language: Language): Promise<Return> {
  const { asked } = question;
  const of =
    asked.rounds.length === 1
      ? await lastReturn(house, question, only, language)
      : await spanReturn(house, question, only, language);
  const scope = scopeOf(house, asked, language);
  return scope === "" ? of : { ...of, scope };
}

/** What a question is narrowed to, in a language: 福州 · 药监 · 口罩; empty where it is about everything. */
function scopeOf({ people }: House, { node, department, row }: Asked, language: Language): string {
  const { departments } = people.roster;
  return [
    ...(node === undefined ? [] : [nameIn(people.unit(node).short, language)]),
    ...(department === undefined ? [] : [nameIn(departments[department] ?? department, language)]),
    ...(row ? [labelIn(row.short, language)] : []),
  ].join(" · ");
}

/**
 * The return of a span, be it of one round, of all who owed any of its rounds. Each unit's figures are the sums over its rounds, it has reported where it
 * did in any of them, and how it stood and what it wrote in each stands beside.
 */
export async function spanReturn(house: House, question: Question, only: Only, language: Language): Promise<Return> {
  const { flow, asked } = question;
  const whole = await lastReturn(house, question, only, language, unitsOf(asked.rounds));
  const tables = tablesIn(await rangeOf(house, flow, asked, only, true));
  const owing = asked.rounds.map((round): Covered => ({ round, units: new Set(round.units) }));
  const units = await Promise.all(whole.units.map((part) => spanned(house, owing, part)));
  return { ...whole, rounds: asked.rounds, tables, units };
}

function lastReturn(
  house: House,
  { flow, asked, newest }: Question,
  only: Only,
  language: Language,
  whose?: readonly UnitId[],
): Promise<Return> {
  const last = asked.rounds.at(-1) ?? newest;
  return returnOf(house, flow, last, "as-it-stands", language, onlyOf(house, flow, asked, only), whose);
}

/** A round of a span, and who owed a report in it. */
type Covered = { readonly round: Round; readonly units: ReadonlySet<UnitId> };

async function spanned(house: House, rounds: readonly Covered[], part: UnitPart): Promise<UnitPart> {
  const reports = await Promise.all(
    rounds.map(async ({ round }) => asCounted(await readReport(house.store, round.flow, round.round, part.id))),
  );
  const byRound = rounds.map(({ round: { number, state }, units }, index): UnitRound => {
    const report = reports[index];
    if (!report || !units.has(part.id)) return { number, standing: "none", told: {} };
    if (report.status === "submitted") return { number, standing: standingOf(report), told: report.told };
    return { number, standing: state === "open" ? "open" : standingOf(report), told: {} };
  });
  const sent = reports.filter(({ status }) => status === "submitted");
  if (sent.length === 0) return { ...part, byRound };
  const cells = sumOf(sent.map((report) => ({ number: 0, cells: report.cells, zero: false })));
  return {
    ...part,
    standing: part.standing === "late" ? "late" : "on-time",
    report: { ...part.report, status: "submitted", cells: filledFrom(cells) },
    kept: sent.flatMap(({ kept }) => kept),
    byRound,
  };
}

async function partOf(house: House, report: Report, sums: ReturnSums, language: Language): Promise<UnitPart> {
  const unit = house.people.unit(report.unit);
  // A report that waits for its head's approval has been sent, and counts for nothing yet.
  const submission = report.status === "submitted" ? report.submission : undefined;
  const member = submission && house.people.member(submission.by);
  const by = member && (await printed(house.contacts, member, submission.at));
  return {
    id: unit.id,
    name: nameIn(unit.name, language),
    department: unit.department ?? "",
    standing: standingOf(report),
    ...(submission ? { submittedAt: submission.at, number: submission.number } : {}),
    ...(by ? { submittedBy: nameIn(by.name, language) } : {}),
    zero: submission?.zero ?? false,
    report,
    cumulative: () => sums.cumulative(unit.id),
    told: report.told,
    kept: report.kept,
  };
}

/** The report as it was counted; one that was not counted is a draft to this return, whatever became of it since. */
async function countedReport(house: House, round: Round, unit: UnitId, counting: Counting): Promise<Report> {
  const report = await readReport(house.store, round.flow, round.round, unit);
  const counted = asCounted(report);
  const revision = counting === "as-it-stands" ? counted.revision : (counting[unit] ?? 0);
  if (counted.revision === revision) return counted;
  if (revision === 0) {
    const { submission: _later, ...rest } = report;
    return { ...rest, status: report.status === "none" ? "none" : "draft" };
  }
  return reportAt(house, round, unit, revision);
}

/** A unit's report as it stood at a revision, told anew from its history. */
export async function reportAt(house: House, round: Round, unit: UnitId, revision: number): Promise<Report> {
  const key = reportKey(round.flow, round.round, unit);
  let report = emptyReport(round.flow, round.round, unit);
  for (const { entry } of await house.store.history(key)) {
    if (report.revision === revision) break;
    const { kind, doc } = evolve({ kind: "report", doc: report }, entry);
    if (kind === "report") report = doc;
  }
  return report;
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
