import type { Entry } from "../core/entry.ts";
import type { FlowColumn, Group, Row } from "../core/flow/flow.ts";
import { excerpt } from "../core/interview/reading/excerpt.ts";
import { fold, namesOf } from "../core/interview/reading/names.ts";
import type { Text } from "../core/message.ts";

/** A figure of the form, of one row or over all. */
type Of = { readonly row?: Row; readonly group: Group; readonly column: FlowColumn };

/**
 * How a change came about, with the words as they were written where they still lie in the report's history: a message
 * makes an entry for each place that it speaks of, and its words lie beside the first.
 */
export function wayOf(entry: Entry, history: readonly Entry[], figure: Of): Text {
  if ((entry.kind === "answered" || entry.kind === "adopted") && entry.from)
    return entry.from.kind === "file"
      ? { key: "history-file", args: { name: entry.from.name } }
      : { key: "history-paste" };
  if (entry.kind === "chose") return { key: "history-ticked" };
  if (entry.kind === "submitted") return { key: "history-zero" };
  const words = history.find(({ id, aside }) => id === entry.id && aside?.words !== undefined)?.aside?.words;
  return words === undefined
    ? { key: "history-pressed" }
    : { key: "history-words", args: { words: excerpt(lineOn(words, figure)) } };
}

/** Of several lines the one that names most of the figure's row, class and column; the whole where none does. */
function lineOn(words: string, { row, group, column }: Of): string {
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  const things = [...(row ? [row] : []), group, column];
  const named = (line: string) =>
    things.filter((each) => namesOf(each).some((name) => fold(line).includes(name))).length;
  const most = Math.max(0, ...lines.map(named));
  return lines.length < 2 || most === 0 ? words : (lines.find((line) => named(line) === most) ?? words);
}
