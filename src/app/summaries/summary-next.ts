import { type Block, type Choice, type Text, textOf } from "../../core/message.ts";
import { type Asked, wordsOf } from "../../core/table/asked.ts";
import { treeOf } from "../../core/table/tree.ts";
import { hasEnded } from "../campaign-end.ts";
import type { House } from "../house.ts";
import { commandChoice, type Question } from "../inquiries/asking.ts";
import { blockAsked } from "./trend.ts";

/** Rows or branches that one message offers to open. */
const OPENED = 16;

/** What is asked next: the other figures, the round before, the other divisions, where it stands. */
export function nextQuestions(house: House, question: Question): readonly Block<Text>[] {
  const { asked, newest } = question;
  const choice = (label: Text, changed: Partial<Asked>): readonly Choice<Text>[] =>
    commandChoice(label, "summary", wordsOf({ ...asked, ...changed }, newest));
  const before = house.rounds.of(newest.flow).findLast(({ due }) => due < (asked.rounds[0]?.due ?? 0));
  const tree = treeOf(house.people.roster);
  const parts = tree.below(asked.node ?? tree.top);
  const branches = parts.some(({ id }) => tree.below(id).length > 0);
  const divided = parts.length > 1;
  const figures = asked.figures === "cumulative" ? "round" : "cumulative";
  const choices: readonly Choice<Text>[] = [
    ...parted(house, question, choice),
    ...choice({ key: `figures-${figures}` }, { figures }),
    ...(before && asked.rounds.length === 1
      ? choice({ key: "round-numbered", args: { number: before.number } }, { rounds: [before] })
      : []),
    ...(asked.by === "rows" ? [] : choice({ key: "by-rows" }, { by: "rows" })),
    ...(asked.by === "branches" || !branches ? [] : choice({ key: "by-branches" }, { by: "branches" })),
    ...(asked.by === "departments" || asked.department !== undefined || !divided
      ? []
      : choice({ key: "by-departments" }, { by: "departments" })),
    ...(asked.by === "units" || branches || !divided ? [] : choice({ key: "by-units" }, { by: "units" })),
    ...commandChoice({ key: "button-trend" }, "trend", wordsOf({ ...asked, figures: "round", by: "rows" }, newest)),
    ...(hasEnded(house, newest.flow)
      ? commandChoice(
          { key: "alone-final" },
          "summary",
          asked.node === undefined ? "as.final" : `as.final u.${asked.node}`,
        )
      : []),
    ...commandChoice({ key: "button-status" }, "status", asked.node === undefined ? "" : `u.${asked.node}`),
  ];
  return [{ kind: "choices", choices }];
}

/** Whoever asked for a division by words may open each of its parts: a row, or a branch that lies right below. */
function parted(
  house: House,
  question: Question,
  choice: (label: Text, changed: Partial<Asked>) => readonly Choice<Text>[],
): readonly Choice<Text>[] {
  const { asked, terms } = question;
  if (!terms.some(({ kind }) => kind === "by")) return [];
  const tree = treeOf(house.people.roster);
  switch (asked.by) {
    case "rows":
      return (blockAsked(question)?.rows ?? [])
        .slice(0, OPENED)
        .flatMap((row) => choice({ label: row.short }, { row, by: "rows" }));
    case "branches":
      return tree
        .below(asked.node ?? tree.top)
        .filter(({ id }) => tree.below(id).length > 0)
        .slice(0, OPENED)
        .flatMap(({ id, short }) => choice(textOf(short), { node: id, by: "rows" }));
    case "departments":
    case "units":
      return [];
  }
}
