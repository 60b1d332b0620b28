import { questionsFor } from "../flow/flow.ts";
import { say } from "../message.ts";
import { isSent } from "../submission.ts";
import { reasonGiven, reasonWithheld } from "./after-freeze.ts";
import { answered, confirmed } from "./answering.ts";
import { isAstray } from "./astray.ts";
import { back } from "./back.ts";
import { figuresAlone } from "./bare-figures.ts";
import { saidBeside } from "./beside.ts";
import { type Books, booksMeant } from "./books.ts";
import { classAnswered, stillWaiting } from "./class-answer.ts";
import { digression } from "./digression.ts";
import { dittoMeant } from "./ditto.ts";
import { doubtAnswered } from "./doubt-answer.ts";
import { doubtPrefix } from "./doubts.ts";
import { excerpt } from "./excerpt.ts";
import { alreadySent, explained, reviewConfirmed } from "./explained.ts";
import { fix, namesLine } from "./fixing.ts";
import { inRow, named } from "./named.ts";
import { fold } from "./names.ts";
import { narrativesIn } from "./narrative.ts";
import { type Outcome, screenCalled, screensIn } from "./outcome.ts";
import { adopt, eachScreen, proposalBlocks, proposalScreen, setAside } from "./proposal.ts";
import { asked } from "./questions/index.ts";
import { saidToDoubt } from "./reason.ts";
import { askReason, type ReasonScreen, reasonScreen } from "./reasons.ts";
import { isNothing, restUnclear } from "./rest-said.ts";
import { reviewWays } from "./review.ts";
import { nextScreen, type Screen, type TextScreen } from "./screens.ts";
import { linesOfClasses } from "./sheet/classes.ts";
import { pastedSheet } from "./sheet/grid.ts";
import { takeSheets } from "./sheet/take.ts";
import type { Situation } from "./situation.ts";
import { askedAgain, standingPrompt } from "./standing.ts";
import { askZero } from "./submit.ts";
import { takePieces } from "./taking.ts";
import { restHeld } from "./tried.ts";
import { saidUnasked, wordsByName } from "./unasked.ts";
import { whichAsked } from "./which-class.ts";
import { figuresForText } from "./wholly-figures.ts";
import { withdrawScreen } from "./withdraw.ts";

const yes =
  /^(是|是的|对|确认|好|好的|可以|无误|核对无误|没问题了?|没有问题了?|是,(?:报送|撤回)|yes|y|ok|yes, (?:send|take back))$/;
/** Nothing to add and nothing to mend, said to the review. */
const nothingMore =
  /^(没有了?|没了|无|没|不改了?|不用改了?|没有要改的|就这样|跳过|略过|不填|skip|none|nothing|no changes?)$/;
const no = /^(否|不|不是|不对|不用|取消|我来改|不,我有数要填|不撤|no|n|no, i have figures)$/;

const notNow = /^(放一放|先放一放|先放着|以后再说|晚点再报|not now|later)$/;
const goBack = /^(上一步|上一屏|上一题|返回|后退|回去|back|go back)$/;
const takeAll = /^(都采用|全部采用|采用|都要|all|take all|take them)$/;
const leaveAll = /^(不要|都不要|不采用|leave|leave them)$/;

/** What a typed text comes to: an answer to the last prompt, or to the place that it names. */
export function said(situation: Situation, text: string): Outcome {
  const prompt = standingPrompt(situation);
  const screens = screensIn(situation);
  const aside = digression(text, situation, screens);
  // A review is long and stands above, with its buttons.
  if (aside)
    return {
      entries: [],
      lead: [say(aside)],
      ask: prompt?.screen === "review" ? { kind: "same" } : askedAgain(situation),
    };
  if (goBack.test(fold(text))) return back(situation);
  const books = booksMeant(text);
  if (books) return countAs(situation, books);
  const pasted = text.includes("\t") ? paste(situation, text, screens, prompt?.screen) : undefined;
  const which = whichAsked(situation, prompt?.screen);
  if (pasted) return which ? stillWaiting(situation, which, pasted) : pasted;
  const rest = restUnclear(text, situation, prompt && screenCalled(situation, prompt.screen));
  if (rest) return { entries: [], lead: [say(rest)], ask: prompt ? { kind: "same" } : { kind: "next" } };
  if (!prompt)
    return (
      named(situation, text, screens) ??
      explained(situation, text) ??
      (isNothing(text, situation) ? askZero(situation) : undefined) ??
      (isSent(situation.report)
        ? undefined
        : (saidUnasked(situation, text, screens) ?? saidBeside(situation, undefined, text))) ??
      notAsked(situation, text)
    );
  if (prompt.screen === "review" || prompt.screen === "zero" || prompt.screen === withdrawScreen) {
    const answer = fold(text);
    if (prompt.screen === "review" && yes.test(answer)) return reviewConfirmed(situation);
    if (yes.test(answer)) return confirmed(situation, prompt.screen);
    if (no.test(answer) && prompt.screen === withdrawScreen) return { entries: [], lead: [], ask: { kind: "receipt" } };
    if (no.test(answer) || notNow.test(answer))
      return { entries: [], lead: [say({ key: "interview-later" })], ask: { kind: "nothing" } };
    if (prompt.screen === "review" && nothingMore.test(answer)) return nothingToMend(situation);
    // 7=35 and 2 立案=5 mend a line of the review by its number.
    const elsewhere =
      figuresAlone(situation, text, screens) ??
      (namesLine(text) ? fix(situation, text) : named(situation, text, screens)) ??
      (prompt.screen === "review" ? explained(situation, text) : undefined);
    return elsewhere ?? unclearConfirmation(situation, prompt.screen, text);
  }
  const reason = reasonScreen(prompt.screen);
  if (reason) return reasonAnswered(situation, reason, text, screens);
  if (prompt.screen === proposalScreen || prompt.screen === eachScreen)
    return proposalAnswered(situation, text, screens);
  if (prompt.screen.startsWith(doubtPrefix))
    return doubtAnswered(situation, prompt.screen.slice(doubtPrefix.length), text, screens);
  if (which)
    return no.test(fold(text))
      ? { entries: [], lead: [], ask: { kind: "next" } }
      : classAnswered(situation, which, text, screens);
  const screen = screenCalled(situation, prompt.screen);
  if (!screen) return named(situation, text, screens) ?? explained(situation, text) ?? notAsked(situation);
  const elsewhere =
    screen.kind === "text"
      ? (severalNarratives(situation, screen, text) ?? figuresForText(situation, screen, text, screens))
      : undefined;
  if (elsewhere) return elsewhere;
  const ditto = dittoMeant(text, screen, situation);
  const beside = screen.kind === "text" ? undefined : () => saidBeside(situation, screen, text);
  if (ditto?.kind === "refused") return beside?.() ?? answered(screen, { kind: "refused", why: [ditto.why] });
  const held = restHeld(situation, screen, text);
  if (held) return held;
  const answer = asked(screen, situation).said(ditto?.text ?? text);
  if (answer.kind !== "refused" || screen.kind === "text") return answered(screen, answer);
  return (
    named(situation, text, screens) ?? inRow(situation, screen, text, screens) ?? beside?.() ?? answered(screen, answer)
  );
}

/** 没有 to the review sends nothing and leaves it standing: what sends it is said. */
function nothingToMend(situation: Situation): Outcome {
  const screens = screensIn(situation);
  if (isSent(situation.report)) return alreadySent(situation, "review-nothing-sent");
  const open = screens.filter((each) => nextScreen([each], situation.report)).length;
  const lead = say(open > 0 ? { key: "review-nothing-open", args: { screens: open } } : { key: "review-nothing" });
  return { entries: [], lead: [lead, reviewWays(screens, situation)], ask: { kind: "same" } };
}

/** Cells with tabs between, as a spreadsheet copies them; a single line of the screen that is asked is an answer to it. */
function paste(
  situation: Situation,
  text: string,
  screens: readonly Screen[],
  prompt: string | undefined,
): Outcome | undefined {
  const screen = screens.find((each) => each.id === prompt);
  const lines = linesOfClasses(text, situation);
  if (lines !== undefined) return named(situation, lines, screens);
  if (screen?.kind === "figures" && !text.trim().includes("\n")) {
    const answer = asked(screen, situation).said(text);
    if (answer.kind === "kept") return answered(screen, answer);
  }
  return takeSheets(situation, screens, [pastedSheet(text)], { kind: "paste" });
}

/** From here on figures are cumulative ones, or this round's again. */
function countAs(situation: Situation, books: Books): Outcome {
  const prompt = standingPrompt(situation);
  const ask = screensIn(situation).some((screen) => screen.id === prompt?.screen)
    ? ({ kind: "screen", id: prompt?.screen ?? "" } as const)
    : ({ kind: "next" } as const);
  return { entries: [{ kind: "counted", as: books }], lead: [say({ key: `books-${books}` })], ask };
}

/** Several narratives at once, each below its name. */
function severalNarratives(situation: Situation, { question }: TextScreen, text: string): Outcome | undefined {
  const questions = questionsFor(situation.flow, situation.unit.department ?? "").flatMap((each) =>
    each.type === "table" ? [] : [each],
  );
  const parts = narrativesIn(text, question, questions);
  return parts && takePieces(situation, parts);
}

function proposalAnswered(situation: Situation, text: string, screens: readonly Screen[]): Outcome {
  const answer = fold(text);
  const [first] = situation.report.proposal?.items ?? [];
  const one = situation.person.prompt?.screen === eachScreen ? first?.id : undefined;
  if (yes.test(answer) || takeAll.test(answer))
    return adopt(situation, takeAll.test(answer) ? undefined : one) ?? notAsked(situation);
  if (no.test(answer) || leaveAll.test(answer)) return setAside(situation, one) ?? notAsked(situation);
  const elsewhere = named(situation, text, screens);
  if (elsewhere) return elsewhere;
  const blocks = proposalBlocks(situation, false);
  const lead = [say({ key: "proposal-yes-or-no", args: { part: excerpt(text) } })];
  return { entries: [], lead, ask: { kind: "confirm", screen: proposalScreen, blocks } };
}

/** A reason in so many words; figures that are named are another change, and 否 takes it back. */
function reasonAnswered(situation: Situation, screen: ReasonScreen, text: string, screens: readonly Screen[]): Outcome {
  if (no.test(fold(text))) return reasonWithheld(situation, screen);
  const elsewhere = named(situation, text, screens);
  if (elsewhere) return elsewhere;
  // 忘了 is an honest word for being late, and says it all.
  const meant = saidToDoubt(text, [], screen === "reason-correction" ? undefined : 2);
  // 填错了 says that a doubted figure is wrong; here it is the reason itself.
  const reason = meant.kind === "reason" ? meant.reason : meant.kind === "wrong" ? text.trim() : undefined;
  if (reason !== undefined && !isAstray(reason, situation)) return reasonGiven(situation, screen, reason);
  return {
    entries: [],
    lead: [
      say({
        key: screen === "reason-correction" ? "reason-unclear" : "reason-unclear-late",
        args: { part: excerpt(text) },
      }),
    ],
    ask: askReason(situation, screen),
  };
}

function unclearConfirmation(situation: Situation, screen: string, text: string): Outcome {
  const lead = [say({ key: "interview-yes-or-no", args: { part: excerpt(text) } })];
  return screen === "zero" ? { ...askZero(situation), lead } : { entries: [], lead, ask: { kind: "review" } };
}

/** A text that answers nothing: nobody was asked, or the round has moved on. */
function notAsked(situation: Situation, text = ""): Outcome {
  if (isSent(situation.report)) return alreadySent(situation, "interview-not-asked");
  const lead = [say({ key: "interview-not-asked" }), ...wordsByName(situation, text)];
  return { entries: [], lead, ask: { kind: "next" } };
}
