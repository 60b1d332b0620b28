import { type Entry, reportKey } from "../../core/entry.ts";
import { dayAndClock } from "../../core/interview/when.ts";
import { type Block, type Text, textOf, worded } from "../../core/message.ts";
import type { Report } from "../../core/report.ts";
import { isConfirmed } from "../../core/report-changes.ts";
import type { KeptWarning } from "../../core/report-entry.ts";
import { nameIn } from "../../core/roster.ts";
import { closesAt, type Round } from "../../core/round.ts";
import { asCounted, type Reason } from "../../core/submission.ts";
import { cellsOf, type Figure } from "../../core/table/figure.ts";
import type { Line } from "../../core/table/ledger.ts";
import { type Change, changesOf, givenBy } from "../../core/table/provenance.ts";
import type { Language } from "../../wording/wording.ts";
import { readReport } from "../documents.ts";
import type { House } from "../house.ts";
import type { Question } from "../inquiries/asking.ts";
import { wayOf } from "../way-of.ts";
import type { Contribution } from "./contributions.ts";
import { shownIn } from "./headline.ts";
import { reasonIn } from "./revised.ts";
import { said } from "./why-checks.ts";

/** So many messages that gave parts of a sum are named; the newest ones. */
const SOURCES = 6;

/** One contributor: how much, who, when, in what words; then its corrections, and why a warning was let stand. */
export async function whyUnit(
  house: House,
  { flow, asked }: Question,
  figure: Figure,
  { unit, figure: amount, to, lines }: Contribution,
  correctionsAlone: boolean,
  language: Language,
): Promise<readonly Block<Text>[]> {
  const line = lines.at(-1);
  if (!line) return [];
  const parts = cellsOf(figure);
  const read = [...parts.of, ...parts.to];
  const key = reportKey(flow.id, line.round, unit);
  const history = (await house.store.history(key)).map(({ entry }) => entry);
  const changes = changesOf(key, history, { ...parts, decimals: figure.column.decimals });
  const corrections = changes.filter(({ corrects }) => corrects);
  if (correctionsAlone && corrections.length === 0) return [];
  const given = givenBy(key, history, { ...parts, decimals: figure.column.decimals }).slice(-SOURCES);
  const last = changes.findLast(({ waits }) => !waits)?.entry;
  const sources = given.length > 0 ? given.map(({ entry }) => entry) : last ? [last] : [];
  const round = house.rounds.of(flow.id).find((each) => each.round === line.round);
  const shown = to === undefined ? shownIn(figure.column, amount) : `${amount}/${to}`;
  const earlier = asked.rounds.length > 1 || asked.figures === "cumulative";
  const report = await readReport(house.store, flow.id, line.round, unit);
  const kept = asCounted(report).kept.filter(({ cells }) => cells.some((cell) => read.includes(cell)));
  return [
    worded("why-unit", {
      unit: textOf(house.people.unit(unit).short),
      figure: shown,
      marks: marksOf(line, round, amount, earlier),
    }),
    ...sources.map((source) => worded("why-source", sourceArgs(house, source, history, figure, flow, language))),
    ...lateReason(report, language),
    ...corrections.flatMap((change) => [
      worded(correctionKey(change, report), correctionArgs(change, history, figure, flow)),
      ...reasonLine(correctionReason(history, change), language),
    ]),
    ...kept.map((warning) => worded(keptKey(warning), { what: said(flow, warning), reason: warning.reason ?? "" })),
  ];
}

function sourceArgs(
  house: House,
  entry: Entry,
  history: readonly Entry[],
  figure: Figure,
  flow: Question["flow"],
  language: Language,
) {
  const who = house.people.member(entry.by);
  const unit = who && nameIn(house.people.unit(who.unit).name, language);
  const name = who ? nameIn(who.name, language) : "";
  // The unit stands right above: of a post that is named after it only the post is new.
  const named: Text = unit && who && name.startsWith(unit) ? { key: `post-${who.role}` } : name;
  return { when: dayAndClock(entry.at, flow), who: named, way: wayOf(entry, history, figure) };
}

/** A doubt that stands: with its reason, on a bare yes, or without a word yet. */
function keptKey(warning: KeptWarning): string {
  if (isConfirmed(warning)) return "why-kept-confirmed";
  return warning.unexplained ? "why-kept-unexplained" : "why-kept";
}

/** A correction that counts, or one that waits: for the head's approval, or for the unit to say why. */
function correctionKey({ waits }: Change, { toApprove }: Report): string {
  if (!waits) return "why-correction";
  return toApprove === undefined ? "why-correction-waiting" : "why-correction-head";
}

function correctionArgs(
  { before, after, entry }: Change,
  history: readonly Entry[],
  figure: Figure,
  flow: Question["flow"],
) {
  return {
    before: shownIn(figure.column, before),
    after: shownIn(figure.column, after),
    when: dayAndClock(entry.at, flow),
    way: wayOf(entry, history, figure),
  };
}

/** Why the report came late, where it did. */
function lateReason({ submission }: Report, language: Language): readonly Block<Text>[] {
  return submission?.late ? reasonLine(submission.reason, language, "why-late-reason") : [];
}

function reasonLine(reason: Reason | undefined, language: Language, key = "why-reason"): readonly Block<Text>[] {
  const words = reasonIn(reason, language);
  return words === "" ? [] : [worded(key, { reason: words })];
}

/** The reason stands with the entry that made the change count, which follows the change itself. */
function correctionReason(history: readonly Entry[], { entry }: Change): Reason | undefined {
  const settled = history.slice(history.indexOf(entry)).find(({ kind }) => kind === "corrected");
  return settled?.kind === "corrected" ? settled.reason : undefined;
}

/** 补报: after the freeze. 迟报: late for the units' own time, and still before it. */
function marksOf(line: Line, round: Round | undefined, amount: number, several: boolean): Text {
  const marks: Text[] = [];
  if (line.standing === "late")
    marks.push({ key: round && (line.submittedAt ?? 0) >= closesAt(round) ? "mark-after-freeze" : "mark-late" });
  if (line.standing === "draft") marks.push({ key: "mark-draft" });
  if (amount < 0) marks.push({ key: "mark-taken-off" });
  if (several && round) marks.push({ key: "round-numbered", args: { number: round.number } });
  return marks.length === 0 ? "" : { join: [" · ", { join: marks, by: " · " }], by: "" };
}
