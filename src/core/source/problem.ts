import type { Phrase, Text } from "../message.ts";

/** A way into a document: keys and indices from its root. */
export type Path = readonly (string | number)[];

/** A mistake in a file that people write: where it is (1-based), what is wrong and what to write instead. */
export type Problem = {
  readonly line: number;
  readonly column: number;
  /** As people write it, `blocks[0].rows[2].id`; empty for the document as a whole. */
  readonly path: string;
  readonly message: Text;
  readonly fix: Text;
};

/** What is wrong, and what to write instead: the sentence under the same key and `-fix`, with the same arguments. */
export function wrong(what: Phrase): Pick<Problem, "message" | "fix"> {
  return { message: what, fix: { ...what, key: `${what.key}-fix` } };
}

/** Both as one text: what is wrong, and below it what to do. */
export function toMend(what: Phrase): Text {
  const { message, fix } = wrong(what);
  return { join: [message, fix], by: MEND };
}

/** What stands before the way out. */
export const MEND = "\n    -> ";

/** Which part of an entry a problem is about: its key, what stands behind it, or the text there from a character on. */
export type Part = "key" | "value" | number;

/** A path as people write it: `blocks[0].rows[2].id`. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

/** More at once nobody reads, and a file that is none of ours has tens of thousands. */
const MOST = 200;

/** In the order of the file, each said once; of very many the first, and that more follow. */
export function sorted(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  const told = [...problems]
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter((problem) => {
      const key = `${problem.line}:${problem.column}:${JSON.stringify(problem.message)}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    });
  const next = told[MOST];
  if (!next) return told;
  return [...told.slice(0, MOST), { ...next, ...wrong({ key: "problem-more" }) }];
}
