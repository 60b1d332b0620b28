import type { ChoiceQuestion, TextQuestion } from "../../flow/schema.ts";
import { calledExactly, fold, namesOf } from "./names.ts";
import type { Piece } from "./pieces.ts";

type Asked = Pick<TextQuestion, "label" | "short">;

/** What numbers a heading, or frames it: 一、 （1） 【 ## */
const before = /^\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]\s*)?[【[《#*\s]*/;
const frame = /^\s*[】\]》*]+/;

/** As much wider than its name a name may be written, with spaces in it. */
const WIDER = 8;

/** What stands behind the name of a question; undefined where the line does not begin with it. */
export function behindName(
  line: string,
  question: Asked,
): { readonly words: string; readonly colon: boolean } | undefined {
  const rest = line.replace(before, "");
  const names = namesOf({ ...question, aliases: [] });
  // Names are compared folded: the shortest beginning that folds to one is the name as it was written.
  const longest = Math.max(...names.map((name) => name.length)) + WIDER;
  for (let end = 1; end <= Math.min(rest.length, longest); end += 1) {
    const here = fold(rest.slice(0, end));
    if (!names.includes(here) || names.some((name) => name.length > here.length && fold(rest).startsWith(name)))
      continue;
    const after = rest.slice(end);
    const framed = after.replace(frame, "");
    const colon = /^\s*[:：]/.test(framed) || framed !== after || framed.trim() === "";
    if (!colon && !/^[\s,，、—–-]/.test(framed)) return undefined;
    return { words: framed.replace(/^[\s:：,，、—–-]+/, ""), colon };
  }
  return undefined;
}

/** A narrative without the name of its own question in front. */
export function withoutName(text: string, question: Asked): string {
  const [first = "", ...lines] = text.trim().split(/\r?\n/);
  const behind = behindName(first, question);
  return behind ? [behind.words, ...lines].join("\n").trim() : text.trim();
}

/**
 * The parts of a text that answers several questions, each below its name with a colon; what stands in front of the
 * first name answers the one that was asked. A choice takes its own line, where that names an option, and no other.
 * Undefined where no other question is named.
 */
export function narrativesIn(
  text: string,
  asked: TextQuestion,
  questions: readonly (TextQuestion | ChoiceQuestion)[],
): readonly Piece[] | undefined {
  const parts: { question: TextQuestion; lines: string[] }[] = [{ question: asked, lines: [] }];
  const chosen: Piece[] = [];
  for (const line of text.split(/\r?\n/)) {
    const named = questions.flatMap((question) => {
      const behind = behindName(line, question);
      return behind?.colon ? [{ question, words: behind.words }] : [];
    })[0];
    if (named?.question.type === "text") parts.push({ question: named.question, lines: [named.words] });
    else if (named && calledExactly(named.words, named.question.options).length > 0)
      chosen.push({ kind: "choice", question: named.question, text: named.words });
    else parts.at(-1)?.lines.push(line);
  }
  if (chosen.length === 0 && parts.every(({ question }) => question.id === asked.id)) return undefined;
  const told = parts.map(({ question, lines }): Piece => ({ kind: "text", question, text: lines.join("\n").trim() }));
  return [...told.filter((piece) => piece.kind === "text" && piece.text !== ""), ...chosen];
}
