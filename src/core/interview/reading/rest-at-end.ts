import type { Place } from "../../flow/flow.ts";
import { restIsNoneAtEnd } from "../said/the-rest.ts";
import type { Screen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { standingPrompt } from "../standing.ts";
import { namesOf } from "./names.ts";

/** A run is tried at its head alone. */
const separators = /(?<![\s,;、。])[\s,;、。]+$/;

/**
 * 防护服排查5家，其他没有: the rest is none, as 其余0 at the end says it. Not where 其他 is the name of a class, and classes
 * are what the line or the question speaks of.
 */
export function restAtEnd(
  line: string,
  places: readonly Place[],
  situation: Situation,
  screens: readonly Screen[],
): string {
  const found = restIsNoneAtEnd.exec(line);
  const word = found?.[1];
  if (!found || word === undefined) return line;
  const before = line.slice(0, found.index).replace(separators, "");
  if (before.length === found.index || !/\d/.test(before)) return line;
  const groups = [...new Set(places.map(({ group }) => group))];
  const named = groups.find((group) => namesOf(group).includes(word));
  const columns = named?.columns.map(({ id }) => id) ?? [];
  const classes = groups.filter((group) => group.columns.some(({ id }) => columns.includes(id)));
  const screen = screens.find(({ id }) => id === standingPrompt(situation)?.screen);
  const asked =
    screen?.kind === "ticks"
      ? screen.under !== undefined
      : screen?.kind === "figures" && classes.includes(screen.group);
  const spoken = classes.some((group) => namesOf(group).some((name) => before.includes(name)));
  return named && (asked || spoken) ? line : `${before}, 其余0`;
}
