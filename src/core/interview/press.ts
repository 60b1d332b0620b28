import { fingerprint } from "../fingerprint.ts";
import { say } from "../message.ts";
import { isSent } from "../submission.ts";
import { type Action, parseAction } from "./actions.ts";
import { answered, confirmed } from "./answering.ts";
import { letStand } from "./doubts/doubt-answer.ts";
import { doubtPrefix, everywhere } from "./doubts/doubts.ts";
import { type ReasonScreen, reasonScreen, usualReason } from "./doubts/reasons.ts";
import { repaired } from "./doubts/repairs.ts";
import { detach } from "./files/attaching.ts";
import { meantPressed } from "./meant/misspelt.ts";
import { whichAsked, whichPicked } from "./meant/which-class.ts";
import { type Outcome, screensIn } from "./outcome.ts";
import { adopt, eachScreen, proposalBlocks, proposalScreen, setAside } from "./proposal.ts";
import { asked } from "./questions/index.ts";
import { wordsAsked, wordsPicked } from "./reading/line-said.ts";
import { takePieces } from "./reading/taking.ts";
import { openOf } from "./refused/rest.ts";
import { isDone, type TextScreen } from "./screens.ts";
import { reasonGiven, reasonWithheld } from "./sending/after-freeze.ts";
import { takeUnsent, unsentScreen } from "./sending/unsent.ts";
import { withdrawScreen } from "./sending/withdraw.ts";
import type { Situation } from "./situation.ts";
import { askedAgain, standingPrompt } from "./standing.ts";

/** What a press comes to. A button answers its own question alone: an old one says what became of it. */
export function pressed(situation: Situation, text: string, fields: Readonly<Record<string, string>>): Outcome {
  const action = parseAction(text);
  const { flow, round, report } = situation;
  if (!action || action.code !== flow.code) return stale("press-unknown");
  if (action.round !== round.round) return stale("press-other-round", round.number);
  const prompt = standingPrompt(situation);
  if (action.screen === "review" || action.screen === "zero" || action.screen === withdrawScreen)
    return confirmation(situation, action.screen, action.verb);
  const reason = reasonScreen(action.screen);
  if (reason) return reasonPressed(situation, reason, action);
  if (action.screen === proposalScreen) return proposalPressed(situation, action);
  if (action.screen === "rest" && action.verb === "zeros") return restPressed(situation, action);
  if (action.screen === "which") {
    const which = whichAsked(situation, prompt?.screen);
    return (which && whichPicked(situation, which, action.value)) ?? stale("press-answered");
  }
  if (action.screen === unsentScreen) return takeUnsent(situation, action.value) ?? stale("press-answered");
  if (action.screen === "words") {
    const words = wordsAsked(situation, prompt?.screen);
    return (words && wordsPicked(situation, words, action.value)) ?? stale("press-answered");
  }
  if (action.screen === "meant") return meantPressed(situation, action.verb) ?? stale("press-answered");
  const screen = screensIn(situation).find((each) => each.id === action.screen);
  if (action.verb === "keep") {
    const kept = letStand(situation, action.screen, "");
    return kept.entries.length > 0 || kept.ask.kind !== "next" ? kept : stale("press-answered");
  }
  if (action.verb === "repair") return repaired(situation, action.screen, action.value) ?? stale("press-answered");
  if (action.verb === "detach") return detach(situation, action.value) ?? stale("press-answered");
  if (!screen) return stale("press-answered");
  if (action.verb === "no" && screen.kind === "text") return unwritten(situation, screen, action);
  if (action.verb === "go" || action.verb === "mend")
    return { entries: [], lead: [], ask: { kind: "screen", id: screen.id } };
  // A form names its figures and may be sent whenever; ticks and single answers hold only while they are asked.
  const asking =
    prompt?.screen === screen.id ||
    prompt?.screen === doubtPrefix + screen.id ||
    prompt?.screen === doubtPrefix + everywhere;
  if (action.verb !== "form" && !asking && isDone(screen, report)) return stale("press-answered");
  const answer = asked(screen, situation).pressed(action, fields);
  return answer ? answered(screen, answer, "pressing") : stale("press-unknown");
}

/** Zeros for the blanks of a sheet, so many as the button named: what was filled or opened since is not among them. */
function restPressed(situation: Situation, { value }: Action): Outcome {
  const open = openOf(situation, situation.report.cells).length;
  return Number(value) === open ? takePieces(situation, [{ kind: "rest-zero" }]) : stale("press-outdated");
}

/** Words that were taken for a narrative are taken back, as long as they stand and were not sent; it is asked again. */
function unwritten({ report }: Situation, { id, question }: TextScreen, { value }: Action): Outcome {
  const told = report.told[id];
  if (told?.kind !== "text" || fingerprint(told.text) !== value || isSent(report)) return stale("press-answered");
  const lead = [say({ key: "interview-text-unwritten", args: { question: { label: question.label } } })];
  return { entries: [{ kind: "unsaid", questions: [id] }], lead, ask: { kind: "screen", id } };
}

function reasonPressed(situation: Situation, screen: ReasonScreen, { verb, value }: Action): Outcome {
  if (standingPrompt(situation)?.screen !== screen) return stale("press-answered");
  if (verb === "no") return reasonWithheld(situation, screen);
  const reason = verb === "say" ? usualReason(screen, value) : undefined;
  return reason ? reasonGiven(situation, screen, reason) : stale("press-unknown");
}

/** A press on what a sheet proposed: all of it, or the item that the button names. */
function proposalPressed(situation: Situation, { verb, value }: Action): Outcome {
  const id = value === "" ? undefined : Number(value);
  switch (verb) {
    case "yes":
      return adopt(situation, id) ?? stale("press-answered");
    case "no":
      return setAside(situation, id) ?? stale("press-answered");
    case "go": {
      const blocks = proposalBlocks(situation, true);
      return blocks.length > 0
        ? { entries: [], lead: [], ask: { kind: "confirm", screen: eachScreen, blocks } }
        : stale("press-answered");
    }
    default:
      return stale("press-unknown");
  }
}

function confirmation(situation: Situation, screen: string, verb: string): Outcome {
  const standing = standingPrompt(situation)?.screen === screen;
  if (verb === "go") return { entries: [], lead: [], ask: { kind: "next" } };
  if (verb === "no") {
    if (screen === "zero") return { entries: [], lead: [], ask: { kind: "next" } };
    if (screen === withdrawScreen) return { entries: [], lead: [], ask: { kind: "receipt" } };
    return { entries: [], lead: [say({ key: "interview-later" })], ask: { kind: "nothing" } };
  }
  if (verb !== "yes") return stale("press-unknown");
  // What is confirmed must be what stands on the screen: an older review or zero report is shown anew first.
  if (!standing && isSent(situation.report) && screen !== withdrawScreen) return confirmed(situation, screen);
  // Why it is late was asked by the same press: an impatient second one does not take the question away.
  if (!standing && reasonScreen(standingPrompt(situation)?.screen))
    return { entries: [], lead: [], ask: askedAgain(situation) };
  if (!standing)
    return { ...stale("press-outdated"), ask: screen === "review" ? { kind: "review" } : { kind: "next" } };
  return confirmed(situation, screen);
}

function stale(key: string, number = 0): Outcome {
  return { entries: [], lead: [say({ key, args: { number } })], ask: { kind: "next" } };
}
