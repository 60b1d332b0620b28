import { saysFigure } from "../../cells.ts";
import { questionsFor } from "../../flow/flow.ts";
import { say } from "../../message.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { isSent } from "../../submission.ts";
import type { Outcome } from "../outcome.ts";
import { changedBy } from "../outcome.ts";
import type { Situation } from "../situation.ts";
import { zeroTexts } from "./submit.ts";

/**
 * A zero report that was given figures is none any more: 本期无新增 would stand beside them. The outcome with that
 * narrative asked anew; as it was where it does not come to that.
 */
export function zeroWordsAskedAnew(situation: Situation, outcome: Outcome): Outcome {
  if (!situation.report.submission?.zero) return outcome;
  const { report } = changedBy(situation, outcome);
  if (!saysFigure(report.cells)) return outcome;
  const stale = zeroTexts(situation).find(({ id, text }) => {
    const told = report.told[id];
    return told?.kind === "text" && Object.values(text).includes(told.text);
  });
  if (!stale) return outcome;
  const corrected = say({ key: "receipt-corrected", args: { number: report.submission?.number ?? "" } });
  // In time by the clock, and the table is out already.
  const next = situation.round.state === "frozen" ? [say({ key: "receipt-next-version" })] : [];
  const args = { question: { label: stale.label }, text: { label: stale.text } };
  return {
    ...outcome,
    lead: [...outcome.lead, corrected, ...next, say({ key: "zero-words-stale", args })],
    ask: { kind: "screen", id: stale.id },
  };
}

/**
 * 本期无新增 of a report that is not sent yet, once its first figure comes: it is open again, as the same words are not
 * taken beside figures. The outcome as it was where it does not come to that.
 */
export function zeroWordsReopened(situation: Situation, outcome: Outcome): Outcome {
  if (isSent(situation.report) || saysFigure(situation.report.cells)) return outcome;
  const { report } = changedBy(situation, outcome);
  if (isSent(report) || !saysFigure(report.cells)) return outcome;
  const stale = zeroTexts(situation).filter(({ id, text }) => {
    const told = report.told[id];
    return told?.kind === "text" && Object.values(text).includes(told.text);
  });
  if (stale.length === 0) return outcome;
  const lines = stale.map(({ label, text }) =>
    say({ key: "zero-words-reopened", args: { question: { label }, text: { label: text } } }),
  );
  const unsaid: ReportEntry = { kind: "unsaid", questions: stale.map(({ id }) => id) };
  return { ...outcome, entries: [...outcome.entries, unsaid], lead: [...outcome.lead, ...lines] };
}

/** What goes with a zero report that is taken back: the answers that it gave by itself, as long as they stand. */
export function withoutZeroAnswers(situation: Situation): Pick<Outcome, "entries" | "lead"> {
  const { report, flow, unit } = situation;
  if (!report.submission?.zero) return { entries: [], lead: [] };
  const inWords = questionsFor(flow, unit.department ?? "").flatMap((each) => (each.type === "table" ? [] : [each]));
  const given = inWords.filter((question) => {
    if (!report.submission?.wrote?.includes(question.id)) return false;
    const told = report.told[question.id];
    if (told?.kind === "text")
      return question.type === "text" && Object.values(question.zero ?? {}).includes(told.text);
    return told?.kind === "skipped" || (told?.kind === "option" && told.option === question.zero);
  });
  const unsaid: ReportEntry = { kind: "unsaid", questions: given.map(({ id }) => id) };
  const asked = given.filter(({ required }) => required);
  const names = { join: asked.map(({ label }) => ({ label })), by: { key: "list-comma" } };
  return {
    entries: given.length > 0 ? [unsaid] : [],
    lead: asked.length > 0 ? [say({ key: "withdrawn-zero-words", args: { questions: names } })] : [],
  };
}
