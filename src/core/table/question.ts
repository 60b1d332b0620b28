import type { FlowColumn, Form } from "../flow/flow.ts";
import { besideNames } from "./reader.ts";
import type { Term, Vocabulary } from "./vocabulary.ts";
import { likely } from "./words.ts";

/** So many units are thought of where a name is misspelt. */
const NEAR = 6;

/** Whether words ask something, and do not merely name units and figures: 龙岩 口罩 罚没 does not. */
export function asksSomething(words: string, vocabulary: Vocabulary): boolean {
  const letters = besideNames(words, vocabulary).replace(/的|[^\p{L}\p{N}?]/gu, "");
  return letters.includes("?") || letters.length > 1;
}

const howMuch =
  /^(?:请问|现在|目前|这期|本期|一共|总共|到底|各|共|是|有|了)*(?:多少|几)(?:家|件|批次|批|人次|人|万元|元|钱|个)?(?:了|呢|啊|吗|呀)*\?*$/;
const howMuchInEnglish = /^(?:what|howmany|howmuch)(?:is|are|was|were|did|do|the|in|of|for|there|have|has|we)*\?*$/;

/**
 * Whether words ask how much a figure is and nothing beyond it: 漳州 口罩 出动是多少, and not 立案有几件是旧案. Of a column
 * that is meant without being named, its letters say nothing more: 罚了多少钱 of 罚没.
 */
export function asksHowMuch(words: string, vocabulary: Vocabulary, meant?: FlowColumn): boolean {
  const own = [
    ...new Set(
      Object.values(meant?.short ?? {})
        .join("")
        .match(/\p{Script=Han}/gu),
    ),
  ];
  const letters = own
    .reduce((left, letter) => left.replaceAll(`${letter}了`, "").replaceAll(letter, ""), besideNames(words, vocabulary))
    .replace(/的|[^\p{L}\p{N}?]/gu, "");
  return howMuch.test(letters) || howMuchInEnglish.test(letters);
}

/**
 * A first word by itself that is nearly the name of a unit, in a sentence that names none, with the units that it may
 * have meant; undefined where the sentence names one or begins otherwise.
 */
export function unitMisspelt(
  words: string,
  terms: readonly Term[],
  vocabulary: Vocabulary,
): { readonly part: string; readonly near: readonly Term[] } | undefined {
  if (terms.some(({ kind }) => kind === "unit" || kind === "department")) return undefined;
  const [part = "", ...rest] = words.trim().split(/\s+/);
  const named = besideNames(part, vocabulary) !== part;
  if (rest.length === 0 || named || /[?？]/.test(part)) return undefined;
  const units = vocabulary.filter(({ thing }) => thing.kind === "unit");
  const near = likely(part, units, NEAR);
  return near.length > 0 ? { part, near } : undefined;
}

/** The column that 多少钱 is about: the only amount of the printed form; undefined where the words name no money, or there are several. */
export function moneyMeant(words: string, { blocks }: Pick<Form, "blocks">): FlowColumn | undefined {
  if (!/钱|金额|\bmoney\b/i.test(words)) return undefined;
  const amounts = blocks
    .filter(({ printed }) => printed)
    .flatMap(({ groups }) => groups.flatMap(({ columns }) => columns))
    .filter(({ kind, computed }) => kind === "amount" && !computed);
  const [only] = amounts;
  return amounts.every(({ id }) => id === only?.id) ? only : undefined;
}

/** Whether words ask for everything up to now, and not for one round alone. */
export function asksAltogether(words: string): boolean {
  return /一共|总共|累计|至今|到现在|到目前|\b(?:in total|altogether|so far|in all)\b/i.test(words);
}

/** Whether words ask something, for whoever says what could not be read. */
export function isQuestion(words: string): boolean {
  return /[?？]|[吗呢么][。.]*$|哪|谁|多少|几|什么|怎么|为何|如何|最[多少高低早晚]|^(?:who|what|when|which|how|why|has|have|did|is|are)\b/i.test(
    words.trim(),
  );
}
