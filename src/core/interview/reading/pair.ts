import type { FiguresScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { readBooked } from "./books.ts";

/** A screen and the words that are said to it. */
export type Share = { readonly screen: FiguresScreen; readonly words: string };

/** The figures of a text that holds nothing else, as written. */
export function bareFigures(text: string): readonly string[] {
  return /^[\d.]+(?:[\s,;、/|]+[\d.]+)*$/.test(text) ? text.split(/[\s,;、/|]+/) : [];
}

/**
 * `12 2 1 8 10 1`: the two screens that take just so many figures between them, one behind the other in the form, and what
 * each takes. Undefined where no two do, or more than two: then nobody can tell.
 */
export function pairFor(
  text: string,
  ofRow: readonly FiguresScreen[],
  situation: Situation,
): readonly Share[] | undefined {
  const figures = bareFigures(text);
  const pairs = ofRow.flatMap((screen, index): readonly (readonly Share[])[] => {
    const next = ofRow[index + 1];
    if (!next || screen.places.length + next.places.length !== figures.length) return [];
    const at = screen.places.length;
    const shares = [
      { screen, words: figures.slice(0, at).join(" ") },
      { screen: next, words: figures.slice(at).join(" ") },
    ];
    const read = shares.every(({ screen, words }) => readBooked(words, screen.places, situation).kind === "figures");
    return read && shares.every(({ screen }) => screen.places.length > 1) ? [shares] : [];
  });
  const [only, another] = pairs;
  return another ? undefined : only;
}
