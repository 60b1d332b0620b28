import { questionsFor } from "../flow/flow.ts";
import { say } from "../message.ts";
import { isSent } from "../submission.ts";
import { answered } from "./answering.ts";
import { back } from "./back.ts";
import { doubtAnswered } from "./doubts/doubt-answer.ts";
import { doubtPrefix } from "./doubts/doubts.ts";
import { saidToDoubt } from "./doubts/reason.ts";
import { askReason, type ReasonScreen, reasonScreen } from "./doubts/reasons.ts";
import { classAnswered, stillWaiting } from "./meant/class-answer.ts";
import { askWhich, whichAsked } from "./meant/which-class.ts";
import { type Outcome, screenCalled, screensIn } from "./outcome.ts";
import { adopt, eachScreen, proposalBlocks, proposalScreen, setAside } from "./proposal.ts";
import { asked } from "./questions/index.ts";
import { type Books, booksMeant } from "./reading/books.ts";
import { cutShortAt } from "./reading/cut-short.ts";
import { dittoMeant } from "./reading/ditto.ts";
import { excerpt } from "./reading/excerpt.ts";
import { askWords, wordsAsked, wordsPicked } from "./reading/line-said.ts";
import { inRow, named } from "./reading/named.ts";
import { fold } from "./reading/names.ts";
import { narrativesIn } from "./reading/narrative.ts";
import { takePieces } from "./reading/taking.ts";
import { figuresForText } from "./reading/wholly-figures.ts";
import { isNothing, restUnclear } from "./refused/rest-said.ts";
import { restHeld } from "./refused/tried.ts";
import { isAstray } from "./said/astray.ts";
import { begun } from "./said/begin.ts";
import { saidBeside } from "./said/beside.ts";
import { digression } from "./said/digression.ts";
import { takesBack } from "./said/given-up.ts";
import { saidWrong } from "./said/said-wrong.ts";
import { notAsked, saidUnasked } from "./said/unasked.ts";
import { saysNo, saysYes } from "./said/yes-no.ts";
import type { Screen, TextScreen } from "./screens.ts";
import { reasonGiven, reasonWithheld } from "./sending/after-freeze.ts";
import { confirmationSaid, isConfirmation } from "./sending/confirming.ts";
import { explained } from "./sending/explained.ts";
import { notNarrative } from "./sending/review-words.ts";
import { askZero } from "./sending/submit.ts";
import { asksForUnsent, unsentOffer } from "./sending/unsent.ts";
import { linesOfClasses } from "./sheet/classes.ts";
import { pastedSheet } from "./sheet/grid.ts";
import { takeSheets } from "./sheet/take.ts";
import type { Situation } from "./situation.ts";
import { askedAgain, standingPrompt } from "./standing.ts";

const goBack = /^(上一步|上一屏|上一题|返回|后退|回去|back|go back)$/;
const takeAll = /^(都采用|全部采用|采用|都要|all|take all|take them)$/;
const leaveAll = /^(不要|都不要|不采用|leave|leave them)$/;

/** What a typed text comes to: an answer to the last prompt, or to the place that it names. */
export function said(situation: Situation, text: string): Outcome {
  const prompt = standingPrompt(situation);
  const screens = screensIn(situation);
  const unsent = asksForUnsent(text) ? unsentOffer(situation) : [];
  if (unsent.length > 0) return { entries: [], lead: unsent, ask: askedAgain(situation) };
  const taken = notNarrative(situation, text, screens);
  if (taken) return taken;
  const begins = begun(situation, text);
  if (begins) return begins;
  const aside = digression(text, situation, screens);
  // A review is long and stands above, with its buttons.
  if (aside)
    return {
      entries: [],
      lead: [say(aside)],
      ask: prompt?.screen === "review" || prompt?.screen === "zero" ? { kind: "same" } : askedAgain(situation),
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
      saidWrong(situation, text) ??
      (isNothing(text, situation) ? askZero(situation) : undefined) ??
      (isSent(situation.report)
        ? undefined
        : (saidUnasked(situation, text, screens) ?? saidBeside(situation, undefined, text))) ??
      notAsked(situation, text)
    );
  const words = wordsAsked(situation, prompt.screen);
  if (words) return wordsAnswered(situation, words, text, screens);
  if (isConfirmation(prompt.screen)) return confirmationSaid(situation, prompt.screen, text, screens);
  const reason = reasonScreen(prompt.screen);
  if (reason) return reasonAnswered(situation, reason, text, screens);
  if (prompt.screen === proposalScreen || prompt.screen === eachScreen)
    return proposalAnswered(situation, text, screens);
  if (prompt.screen.startsWith(doubtPrefix))
    return doubtAnswered(situation, prompt.screen.slice(doubtPrefix.length), text, screens);
  if (which) return classAnswered(situation, which, text, screens);
  const screen = screenCalled(situation, prompt.screen);
  if (!screen) return named(situation, text, screens) ?? explained(situation, text) ?? notAsked(situation, text);
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
  const cut = cutShortAt(situation, screen, text);
  if (cut.length > 0) return askWhich(situation, { screens: cut, rest: text.trim() });
  const answer = asked(screen, situation).said(ditto?.text ?? text);
  if (answer.kind !== "refused" || screen.kind === "text") return answered(screen, answer);
  return (
    named(situation, text, screens) ??
    inRow(situation, screen, text, screens) ??
    beside?.() ??
    answered(screen, asked(screen, situation).partly(text) ?? answer)
  );
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
  const taken = takeSheets(situation, screens, [pastedSheet(text)], { kind: "paste" });
  const alone = taken?.entries.length === 0 && /^[^\t\n]+(?:\t[^\t\n]+)+$/.test(text.trim());
  // A line of a row and as many figures as some of its screens take says more than that it is no whole line of the form.
  const line = alone ? named(situation, text.trim().replaceAll("\t", " "), screens) : undefined;
  return line && (line.entries.length > 0 || line.ask.kind === "confirm") ? line : taken;
}

/** What is to be done with words that wait; anything else was said to the review, but sends nothing that is not shown. */
function wordsAnswered(
  situation: Situation,
  words: NonNullable<ReturnType<typeof wordsAsked>>,
  text: string,
  screens: readonly Screen[],
): Outcome {
  const picked = wordsPicked(situation, words, text);
  if (picked) return picked;
  if (saysNo(text)) return { entries: [], lead: [], ask: { kind: "review" } };
  return saysYes(text) ? askWords(situation, words) : confirmationSaid(situation, "review", text, screens);
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
  if (saysYes(text) || takeAll.test(answer))
    return adopt(situation, takeAll.test(answer) ? undefined : one) ?? notAsked(situation);
  if (saysNo(text) || leaveAll.test(answer)) return setAside(situation, one) ?? notAsked(situation);
  const elsewhere = named(situation, text, screens);
  if (elsewhere) return elsewhere;
  const blocks = proposalBlocks(situation, false);
  const lead = [say({ key: "proposal-yes-or-no", args: { part: excerpt(text) } })];
  return { entries: [], lead, ask: { kind: "confirm", screen: proposalScreen, blocks } };
}

const missed = /^漏[报填]了?$/;

/** A reason in so many words; figures that are named are another change, and 否 takes it back. */
function reasonAnswered(situation: Situation, screen: ReasonScreen, text: string, screens: readonly Screen[]): Outcome {
  if (saysNo(text) || takesBack(text)) return reasonWithheld(situation, screen);
  const elsewhere = named(situation, text, screens);
  if (elsewhere) return elsewhere;
  // 忘了 is an honest word for being late, and says it all.
  const meant = saidToDoubt(text, [], screen === "reason-correction" ? undefined : 2);
  // 填错了 says that a doubted figure is wrong, and 漏报 little; here they are the reason itself.
  const itself = meant.kind === "wrong" || missed.test(fold(text));
  const reason = meant.kind === "reason" ? meant.reason : itself ? text.trim() : undefined;
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
