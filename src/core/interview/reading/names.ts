import type { Label } from "../../message.ts";
import { workedOut } from "../../worked-out.ts";
import { halfWidth } from "./quantity.ts";

/** Anything of the form that people call by name. */
export type Named = { readonly label: Label; readonly short?: Label | undefined; readonly aliases?: readonly string[] };

/**
 * Every name of a thing, in each language, folded for comparison: the label, the label without what stands in
 * brackets (立案（件） is called 立案), the short form, the aliases. Longest first.
 */
export function namesOf(thing: Named): readonly string[] {
  return workedOut(names, thing, workOutNames);
}

/** The things of a form are the same with every message, and each message is held against all of them. */
const names = new WeakMap<Named, readonly string[]>();

function workOutNames(thing: Named): readonly string[] {
  const labels = [...Object.values(thing.label), ...Object.values(thing.short ?? {}), ...(thing.aliases ?? [])].map(
    fold,
  );
  const bare = labels.map((name) => name.replace(/\([^)]*\)/g, "").trim());
  return [...new Set([...labels, ...bare])].filter((name) => name !== "").sort((a, b) => b.length - a.length);
}

/** Names by their first letter, in their order: at each place of a text only those of its letter are tried. */
export type ByLetter<N> = ReadonlyMap<string, readonly N[]>;

/** Sorts names by the letter that they begin with. */
export function byLetter<N extends { readonly name: string }>(names: readonly N[]): ByLetter<N> {
  const by = new Map<string, N[]>();
  for (const each of names) {
    const letter = each.name.charAt(0);
    const before = by.get(letter);
    if (before) before.push(each);
    else by.set(letter, [each]);
  }
  return by;
}

/** Case, width and inner spacing do not tell names apart. */
export function fold(text: string): string {
  // A single space stays as it is: to put another in its place took as long as all the rest.
  return halfWidth(text)
    .toLowerCase()
    .replace(/\s{2,}|[^\S ]/g, " ")
    .trim();
}

/** A name as an expression finds it, letter by letter. */
export function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The things whose name is exactly this text. */
export function calledExactly<T extends Named>(text: string, things: readonly T[]): readonly T[] {
  const name = fold(text);
  return things.filter((thing) => namesOf(thing).includes(name));
}

/** The thing whose longest name begins the (folded) text, and what follows it. */
export function leadingName<T extends Named>(
  text: string,
  things: readonly T[],
): { thing: T; rest: string } | undefined {
  let best: { thing: T; length: number } | undefined;
  for (const thing of things) {
    const name = namesOf(thing).find((each) => text.startsWith(each) && !splitsWord(text, each));
    if (name !== undefined && name.length > (best?.length ?? 0)) best = { thing, length: name.length };
  }
  return best && { thing: best.thing, rest: text.slice(best.length).replace(/^[\s·:,;、/]+/, "") };
}

/** `mask` must not be found in `masking`: Latin letters on both sides of the cut are one word. */
function splitsWord(text: string, name: string): boolean {
  return /[a-z]$/.test(name) && /^[a-z]/.test(text.slice(name.length));
}

/** What of a text as written stands behind a name: `rest` is the same, folded. */
export function asWritten(text: string, rest: string): string {
  if (rest === "") return "";
  for (let at = 0; at <= text.length; at += 1) {
    const tail = text.slice(at);
    if (/^[\s·:：,，;；、/]/.test(tail)) continue;
    const folded = fold(tail);
    if (folded === rest) return tail.trim();
    // What is shorter already is not found further on, and the whole is not to be folded once for each of its letters.
    if (folded.length < rest.length) return rest;
  }
  return rest;
}
