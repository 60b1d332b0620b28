import type { TextQuestion } from "../flow/schema.ts";
import { fold, namesOf } from "./names.ts";

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
 * first name answers the one that was asked. Undefined where no other question is named.
 */
export function narrativesIn<Q extends Asked & { readonly id: string }>(
  text: string,
  asked: Q,
  questions: readonly Q[],
): readonly { readonly question: Q; readonly text: string }[] | undefined {
  const parts: { question: Q; lines: string[] }[] = [{ question: asked, lines: [] }];
  for (const line of text.split(/\r?\n/)) {
    const named = questions.flatMap((question) => {
      const behind = behindName(line, question);
      return behind?.colon ? [{ question, words: behind.words }] : [];
    })[0];
    if (named) parts.push({ question: named.question, lines: [named.words] });
    else parts.at(-1)?.lines.push(line);
  }
  if (parts.every(({ question }) => question.id === asked.id)) return undefined;
  return parts
    .map(({ question, lines }) => ({ question, text: lines.join("\n").trim() }))
    .filter(({ text: words }) => words !== "");
}
