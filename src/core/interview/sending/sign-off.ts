import { type Block, type Choice, say, type Text, textOf } from "../../message.ts";
import type { Prompt } from "../../person.ts";
import type { ReportEntry } from "../../report-entry.ts";
import { promptFor, screensIn } from "../outcome.ts";
import type { Situation } from "../situation.ts";
import { dayAndClock, moment } from "../when.ts";
import { closedLine } from "./after-freeze.ts";
import { isLate } from "./late.ts";
import { mendExample, reviewBlocks } from "./review.ts";

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
  const { report, round } = situation;
  const closed = closedLine(situation);
  if (closed) return { said: closed };
  if (report.toApprove === undefined) return { said: { key: "sign-nothing", args: { number: round.number } } };
  switch (verdict.kind) {
    case "approve":
      // What was changed since it was looked at has not been approved.
      if (verdict.revision !== report.revision) return { said: { key: "press-outdated" }, again: true };
      return {
        entry: { kind: "approved", late: isLate(situation) },
        said: verdictSaid(situation, true, numberOf(situation)),
      };
    case "send-back":
      if (verdict.words.trim() === "")
        return { said: { key: "sign-words", args: { example: mendExample(screensIn(situation)) } } };
      return {
        entry: { kind: "sent-back", words: verdict.words.trim().slice(0, 200) },
        said: verdictSaid(situation, false, numberOf(situation)),
      };
  }
}

/** What the head is told of a verdict, also when the message that gave it comes again. */
export function verdictSaid({ unit }: Pick<Situation, "unit">, isApproved: boolean, number: string): Text {
  return { key: isApproved ? "sign-approved" : "sign-sent-back", args: { number, unit: textOf(unit.name) } };
}

/** The number of the receipt that a verdict is about. */
export function numberOf({ report }: Pick<Situation, "report">): string {
  return report.submission?.number ?? "";
}

/** What whoever reports is told of a verdict. */
export function verdictTold(
  name: Text,
  verdict: { readonly number: string } | { readonly words: string },
): readonly Block<Text>[] {
  if ("number" in verdict) return [say({ key: "sign-told-approved", args: { name, number: verdict.number } })];
  return [
    say({ key: "sign-told-back", args: { name, words: verdict.words } }),
    { kind: "choices", choices: [{ label: { key: "review-go-on" }, action: "cmd:review" }] },
  ];
}
