import type { Text } from "../../message.ts";
import type { Outcome } from "../outcome.ts";
import { excerpt } from "../reading/excerpt.ts";
import type { Refused } from "../refused/tried.ts";
import type { Situation } from "../situation.ts";
import { columnsIn, type Which, whichAsked } from "./which-class.ts";

/** Words for which nobody chose a class before something else was asked: gone, and said to be. */
export function unplaced(
  situation: Situation,
  entries: Outcome["entries"],
  prompt: string | undefined,
): (Refused & { readonly told: Text }) | undefined {
  const before = situation.person.prompt?.screen;
  const which = whichAsked(situation, before);
  if (!which || which.rest === "" || prompt === before) return undefined;
  const anew = whichAsked(situation, prompt);
  // The same column in another way; bare figures that are given anew may be others.
  const again =
    anew?.rest === which.rest ||
    (anew && anew.rest !== "" && !anew.where && anew.screens.some((each) => which.screens.includes(each)));
  if (again) return undefined;
  const placed = entries.some(
    (entry) =>
      entry.kind === "answered" &&
      which.screens.some(({ places }) =>
        columnsIn(which).some((id) => places.some((each) => each.column.id === id && each.id in entry.cells)),
      ),
  );
  if (placed) return undefined;
  return droppedOf(which);
}

/** Words whose class is not asked for any more, and what is said of that. */
export function droppedOf({ rest, screens, where }: Which): Refused & { readonly told: Text } {
  const told: Text = { key: where ? "which-place-dropped" : "which-group-dropped", args: { part: excerpt(rest) } };
  return { told, words: rest, places: screens.flatMap(({ places }) => places) };
}
