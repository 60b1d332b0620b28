import { halfWidth } from "../interview/reading/quantity.ts";
import { nearest } from "../source/nearest.ts";

/** Something that can be called by name, with what it is. */
export type Called<T> = { readonly thing: T; readonly names: readonly string[] };

/** Case, width and doubled spaces do not tell words apart. */
export function plain(text: string): string {
  return halfWidth(text).normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** What stands between words that say something. */
const between = /^[\s·:,;、，；：/|的]+/;

/** The text without what stands before its next word. */
export function afterBetween(text: string): string {
  return text.replace(between, "");
}

/** Whether a name that ends here would cut a Latin word or a figure in two. */
function cuts(text: string, length: number): boolean {
  const [before = "", after = ""] = [text[length - 1], text[length]];
  return /[a-z0-9_.-]/.test(before) && /[a-z0-9_]/.test(after);
}

/** The things whose longest name begins the (plain) text, and how long that name is; none where nothing does. */
export function leading<T>(
  text: string,
  known: readonly Called<T>[],
): { readonly things: readonly T[]; readonly length: number } {
  let length = 0;
  let things: T[] = [];
  for (const { thing, names } of known)
    for (const name of names) {
      if (name === "" || name.length < length || !text.startsWith(name) || cuts(text, name.length)) continue;
      if (name.length > length) things = [];
      length = name.length;
      if (!things.includes(thing)) things.push(thing);
    }
  return { things, length };
}

/** The things of which some name holds the word; a single Latin letter or two hold nothing. */
export function holding<T>(word: string, known: readonly Called<T>[]): readonly T[] {
  if (word === "" || (/^[\x20-\x7e]+$/.test(word) && word.length < 3)) return [];
  return known.filter(({ names }) => names.some((name) => name.includes(word))).map(({ thing }) => thing);
}

/** The things that a word most likely meant, the nearest first, where none bears it. */
export function likely<T>(word: string, known: readonly Called<T>[], most: number): readonly T[] {
  const found: T[] = [];
  let left = known;
  while (found.length < most) {
    const name = nearest(
      word,
      left.flatMap(({ names }) => names),
    );
    const meant = name === undefined ? undefined : left.find(({ names }) => names.includes(name));
    if (!meant) break;
    found.push(meant.thing);
    left = left.filter((each) => each !== meant);
  }
  return found;
}
