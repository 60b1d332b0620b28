import { type Block, type Choice, say, type Text, textOf } from "../message.ts";
import type { Prompt } from "../person.ts";
import type { ReportEntry } from "../report-entry.ts";
import { closedLine } from "./after-freeze.ts";
import { isLate } from "./late.ts";
import { promptFor, screensIn } from "./outcome.ts";
import { reviewBlocks } from "./review.ts";
import type { Situation } from "./situation.ts";
import { dayAndClock, moment } from "./when.ts";

/** The prompt that puts a report before the unit's head. */
export const signScreen = "sign";

/** What the unit's head makes of a report; approval names the revision that was looked at. */
export type Verdict =
  | { readonly kind: "approve"; readonly revision: number | undefined }
  | { readonly kind: "send-back"; readonly words: string };

/** The report as the unit's head sees it: what it says, and both ways to go. `lead` stands above it. */
export function signOffBlocks(
  situation: Situation,
  lead: readonly Block<Text>[] = [],
): { readonly blocks: readonly Block<Text>[]; readonly prompt: Prompt } {
  const { report, round, flow } = situation;
  const shown = reviewBlocks(screensIn(situation), situation).filter(({ kind }) => kind !== "choices");
  // The last line says how the liaison mends it: not for the head, who has nothing to type.
  const read = shown.filter((block, index) => index < shown.length - 1 || block.kind !== "text");
  const when = dayAndClock(report.toApprove ?? situation.now, flow);
  const choices: readonly Choice<Text>[] = [
    { label: { key: "sign-approve" }, action: `cmd:approve:${flow.code}/${round.round}:${report.revision}` },
    { label: { key: "sign-send-back" }, action: `cmd:sendback:${flow.code}/${round.round}` },
  ];
  return {
    blocks: [
      ...lead,
      ...read,
      say({ key: "sign-ask", args: { when, due: moment(round.due, flow) } }),
      { kind: "choices", choices },
    ],
    prompt: promptFor(situation, signScreen),
  };
}

/** What a verdict leads to: the entry to keep, and what the head is told; no entry where there is nothing to decide. */
export function signOff(
  situation: Situation,
  verdict: Verdict,
): { readonly entry?: ReportEntry; readonly said: Text; readonly again?: true } {
  const { report, round, unit } = situation;
  const closed = closedLine(situation);
  if (closed) return { said: closed };
  if (report.toApprove === undefined) return { said: { key: "sign-nothing", args: { number: round.number } } };
  const args = { number: report.submission?.number ?? "", unit: textOf(unit.name) };
  switch (verdict.kind) {
    case "approve":
      // What was changed since it was looked at has not been approved.
      if (verdict.revision !== report.revision) return { said: { key: "press-outdated" }, again: true };
      return { entry: { kind: "approved", late: isLate(situation) }, said: { key: "sign-approved", args } };
    case "send-back":
      if (verdict.words.trim() === "") return { said: { key: "sign-words" } };
      return {
        entry: { kind: "sent-back", words: verdict.words.trim().slice(0, 200) },
        said: { key: "sign-sent-back", args },
      };
  }
}
