import { idsIn } from "../cells.ts";
import type { Prompt } from "../person.ts";
import { doubtPrefix, doubts, everywhere } from "./doubts/doubts.ts";
import { askReason, reasonScreen } from "./doubts/reasons.ts";
import { askWhich, whichAsked } from "./meant/which-class.ts";
import { type Outcome, type Settled, screenCalled, screensIn } from "./outcome.ts";
import { nextPrompt, proposed, screenPrompt } from "./prompts.ts";
import { eachScreen, proposalScreen } from "./proposal.ts";
import { askWords, wordsAsked } from "./reading/line-said.ts";
import { reviewBlocks } from "./sending/review.ts";
import { askZero } from "./sending/submit.ts";
import { askWithdraw, withdrawScreen } from "./sending/withdraw.ts";
import type { Situation } from "./situation.ts";

/** The last prompt, if it still concerns this report: this flow's, this round's, and this unit's. */
export function standingPrompt({ person, flow, round, unit }: Situation): Prompt | undefined {
  const { prompt } = person;
  if (!prompt || prompt.flow !== flow.id || prompt.round !== round.round) return undefined;
  return prompt.unit === undefined || prompt.unit === unit.id ? prompt : undefined;
}

/** The question that stands, put again: after a redelivery, and in a nag, which must move nothing. */
export function standing(situation: Situation): Settled {
  const prompt = standingPrompt(situation);
  if (!prompt) return nextPrompt(situation);
  const screens = screensIn(situation);
  if (prompt.screen === "review") return { blocks: reviewBlocks(screens, situation), prompt };
  if (prompt.screen === "zero") {
    const { ask } = askZero(situation);
    if (ask.kind === "confirm") return { blocks: ask.blocks, prompt };
  }
  if (prompt.screen === withdrawScreen) {
    const { ask } = askWithdraw(situation);
    if (ask.kind === "confirm") return { blocks: ask.blocks, prompt };
  }
  const reason = reasonScreen(prompt.screen);
  if (reason) return { blocks: askReason(situation, reason).blocks, prompt };
  if (prompt.screen === proposalScreen || prompt.screen === eachScreen)
    return proposed(situation) ?? nextPrompt(situation);
  if (prompt.screen.startsWith(doubtPrefix)) {
    const screen = prompt.screen.slice(doubtPrefix.length);
    const doubted = idsIn(situation.report.cells).filter((id) => screen === everywhere || id.startsWith(`${screen}.`));
    return doubts(situation, doubted) ?? nextPrompt(situation);
  }
  const which = whichAsked(situation, prompt.screen);
  const { ask } = which ? askWhich(situation, which) : { ask: undefined };
  if (ask?.kind === "confirm") return { blocks: ask.blocks, prompt };
  const words = wordsAsked(situation, prompt.screen);
  if (words && ask === undefined) {
    const again = askWords(situation, words).ask;
    if (again.kind === "confirm") return { blocks: again.blocks, prompt };
  }
  const screen = screenCalled(situation, prompt.screen);
  return screen ? screenPrompt(screen, situation) : nextPrompt(situation);
}

/** The question that stands, put once more. */
export function askedAgain(situation: Situation): Outcome["ask"] {
  const { blocks, prompt } = standing(situation);
  return prompt ? { kind: "confirm", screen: prompt.screen, blocks } : { kind: "nothing" };
}
