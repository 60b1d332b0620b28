import { cellAt, nothingFilled } from "../../cells.ts";
import type { Place } from "../../flow/flow.ts";
import type { Input, Text } from "../../message.ts";
import { readBooked } from "../reading/books.ts";
import type { FiguresRead, ReadFigure } from "../reading/figures-read.ts";
import { showFigure } from "../reading/quantity.ts";
import { whyUnread } from "../reading/unread.ts";
import type { FiguresScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import type { Answer, Typed } from "./question.ts";

type Fields = Readonly<Record<string, string>>;

/** The field of a figure: last round's beneath, what stands or was typed in it, what is wrong with it beside. */
export function formInput(place: Place, { report, past }: Situation, typed: Typed | undefined): Input<Text> {
  const now = cellAt(report.cells, place.id);
  const before = cellAt(past.at(-1)?.cells ?? nothingFilled, place.id);
  const value = typed?.values[place.column.id] ?? (now === undefined ? undefined : String(now));
  const error = typed?.errors[place.column.id];
  return {
    name: place.column.id,
    label: { label: place.column.short },
    ...(place.column.unit ? { unit: { label: place.column.unit } } : {}),
    ...(typeof before === "number"
      ? { placeholder: { key: "interview-last-round", args: { figures: showFigure(before) } } }
      : {}),
    ...(value === undefined ? {} : { value }),
    ...(error === undefined ? {} : { error }),
  };
}

/** The figures of a form, field by field; where any cannot be read, all that is wrong with it at once. */
export function readForm(
  screen: FiguresScreen,
  fields: Fields,
  situation: Situation,
): { readonly figures: readonly ReadFigure[] } | { readonly refused: Answer } {
  const alone = { ...situation, report: { ...situation.report, cells: nothingFilled } };
  const filled = screen.places.filter((place) => (fields[place.column.id] ?? "").trim() !== "");
  const read = filled.map((place) => ({ place, read: readBooked(fields[place.column.id] ?? "", [place], alone) }));
  const unread = read.flatMap(({ place, read }) => (read.kind === "figures" ? [] : [{ place, ...why(place, read) }]));
  if (unread.length === 0)
    return { figures: read.flatMap(({ read }) => (read.kind === "figures" ? read.figures : [])) };
  const errors = Object.fromEntries(unread.map(({ place, said }) => [place.column.id, said[0] ?? ""]));
  const [first] = unread;
  const choices = unread.length === 1 && first?.choices ? { choices: first.choices } : {};
  return {
    refused: {
      ...refusedForm(
        unread.flatMap(({ said }) => said.slice(0, 1)),
        fields,
        errors,
        screen,
        situation,
      ),
      ...choices,
    },
  };

  function why(place: Place, unreadable: Exclude<FiguresRead, { kind: "figures" }>) {
    const named = unreadable.kind === "refused" ? { ...unreadable, place } : unreadable;
    const { why: said, choices } = whyUnread({ ...screen, places: [place] }, named, situation);
    return { said, choices };
  }
}

/** A form that changed nothing, to be shown with what was typed; that counts as words that were not kept. */
export function refusedForm(
  why: readonly Text[],
  values: Fields,
  errors: Readonly<Record<string, Text>>,
  { places }: FiguresScreen,
  { flow }: Situation,
): Extract<Answer, { kind: "refused" }> {
  const typed = ({ column }: Place) => (values[column.id] ?? "").trim();
  const given = places.filter((place) => typed(place) !== "");
  const words = given.map(
    (place) => `${place.column.short[flow.languages[0] ?? ""] ?? place.column.id}${typed(place)}`,
  );
  return { kind: "refused", why, typed: { values, errors }, refused: [{ words: words.join(" "), places: given }] };
}
