import { say } from "../message.ts";
import { isSent, isWaiting } from "../submission.ts";
import { amended } from "./amended.ts";
import { back } from "./back.ts";
import { conclude } from "./conclude.ts";
import { attachedWith, sheetsWith } from "./files/caption.ts";
import { orMeant, saidOrMeant } from "./meant/misspelt.ts";
import { changedBy, type Outcome } from "./outcome.ts";
import { pressed } from "./press.ts";
import { closedLine } from "./sending/after-freeze.ts";
import { corrected } from "./sending/correcting.ts";
import { alreadySent } from "./sending/explained.ts";
import { fix } from "./sending/fixing.ts";
import { askZero, submit } from "./sending/submit.ts";
import { unsentOffer } from "./sending/unsent.ts";
import { askWithdraw, withdrawScreen } from "./sending/withdraw.ts";
import { zeroWordsReopened } from "./sending/zero-words.ts";
import type { InterviewCommand, InterviewInput, Situation, Step } from "./situation.ts";
import { standing, standingPrompt } from "./standing.ts";
import { dayOf, moment } from "./when.ts";

/** What follows from one input of a liaison or deputy: what to keep, all or nothing, and the one message that answers. */
export function decide(situation: Situation, input: InterviewInput): Step {
  const after = zeroWordsReopened(situation, corrected(situation, outcomeOf(situation, input)));
  return conclude(situation, input, withUnsent(situation, input, after));
}

/** Whoever begins is told of what was filled in for a round before and never sent; a first figure begins, too. */
function withUnsent(situation: Situation, input: InterviewInput, outcome: Outcome): Outcome {
  const begins =
    (input.kind === "command" && (input.command === "report" || input.command === "review")) ||
    (outcome.ask.kind === "confirm" && outcome.ask.screen === "zero") ||
    (situation.report.status === "none" && outcome.entries.length > 0);
  return begins ? { ...outcome, lead: [...outcome.lead, ...unsentOffer(changedBy(situation, outcome))] } : outcome;
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
      return saidOrMeant(situation, input.text);
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
        return { entries: [], lead: [], ask: isWaiting(report) ? { kind: "next" } : { kind: "receipt" } };
      return { entries: [], lead: [...sentBackLead(situation), ...dueLead(situation)], ask: { kind: "next" } };
    case "review":
      return { entries: [], lead: sentBackLead(situation), ask: { kind: "review" } };
    case "zero":
      if (isSent(report)) return alreadySent(situation, "zero-already");
      return askZero(situation);
    case "submit":
      if (isSent(report)) return alreadySent(situation, "submit-already");
      // Nobody sends what they have not seen whole: the first /submit shows the review, the next one sends it.
      return standingPrompt(situation)?.screen === "review" ? submit(situation) : reviewFirst(situation);
    case "fix":
      return orMeant(situation, args, fix(situation, args));
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
