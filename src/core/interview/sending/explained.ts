import { say } from "../../message.ts";
import { isSent, isWaiting, waitingIn } from "../../submission.ts";
import { confirmed, keepDoubts } from "../answering.ts";
import { settledWith } from "../doubts/change-doubts.ts";
import { unsettled } from "../doubts/checking.ts";
import { everywhere } from "../doubts/doubts.ts";
import { saidToDoubt } from "../doubts/reason.ts";
import type { Outcome } from "../outcome.ts";
import { isAstray } from "../said/astray.ts";
import type { Situation } from "../situation.ts";
import { correction } from "./after-freeze.ts";
import { changesCounted } from "./late.ts";
import { waitingLines } from "./waiting.ts";

/** It was sent already: the receipt, or what it still waits for, asked anew. */
export function alreadySent({ report }: Situation, key: string): Outcome {
  const ask = { kind: isWaiting(report) ? "next" : "receipt" } as const;
  return { entries: [], lead: [say({ key }), ...(isWaiting(report) ? waitingLines(report) : [])], ask };
}

/**
 * What a yes or a reason comes to that is said while a sent report waits for one, whatever was asked last: the doubts
 * stand with it, or the change that a version has not taken up counts. Undefined where nothing waits, or it is neither.
 */
export function explained(situation: Situation, text: string): Outcome | undefined {
  const { report } = situation;
  if (!isSent(report) || !isWaiting(report)) return undefined;
  const meant = saidToDoubt(text, []);
  const reason = meant.kind === "reason" && !isAstray(text, situation) ? meant.reason : undefined;
  return meant.kind === "stands" || reason !== undefined ? settle(situation, reason) : undefined;
}

/** Gives the change that waits its reason, else lets the doubts of a sent report stand; without a reason it is asked for. */
function settle(situation: Situation, reason?: string): Outcome {
  const { report } = situation;
  if (waitingIn(report).changes > 0 && changesCounted(situation)) {
    if (reason === undefined) return { entries: [], lead: [], ask: { kind: "next" } };
    return {
      entries: [...settledWith(reason, situation), correction(situation, reason)],
      lead: [],
      ask: { kind: "receipt" },
    };
  }
  if (unsettled("warning", situation, report.cells).length > 0) return keepDoubts(situation, everywhere, reason ?? "");
  return { entries: [], lead: [], ask: { kind: "next" } };
}

/** 是 to the review sends it; of one that was sent it lets stand what is in doubt, as long as that is what was shown. */
export function reviewConfirmed(situation: Situation): Outcome {
  const { report, person } = situation;
  if (!isSent(report) || !isWaiting(report)) return confirmed(situation, "review");
  const shown = (person.prompt?.revision ?? report.revision) === report.revision;
  if (!shown) return { entries: [], lead: [say({ key: "press-outdated" })], ask: { kind: "review" } };
  return settle(situation);
}
