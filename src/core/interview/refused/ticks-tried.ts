import type { Text } from "../../message.ts";
import type { TicksScreen } from "../screens.ts";
import type { Situation } from "../situation.ts";
import { triedIn } from "./tried.ts";
import { fewTold } from "./tried-told.ts";

/**
 * Options that are not ticked, and of which figures were written that stand nowhere yet: where it is plain which was
 * meant, it is ticked as well and asked about, else it is said, once, that they became zeros.
 */
export function triedBeside(
  { options }: TicksScreen,
  picked: readonly string[],
  situation: Situation,
): { readonly ticked: readonly string[]; readonly said: readonly Text[]; readonly told: readonly string[] } {
  const ticked: string[] = [];
  const said: Text[] = [];
  const told: string[] = [];
  for (const { key: line, words, cells: open } of triedIn(situation, situation.report.cells)) {
    if (open.length === 0) {
      if (picked.length === options.length) continue;
      told.push(line);
      said.push({ key: "interview-ticks-tried-zero", args: { words } });
      continue;
    }
    const of = options.filter((option) =>
      option.screens.some(({ places }) => places.some(({ id }) => open.includes(id))),
    );
    const [only, another] = of;
    if (!only || of.some(({ id }) => picked.includes(id))) continue;
    if (!another) ticked.push(only.id);
    else told.push(line);
    const key = another ? "interview-ticks-tried-zero" : "interview-ticks-tried";
    said.push({ key, args: { words, name: { label: only.short } } });
  }
  return { ticked: [...new Set(ticked)], said: fewTold(said), told };
}
