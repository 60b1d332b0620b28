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
