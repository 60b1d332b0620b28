import { type Block, say, type Text } from "../message.ts";
import { chatterIn } from "./chatter.ts";
import type { Outcome } from "./outcome.ts";
import { putOff } from "./put-off.ts";
import { saidWrong } from "./said-wrong.ts";
import type { Screen } from "./screens.ts";
import type { Situation } from "./situation.ts";
import { unchanged } from "./unchanged.ts";
import { moment } from "./when.ts";

/** The labels of buttons that leave a question for another time. */
const notNow = /^(?:先?放一放|先?放着|以后再说|not now)$/;
/** The button below the ticks, typed after the names that already closed them. */
const chosen = /^(?:选好了?|好了|就这些|done)(?: ?\d+)?$/;

/**
 * What is said beside ticks and figures, or before anything is asked, and is no answer: that nothing has changed, that it
 * comes at once, later or came already, or that another figure is wrong. Undefined for anything else. Only for what nothing else understands.
 */
export function saidBeside(situation: Situation, screen: Screen | undefined, text: string): Outcome | undefined {
  const words = text.trim().toLowerCase();
  if (screen && notNow.test(words))
    return { entries: [], lead: [say({ key: "interview-later" })], ask: { kind: "nothing" } };
  if (screen?.kind === "figures" && chosen.test(words))
    return { entries: [], lead: [], ask: { kind: "screen", id: screen.id } };
  const wrong = screen ? saidWrong(situation, text) : undefined;
  return wrong ?? unchanged(situation, screen, text) ?? chatted(situation, screen, text);
}

/** Nobody is urged who says when it comes; whoever says that it came is told that it did not. */
function chatted(situation: Situation, screen: Screen | undefined, text: string): Outcome | undefined {
  const chatter = chatterIn(text);
  const { flow, round, now } = situation;
  const args = { number: round.number, due: moment(round.due, flow) };
  const lead = (key: string, blocks: readonly Block<Text>[] = []): Outcome => ({
    entries: [],
    lead: [say({ key, args }), ...blocks],
    ask: { kind: "same" },
  });
  switch (chatter) {
    case undefined:
      return undefined;
    case "sent":
      return lead("beside-not-received");
    case "answer":
      if (screen) return undefined;
      return lead(now > round.due ? "beside-soon-late" : "beside-soon");
    case "soon":
      return lead(now > round.due ? "beside-soon-late" : "beside-soon");
    case "later": {
      const choices = putOff(situation);
      const blocks = choices.length > 0 ? [{ kind: "choices" as const, choices }] : [];
      return lead(now > round.due ? "beside-soon-late" : "beside-later", blocks);
    }
  }
}
