import type { Phrase, Text } from "../message.ts";
import { instead } from "./nearest.ts";
import type { Part, Path } from "./problem.ts";

/** What a check of meaning tells its findings to, and asks how far the file can be relied upon. */
export type Examiner = {
  /** `wrong` is what is wrong; its key and `-fix` is what to write instead. */
  readonly tell: (path: Path, wrong: Phrase, part?: Part) => void;
  /** False where the schema refused something at the path, above it or right below: what follows from it is no news. */
  readonly sound: (path: Path) => boolean;
  readonly lineOf: (path: Path) => number;
};

/** Things that an id may name: what they are called together, where they are listed, and the ids. */
export type Known = { readonly what: Text; readonly at: Path; readonly ids: readonly string[] };

/** Tells where an id names nothing; true where it does name something. */
export function refers(ex: Examiner, id: string, known: Known, path: Path): boolean {
  if (known.ids.includes(id)) return true;
  // The thing may be there and merely unreadable; that has been told already.
  if (ex.sound(known.at)) {
    const args = { id, what: known.what, instead: instead(id, known.ids, known.what) };
    ex.tell(path, { key: "problem-unknown", args });
  }
  return false;
}

/** The same of every id in a list at a path. */
export function referAll(ex: Examiner, ids: readonly string[] | undefined, known: Known, at: Path): void {
  for (const [index, id] of (ids ?? []).entries()) refers(ex, id, known, [...at, index]);
}

/** Tells of every word that stands a second time; `what` names one of the things that bear it, `at` where it stands. */
export function unique(ex: Examiner, what: Text, words: readonly string[], at: (index: number) => Path): void {
  for (const [index, word] of words.entries()) {
    const first = words.indexOf(word);
    if (first === index || !ex.sound(at(first)) || !ex.sound(at(index))) continue;
    const line = String(ex.lineOf(at(first)));
    ex.tell(at(index), { key: "problem-twice", args: { what, word, line } });
  }
}

/** Names one after the other, as a sentence lists them. */
export function listed(names: readonly string[]): Text {
  return { join: names, by: { key: "listed-and" } };
}
