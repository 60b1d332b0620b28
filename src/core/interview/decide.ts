import { say } from "../message.ts";
import type { ReportEntry } from "../report-entry.ts";
import { isSent } from "../submission.ts";
import { closedLine, correction } from "./after-freeze.ts";
import { amended } from "./amended.ts";
import { back } from "./back.ts";
import { attachedWith, sheetsWith } from "./caption.ts";
import { findings, unsettled } from "./checking.ts";
import { conclude } from "./conclude.ts";
import { fix } from "./fixing.ts";
import { changesCounted } from "./late.ts";
import { changedBy, type Outcome, screensIn } from "./outcome.ts";
import { pressed } from "./press.ts";
import { askReason } from "./reasons.ts";
import { nextScreen } from "./screens.ts";
import type { InterviewCommand, InterviewInput, Situation, Step } from "./situation.ts";
import { standing, standingPrompt } from "./standing.ts";
import { askZero, submit } from "./submit.ts";
import { said } from "./typed.ts";
import { dayOf, moment } from "./when.ts";
import { askWithdraw, withdrawScreen } from "./withdraw.ts";
import { wordsAsked } from "./zero-words.ts";

/** What follows from one input of a liaison or deputy: what to keep, all or nothing, and the one message that answers. */
export function decide(situation: Situation, input: InterviewInput): Step {
  return conclude(situation, input, corrected(situation, outcomeOf(situation, input)));
}

/** The question that stands, again: for a redelivered message and after a digression. Changes nothing. */
export function current(situation: Situation): Step["replies"] {
  const { blocks } = standing(situation);
  return blocks.length === 0 ? [] : [{ blocks }];
}

/** The open screen or doubt, once more, after a command in the middle of it; a review is long and stands above. */
export function stillAsked(situation: Situation): Step["replies"] {
  const screen = standingPrompt(situation)?.screen;
  const brief = screen !== undefined && screen !== "review" && screen !== "zero" && screen !== withdrawScreen;
  return brief ? current(situation) : [];
}

function outcomeOf(situation: Situation, input: InterviewInput): Outcome {
  const closed = closedLine(situation);
  if (closed && !(input.kind === "command" && input.command === "review"))
    return {
      entries: [],
      lead: [say(closed)],
      ask: isSent(situation.report) ? { kind: "receipt" } : { kind: "nothing" },
    };
  switch (input.kind) {
    case "command":
      return command(situation, input.command, input.args);
    case "pressed":
      return pressed(situation, input.action, input.fields ?? {});
    case "said":
      return said(situation, input.text);
    case "attached":
      return attachedWith(situation, input.file, input.words);
    case "amended":
      return amended(situation, input.text, input.was);
    case "sheets":
      return sheetsWith(situation, input, input.words);
  }
}

function command(situation: Situation, name: InterviewCommand, args: string): Outcome {
  const { report } = situation;
  switch (name) {
    case "report":
      if (isSent(report))
        return { entries: [], lead: [], ask: report.settled ? { kind: "next" } : { kind: "receipt" } };
      return { entries: [], lead: [...sentBackLead(situation), ...dueLead(situation)], ask: { kind: "next" } };
    case "review":
      return { entries: [], lead: sentBackLead(situation), ask: { kind: "review" } };
    case "zero":
      if (isSent(report)) return { entries: [], lead: [say({ key: "zero-already" })], ask: { kind: "receipt" } };
      return askZero(situation);
    case "submit":
      if (isSent(report)) return { entries: [], lead: [say({ key: "submit-already" })], ask: { kind: "receipt" } };
      // Nobody sends what they have not seen whole: the first /submit shows the review, the next one sends it.
      return standingPrompt(situation)?.screen === "review" ? submit(situation) : reviewFirst(situation);
    case "fix":
      return fix(situation, args);
    case "withdraw":
      return askWithdraw(situation);
    case "back":
      return back(situation);
  }
}

/** What the unit's head wants mended, until it is sent again. */
function sentBackLead({ report: { sentBack }, head }: Situation): Outcome["lead"] {
  return sentBack ? [say({ key: "sign-told-back", args: { name: head ?? "", words: sentBack.words } })] : [];
}

/** Until when the report is due; after that it is no news. */
function dueLead({ round, flow, now, since }: Situation): Outcome["lead"] {
  const missed = since === undefined ? [] : [say({ key: "covers-since", args: { from: dayOf(since, flow) } })];
  if (now > round.due) return missed;
  return [say({ key: "interview-due", args: { number: round.number, due: moment(round.due, flow) } }), ...missed];
}

function reviewFirst(situation: Situation): Outcome {
  const blocked = submit(situation);
  const whole = blocked.entries.length > 0;
  return whole ? { entries: [], lead: [say({ key: "submit-review-first" })], ask: { kind: "review" } } : blocked;
}

/**
 * A change to a submitted report keeps it submitted, and gives a new receipt once no doubt is left open. One that leaves
 * figures to be asked again takes the report back: what is not whole is not counted.
 */
function corrected(situation: Situation, outcome: Outcome): Outcome {
  const { submission, status } = situation.report;
  const changes = outcome.entries.some(correctsReport);
  if (!isSent(situation.report) || !submission || !changes) return outcome;
  const after = changedBy(situation, outcome);
  const counted = status === "submitted" && changesCounted(situation);
  if (nextScreen(screensIn(after), after.report)) {
    // What a version has counted goes on counting until the change to it is whole.
    if (counted) return outcome;
    return {
      ...outcome,
      entries: [...outcome.entries, { kind: "withdrawn" }],
      lead: [...outcome.lead, say({ key: "withdrawn-incomplete", args: { number: submission.number } })],
    };
  }
  if (unsettled(findings(after, after.report.cells), after.report, "warning").length > 0) return outcome;
  if (counted) return { ...outcome, ask: askReason(after, "reason-correction") };
  return wordsAsked(situation, { ...outcome, entries: [...outcome.entries, correction(situation)] });
}

/** Whether an entry changes what the report says, not only how it is being answered. */
function correctsReport({ kind }: ReportEntry): boolean {
  switch (kind) {
    case "chose":
    case "answered":
    case "adopted":
    case "wrote":
    case "picked":
    case "skipped":
    case "warned-and-kept":
      return true;
    default:
      return false;
  }
}
