import type { Entry } from "../../entry.ts";
import type { Finding } from "../../flow/flow.ts";
import { say } from "../../message.ts";
import { isSameWarning } from "../../report-changes.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { isSent, waitingIn } from "../../submission.ts";
import { doubtsOfChange, reasonSaid } from "../doubts/change-doubts.ts";
import { unsettled, warningOf } from "../doubts/checking.ts";
import { askReason } from "../doubts/reasons.ts";
import { changedBy, type Outcome, screensIn } from "../outcome.ts";
import { nextScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { correction } from "./after-freeze.ts";
import { changesCounted } from "./late.ts";
import { withoutZeroAnswers, zeroWordsAskedAnew } from "./zero-words.ts";

/**
 * A change to a submitted report keeps it submitted, counts at once and gives a new receipt. A warning never blocks it,
 * unlike an error: one that the change raises stands without its reason, is counted as in doubt wherever the figure goes,
 * and is asked about until it is explained. Only once a version has counted the report does a change wait, for the reason
 * that the version says it with, once for all of it; until then what was counted goes on counting. A change that leaves figures to be asked
 * again takes the report back before the deadline: what is not whole is not counted.
 */
export function corrected(situation: Situation, outcome: Outcome): Outcome {
  const { submission, status } = situation.report;
  const explains = outcome.entries.some(({ kind }) => kind === "warned-and-kept");
  const changes = outcome.entries.some(correctsReport) || (explains && waitingIn(situation.report).changes > 0);
  const already = outcome.entries.some(({ kind }) => kind === "corrected");
  if (!isSent(situation.report) || !submission || !changes || already) return outcome;
  const after = changedBy(situation, outcome);
  const counted = status === "submitted" && changesCounted(situation);
  if (nextScreen(screensIn(after), after.report)) {
    // What a version has counted goes on counting until the change to it is whole.
    if (counted) return outcome;
    const words = withoutZeroAnswers(situation);
    const withdrawn = say({ key: "withdrawn-incomplete", args: { number: submission.number } });
    return {
      ...outcome,
      entries: [...outcome.entries, { kind: "withdrawn" }, ...words.entries],
      lead: [...outcome.lead, withdrawn, ...words.lead],
    };
  }
  if (counted) return reasoned(after, outcome);
  const doubted = unsettled("warning", after, after.report.cells);
  const counts = correction(situation);
  const entries = [...outcome.entries, ...standUnexplained(after, doubted), counts];
  const whole = { ...outcome, entries };
  const asked = zeroWordsAskedAnew(situation, whole);
  return asked === whole && doubted.length > 0
    ? countedInDoubt(situation, whole, counts.number, doubted.length)
    : asked;
}

/** Whether an entry changes what the report says, not only how it is being answered. */
export function correctsReport({ kind }: Pick<Entry, "kind">): boolean {
  switch (kind) {
    case "chose":
    case "answered":
    case "adopted":
    case "wrote":
    case "picked":
    case "skipped":
      return true;
    default:
      return false;
  }
}

/** The doubts of a change that counts all the same, as warnings that stand without their reason. */
function standUnexplained({ report }: Situation, doubted: readonly Finding[]): readonly ReportEntry[] {
  return doubted
    .filter((finding) => !report.kept.some((kept) => isSameWarning(kept, finding)))
    .map((finding) => ({
      kind: "warned-and-kept",
      warning: { ...warningOf(finding), unexplained: true },
    }));
}

/** The change counts, and what is in doubt of the report is asked next. */
function countedInDoubt({ head }: Situation, outcome: Outcome, number: string, count: number): Outcome {
  const key = head === undefined ? "corrected-in-doubt" : "corrected-in-doubt-head";
  return { ...outcome, lead: [...outcome.lead, say({ key, args: { number, count, head: head ?? "" } })] };
}

/** A version has counted the report: the change waits for one reason, which serves what it puts in doubt as well. */
function reasoned(after: Situation, outcome: Outcome): Outcome {
  const reason = reasonSaid(outcome.entries, after);
  if (reason === undefined || doubtsOfChange(after).length > 0)
    return { ...outcome, ask: askReason(after, "reason-correction") };
  return { ...outcome, entries: [...outcome.entries, correction(after, reason)], ask: { kind: "receipt" } };
}
