import { say } from "../../message.ts";
import { actionText } from "../actions.ts";
import { answered } from "../answering.ts";
import { type Outcome, screensIn } from "../outcome.ts";
import { asked } from "../questions/index.ts";
import type { TextScreen } from "../screens.ts";
import { fix, lineNamed, namesLine } from "../sending/fixing.ts";
import { screenName } from "../sending/review.ts";
import type { Situation } from "../situation.ts";
import { excerpt } from "./excerpt.ts";
import { fold } from "./names.ts";

/** The prompt remembers the narrative and the words: `words/work/2 家企业补充了材料`. */
const prompts = /^words\/([^/]*)\/(.*)$/s;

/** The buttons, as they may be typed. */
const adds = /^(?:接上|接在后面|加上|补上|追加|补充|add|append)$/;
const replaces = /^(?:换成|换掉|换|替换|覆盖|replace)$/;

/** Words of which nobody can tell whether they begin with a line of the review, and the narrative of that line. */
type Words = { readonly screen: TextScreen; readonly written: string };

/**
 * A correction by line, said to the review: 2 立案=5. Where the line is a narrative, 2 家企业补充了材料 may as well be words of
 * their own: it is asked before what stands there is replaced. Undefined where no line is named.
 */
export function lineSaid(situation: Situation, text: string): Outcome | undefined {
  if (!namesLine(text)) return undefined;
  const { line, parted } = lineNamed(situation, text) ?? {};
  const standing = line?.kind === "text" && situation.report.told[line.id]?.kind === "text";
  return standing && !parted ? askWords(situation, { screen: line, written: text.trim() }) : fix(situation, text);
}

/** What a prompt asked, where it asked what to do with such words. */
export function wordsAsked(situation: Situation, prompt: string | undefined): Words | undefined {
  const [, id, written] = prompts.exec(prompt ?? "") ?? [];
  const screen = screensIn(situation).find((each) => each.id === id);
  return screen?.kind === "text" && written ? { screen, written } : undefined;
}

/** Asks whether words are to go on with a narrative, or to take its place. */
export function askWords(situation: Situation, words: Words): Outcome {
  const { screen, written } = words;
  const { flow, round } = situation;
  const told = situation.report.told[screen.id];
  const args = {
    part: excerpt(written),
    question: screenName(screen),
    text: told?.kind === "text" ? excerpt(told.text) : "",
    rest: excerpt(restOf(situation, written)),
  };
  const pick = (value: string) => actionText("pick", flow, round.round, "words", value);
  const blocks = [
    say({ key: "words-where", args }),
    {
      kind: "choices" as const,
      choices: [
        { label: { key: "words-add", args }, action: pick("add") },
        { label: { key: "words-replace", args }, action: pick("replace") },
        { label: { key: "words-leave" }, action: "cmd:review" },
      ],
    },
  ];
  return { entries: [], lead: [], ask: { kind: "confirm", screen: `words/${screen.id}/${written}`, blocks } };
}

/** The press or the typed button that says what to do with the words; undefined for anything else. */
export function wordsPicked(situation: Situation, words: Words, picked: string): Outcome | undefined {
  const { screen, written } = words;
  const told = situation.report.told[screen.id];
  const before = told?.kind === "text" ? told.text.trim() : "";
  const said = fold(picked);
  if (adds.test(said)) {
    const joint = before === "" || /[。.!！？?;；,，]$/.test(before) ? "" : "；";
    return answered(screen, asked(screen, situation).said(before + joint + written));
  }
  return replaces.test(said) ? answered(screen, asked(screen, situation).said(restOf(situation, written))) : undefined;
}

function restOf(situation: Situation, written: string): string {
  return lineNamed(situation, written)?.rest ?? written;
}
