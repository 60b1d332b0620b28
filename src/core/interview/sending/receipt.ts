import { cellsIn } from "../../cells.ts";
import type { Block, Text } from "../../message.ts";
import type { Report } from "../../report.ts";
import { closesAt, isClosedFor } from "../../round.ts";
import type { Instant } from "../../time.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { dayAndClock, moment } from "../when.ts";
import { mendExample } from "./review.ts";
import { explainButton, waitingLines } from "./waiting.ts";

/** The receipt: number, time, counts, how to correct. */
export function receiptBlocks(screens: readonly Screen[], situation: Situation): readonly Block<Text>[] {
  const { flow, round, report, unit, now } = situation;
  const { submission } = report;
  if (!submission) return [];
  const figures = cellsIn(report.cells);
  const args = {
    when: dayAndClock(report.changedAt ?? submission.at, flow),
    figures: figures.length,
    nonzero: figures.filter(([, value]) => value !== 0 && value !== "n/a").length,
  };
  const mayChange = round.state === "open" && now <= round.due;
  const mend = afterReceipt(screens, situation, submission.late);
  return [
    {
      kind: "heading",
      text: heading(submission, now),
    },
    {
      kind: "text",
      text: { key: submission.zero ? "receipt-zero" : figures.length > 0 ? "receipt-counts" : "receipt-words", args },
    },
    ...waitingLines(report),
    ...(isClosedFor(round, unit.id, now) ? [] : [{ kind: "text" as const, text: mend }]),
    {
      kind: "choices",
      choices: [
        ...explainButton(situation),
        { label: { key: "receipt-form" }, action: "cmd:form" },
        ...(mayChange ? [{ label: { key: "receipt-fix" }, action: "cmd:review" }] : []),
        ...(mayChange ? [{ label: { key: "receipt-withdraw" }, action: "cmd:withdraw" }] : []),
      ],
    },
  ];
}

/** What has just happened, or how it stands: a receipt that is only shown again corrected nothing. */
function heading({ corrections, correctedAt, number }: NonNullable<Report["submission"]>, now: Instant): Text {
  if (corrections === 0) return { key: "receipt", args: { number } };
  const key = correctedAt === now ? "receipt-corrected" : "receipt-with-corrections";
  return { key, args: { number, corrections } };
}

/** What comes next of a sent report: who approves it, what became of it, how it can still be mended. */
function afterReceipt(screens: readonly Screen[], { flow, round, report, head, now }: Situation, late: boolean): Text {
  if (head && report.toApprove !== undefined) return { key: "receipt-awaiting", args: { head } };
  const correctedAt = report.submission?.correctedAt ?? 0;
  if (round.state === "frozen" && correctedAt >= closesAt(round)) return { key: "receipt-next-version" };
  if (late) return { key: "receipt-late" };
  const example = mendExample(screens);
  return now > round.due
    ? { key: "receipt-mend-after", args: { example } }
    : { key: "receipt-mend", args: { due: moment(round.due, flow), example } };
}
