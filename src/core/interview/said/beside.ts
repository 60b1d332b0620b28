import { say } from "../../message.ts";
import type { Outcome } from "../outcome.ts";
import type { Screen } from "../screens.ts";
import { waitingLines } from "../sending/waiting.ts";
import type { Situation } from "../situation.ts";
import { asideTo } from "./aside.ts";
import { chatterIn } from "./chatter.ts";
import { saysDone } from "./done.ts";
import { leavesQuestion } from "./later.ts";
import { saidWrong } from "./said-wrong.ts";
import { unchanged } from "./unchanged.ts";

/**
 * What is said beside ticks and figures, or before anything is asked, and is no answer: that nothing has changed, that it
 * comes at once, later or came already, or that another figure is wrong. Undefined for anything else. Only for what nothing else understands.
 */
export function saidBeside(situation: Situation, screen: Screen | undefined, text: string): Outcome | undefined {
  if (screen && leavesQuestion(text))
    return { entries: [], lead: [say({ key: "interview-later" })], ask: { kind: "nothing" } };
  // The button below the ticks, typed after the names that already closed them.
  if (screen?.kind === "figures" && saysDone(text))
    return { entries: [], lead: [], ask: { kind: "screen", id: screen.id } };
  const wrong = screen ? saidWrong(situation, text) : undefined;
  return wrong ?? unchanged(situation, screen, text) ?? chatted(situation, screen, text);
}

function chatted(situation: Situation, screen: Screen | undefined, text: string): Outcome | undefined {
  const chatter = chatterIn(text);
  if (!chatter || (chatter === "answer" && screen)) return undefined;
  // 好的 before anything is asked says that it comes.
  const { kind, args, choices } = asideTo(chatter === "answer" ? "soon" : chatter, situation);
  const ways = choices.length > 0 ? [{ kind: "choices" as const, choices }] : [];
  const waiting = kind === "already" ? waitingLines(situation.report) : [];
  return { entries: [], lead: [say({ key: `beside-${kind}`, args }), ...waiting, ...ways], ask: { kind: "same" } };
}
