import type { Entry } from "../../entry.ts";
import type { Tried } from "../../report-entry.ts";

/** Words by the line that they are of. */
export type TriedWords = Readonly<Record<string, string>>;

/** The words that lie beside the entries of a report which say what was tried. */
export function triedWords(history: readonly Entry[]): TriedWords {
  return Object.fromEntries(
    history.flatMap(({ id, kind, aside = {} }) =>
      kind === "tried"
        ? Object.entries(aside).map(([number, words]) => [lineKey({ message: id, number: Number(number) }), words])
        : [],
    ),
  );
}

/** What tells a line from all others. */
export function lineKey({ message, number }: Pick<Tried, "message" | "number">): string {
  return `${message}/${number}`;
}
