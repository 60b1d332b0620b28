import { saysFigure } from "../../cells.ts";
import { askedOf } from "../../flow/flow.ts";
import { say } from "../../message.ts";
import { isSent } from "../../submission.ts";
import { confirmed } from "../answering.ts";
import type { Outcome } from "../outcome.ts";
import { figuresAlone } from "../reading/bare-figures.ts";
import { excerpt } from "../reading/excerpt.ts";
import { lineSaid } from "../reading/line-said.ts";
import { figuresScreens } from "../reading/locate.ts";
import { named } from "../reading/named.ts";
import { fold } from "../reading/names.ts";
import { chatterIn, clausesOf } from "../said/chatter.ts";
import { saysNothingMore } from "../said/nothing.ts";
import { saidWrong } from "../said/said-wrong.ts";
import { saysNoNews } from "../said/unchanged.ts";
import { isPolite } from "../said/yes.ts";
import { saysNo, saysYes } from "../said/yes-no.ts";
import { nextScreen, type Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { alreadySent, explained, reviewConfirmed } from "./explained.ts";
import { mendExample, reviewWays } from "./review.ts";
import { emptyLine, saidToReview, takenOff, unclearToReview } from "./review-words.ts";
import { askZero } from "./submit.ts";
import { askWithdraw, withdrawScreen } from "./withdraw.ts";

/** 请报送, 就这样报: said to what would be sent, it sends it. */
const sends =
  /^(?:请|那|就|可以|现在|确认|直接|你)*(?:这样|这么)?(?:报送|提交|上报|报上去|发送|发|报)(?:吧|一下)?$|^可以(?:报送|提交|上报|报)了$|^(?:please )?(?:send|submit)(?: it)?$/;

/** The prompts that ask for a yes of their own: the review, a zero report, taking one back. */
export function isConfirmation(screen: string): boolean {
  return screen === "review" || screen === "zero" || screen === withdrawScreen;
}

/** What a typed text comes to while a confirmation stands. */
export function confirmationSaid(
  situation: Situation,
  screen: string,
  text: string,
  screens: readonly Screen[],
): Outcome {
  const review = screen === "review";
  const sending = screen !== withdrawScreen;
  const bare = fold(text).replace(/(?<![。.!！~])[。.!！~]+$/, "");
  // Polite words may as well answer the message as a whole: what is sent goes to the leaders.
  // 本周无 is what a zero report says; figures that stand it does not take away.
  if (screen === "zero" && saysNoNews(text) && !saysFigure(situation.report.cells)) return confirmed(situation, screen);
  const meant = !(sending && isPolite(bare)) && (saysYes(bare) || (sending && saysSend(text)));
  if (meant) return review ? reviewConfirmed(situation) : confirmed(situation, screen);
  if (saysNo(text) && screen === withdrawScreen) return { entries: [], lead: [], ask: { kind: "receipt" } };
  if (saysNo(text) && screen === "zero") return { entries: [], lead: [], ask: { kind: "next" } };
  const chatter = chatterIn(text);
  if (saysNo(text) || chatter === "later")
    return { entries: [], lead: [say({ key: "interview-later" })], ask: { kind: "nothing" } };
  if (review && saysNothingMore(text)) return nothingToMend(situation, screens);
  // No review stands above the question of a zero report: there is no line to name, and any screen may be meant.
  const zero = screen === "zero";
  const { flow, unit } = situation;
  // 7=35 and 2 立案=5 mend a line of the review by its number.
  const elsewhere =
    figuresAlone(situation, text, zero ? figuresScreens(askedOf(flow, unit.department ?? "")) : screens) ??
    (review ? (emptyLine(situation, text, screens) ?? takenOff(situation, text, screens)) : undefined) ??
    (zero ? undefined : lineSaid(situation, text)) ??
    named(situation, text, screens) ??
    (review
      ? (explained(situation, text) ?? saidWrong(situation, text) ?? saidToReview(situation, text, screens))
      : undefined);
  if (elsewhere) return elsewhere;
  if (review && (chatter || isPolite(bare)))
    return isSent(situation.report) ? alreadySent(situation, "review-nothing-sent") : clearWord(situation, screens);
  return unclear(situation, screen, text, screens);
}

function saysSend(text: string): boolean {
  const clauses = /[?？]/.test(text) ? [] : clausesOf(text);
  return clauses.length > 0 && clauses.every((clause) => sends.test(clause) || saysYes(clause));
}

/** 没有 to the review sends nothing and leaves it standing: what sends it is said. */
function nothingToMend(situation: Situation, screens: readonly Screen[]): Outcome {
  if (isSent(situation.report)) return alreadySent(situation, "review-nothing-sent");
  const open = screens.filter((each) => nextScreen([each], situation.report)).length;
  const lead = say(open > 0 ? { key: "review-nothing-open", args: { screens: open } } : { key: "review-nothing" });
  return { entries: [], lead: [lead, reviewWays(screens, situation)], ask: { kind: "same" } };
}

/** 嗯嗯, 马上报 and 报了 send nothing: the word that does is asked for. */
function clearWord(situation: Situation, screens: readonly Screen[]): Outcome {
  const lead = say({ key: "review-clear-word" });
  return { entries: [], lead: [lead, reviewWays(screens, situation)], ask: { kind: "same" } };
}

/** What was not understood, with what is expected instead, and the question once more. */
function unclear(situation: Situation, screen: string, text: string, screens: readonly Screen[]): Outcome {
  const args = { part: excerpt(text), example: mendExample(screens) };
  if (screen === "zero") return { ...askZero(situation), lead: [say({ key: "interview-yes-or-no-zero", args })] };
  if (screen === withdrawScreen)
    return { ...askWithdraw(situation), lead: [say({ key: "interview-yes-or-no", args })] };
  return unclearToReview(situation, text, screens);
}
