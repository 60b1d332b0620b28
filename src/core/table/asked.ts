import type { UnitId } from "../entry.ts";
import type { Row } from "../flow/flow.ts";
import type { Text } from "../message.ts";
import type { Round } from "../round.ts";

/** How a table is divided: by the rows of the form, by branches of the tree, by departments, by units. */
export type Division = "rows" | "branches" | "departments" | "units";

/** What somebody asks to see: which rounds, whose figures, of which row, and how divided. */
export type Asked = {
  /** Oldest first, at least one; several are a span, and "this round" is then the sum over them. */
  readonly rounds: readonly Round[];
  readonly figures: "round" | "cumulative";
  /** A branch or a unit; absent: all that the asker may see. */
  readonly node?: UnitId;
  readonly department?: string;
  readonly row?: Row;
  readonly by: Division;
  /** Drafts are added, and marked. */
  readonly drafts: boolean;
};

/** Something that a word may have meant: how it is said to people, and the words that ask for it without doubt. */
export type Meant = { readonly label: Text; readonly words: string };

/** The words that ask for just this, short enough for a button: what `readAsked` reads back. */
export function wordsOf(asked: Asked, newest: Round): string {
  const [first, last] = [asked.rounds[0], asked.rounds.at(-1)];
  const span = asked.rounds.length > 1 ? `${first?.number}-${last?.number}` : `${last?.number}`;
  const words = [
    asked.rounds.length === 1 && last?.round === newest.round ? "" : span,
    asked.figures === "cumulative" ? "cum" : "",
    asked.node === undefined ? "" : `u.${asked.node}`,
    asked.department === undefined ? "" : `d.${asked.department}`,
    asked.row ? `r.${asked.row.id}` : "",
    asked.by === "rows" ? "" : `by.${asked.by}`,
    asked.drafts ? "drafts" : "",
  ];
  return words.filter((word) => word !== "").join(" ");
}
