import { examineZone } from "../flow/examine/calendar.ts";
import { examineLabels } from "../flow/examine/labels.ts";
import type { Examiner } from "../source/examiner.ts";
import type { Problem } from "../source/problem.ts";
import { readAs } from "../source/read.ts";
import type { CaseFlow } from "./case-flow.ts";
import { examineButtons } from "./examine/buttons.ts";
import { examineCounts } from "./examine/counts.ts";
import { examineMoves } from "./examine/moves.ts";
import { examineQuestions } from "./examine/questions.ts";
import { examineStates } from "./examine/states.ts";
import { type CaseFlowFile, caseFlowSchema } from "./schema.ts";

/** Whether a flow's text says that it is of the second kind. */
export function isCaseFlow(text: string): boolean {
  return /^kind:\s*["']?case\b/m.test(text);
}

/**
 * Reads a case flow: its schema, then its meaning. Gives the flow, or every problem at once, each with its place and
 * what to write instead. `hash` is the SHA-256 of the text in hex, from the caller. Never throws.
 */
export function loadCaseFlow(
  text: string,
  hash: string,
): { readonly flow: CaseFlow } | { readonly problems: readonly Problem[] } {
  const read = readAs(text, caseFlowSchema, examine);
  return "problems" in read ? read : { flow: { ...read.value, hash, text } };
}

function examine(file: CaseFlowFile, ex: Examiner): void {
  examineZone(file.zone, ["zone"], ex);
  examineLabels(file, ex);
  examineQuestions(file, ex);
  examineMoves(file, ex);
  examineStates(file, ex);
  examineCounts(file, ex);
  examineButtons(file, ex);
}
