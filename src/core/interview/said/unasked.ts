import { say } from "../../message.ts";
import { isSent } from "../../submission.ts";
import { answered } from "../answering.ts";
import { type Outcome, screensIn } from "../outcome.ts";
import { asked } from "../questions/index.ts";
import { isShort, unwrite } from "../questions/text.ts";
import { excerpt } from "../reading/excerpt.ts";
import { firstTextQuestion } from "../reading/line-unread.ts";
import { saidOfOnlyRow } from "../reading/named.ts";
import { nextScreen, type Screen } from "../screens.ts";
import { alreadySent } from "../sending/explained.ts";
import type { Situation } from "../situation.ts";

/**
 * What comes before anything was asked, often the whole report in one message: figures of a form's only row, or the
 * narrative with which the form begins, with a way back. Undefined where it is neither.
 */
export function saidUnasked(situation: Situation, text: string, screens: readonly Screen[]): Outcome | undefined {
  const row = saidOfOnlyRow(situation, text, screens);
  if (row) return row.entries.length > 0 || row.ask.kind === "confirm" ? row : { ...row, ask: { kind: "next" } };
  const screen = nextScreen(screens, situation.report);
  if (screen?.kind !== "text") return undefined;
  const answer = asked(screen, situation).said(text);
  const [entry] = answer.kind === "kept" ? answer.entries : [];
  if (entry?.kind !== "wrote") return { ...answered(screen, answer), ask: { kind: "next" } };
  if (isShort(entry.text)) return undefined;
  return answered(screen, { ...answer, choices: [unwrite(screen.id, screen.question, entry.text, situation)] });
}

/** What a text comes to that answers nothing: nobody was asked, or the round has moved on. */
export function notAsked(situation: Situation, text = ""): Outcome {
  const { report } = situation;
  if (isSent(report)) return alreadySent(situation, "interview-not-asked");
  // Of figures it tells more that none are awaited; of words, where something is asked below, it would be wrong.
  const inWords =
    text !== "" && !/\d/.test(text) && screensIn(situation).some((screen) => nextScreen([screen], report));
  const lead = [
    say(inWords ? { key: "interview-unread", args: { part: excerpt(text) } } : { key: "interview-not-asked" }),
    ...wordsByName(situation, text),
  ];
  return { entries: [], lead, ask: { kind: "next" }, ...(/\d/.test(text) ? { refused: [{}] } : {}) };
}

/** Shorter than this nobody means as a narrative that is not even asked. */
const LEAST_LETTERS = 12;

/** How to write a narrative that was not asked, to whoever may have meant one. */
function wordsByName(situation: Situation, text: string): Outcome["lead"] {
  const question = firstTextQuestion(situation);
  if (question === undefined || (text.match(/\p{L}/gu) ?? []).length < LEAST_LETTERS) return [];
  return [say({ key: "taken-unread-words", args: { question } })];
}
