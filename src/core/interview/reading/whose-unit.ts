import type { Place } from "../../flow/flow.ts";
import type { FiguresScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { readBooked } from "./books.ts";
import { columnsOfUnit } from "./column-names.ts";

/** A figure with its unit in front of all else: 12家，立案2件. */
const inFront = /^(\d[\d.,]*\s?(\p{L}{1,3}?))(?:[\s,;、。]+|(?<=\p{L})(?=\p{Script=Han}))(?=\S)/u;

/** A figure that may be of several columns, these columns, and the words behind it. */
export type Unplaced = { readonly figure: string; readonly places: readonly Place[]; readonly rest: string };

/**
 * The figure in front of what is said of a row, where its unit alone tells its column, and columns of several classes have
 * that unit: 12家 of 12家，立案2件 may be of 排查 as well as of 被查处. Undefined where the names behind it leave one column.
 */
export function unplacedFigure(
  text: string,
  here: readonly Place[],
  naming: readonly FiguresScreen[],
  situation: Situation,
): Unplaced | undefined {
  const [whole = "", figure = "", unit = ""] = inFront.exec(text) ?? [];
  const places = columnsOfUnit(unit, here);
  if (new Set(places.map(({ group }) => group)).size < 2 || new Set(places.map(({ column }) => column.id)).size < 2)
    return undefined;
  const rest = text.slice(whole.length);
  const alone = naming.some((screen) => {
    const [all, behind] = [text, rest].map((words) => readBooked(words, screen.places, situation));
    return (
      all?.kind === "figures" &&
      behind?.kind === "figures" &&
      all.figures.length > behind.figures.length &&
      all.figures.length < screen.places.length
    );
  });
  return alone ? { figure: figure.trim(), places, rest } : undefined;
}
