import type { Flow } from "../../core/flow/flow.ts";
import type { Choice, Say, Text } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import { wordsOf } from "../../core/table/asked.ts";
import { type Figure, figureWords } from "../../core/table/figure.ts";
import { asksAltogether } from "../../core/table/question.ts";
import type { Term } from "../../core/table/vocabulary.ts";
import type { House } from "../house.ts";
import type { Only } from "../summaries/consolidate.ts";
import { whyBlocks } from "../summaries/why.ts";
import { commandChoice, type Kinds, questionsIn } from "./asking.ts";
import type { Meant } from "./inquiry-meant.ts";

/** A figure that somebody asked about, with the units that put something into it. */
export type FigureAsked = {
  readonly flow: Flow;
  readonly round: Round;
  readonly terms: readonly Term[];
  readonly figure: Figure;
  readonly units: readonly Meant[];
};

const kinds: Kinds = ["unit", "department", "row", "group", "column", "figures"];

/** A figure with its source, and a button that puts the question to the unit; undefined where no one branch is meant. */
export async function figureSaid(
  house: House,
  member: Member,
  { flow, round, terms, figure, units }: FigureAsked,
  words: string,
  only: Only,
): Promise<Say | undefined> {
  const named = terms.flatMap((term) => {
    if (term.kind === "unit") return [`u.${term.unit.id}`];
    return term.kind === "department" ? [`d.${term.department}`] : [];
  });
  const read = questionsIn(
    house,
    member,
    "why",
    [figureWords(figure), ...named, ...(asksAltogether(words) ? ["cum"] : [])].join(" "),
    kinds,
  );
  const question = "say" in read ? undefined : read.questions.find((each) => each.flow.id === flow.id);
  if (!question) return undefined;
  const asked = { ...question.asked, rounds: [round] };
  const blocks = await whyBlocks(house, { ...question, flow, asked }, figure, only, house.language);
  // The figure names its row.
  const { row: _named, ...scope } = asked;
  const [unit, ...others] = units;
  const ask: readonly Choice<Text>[] = unit && others.length === 0 ? askingFor(words, unit) : [];
  const source = commandChoice({ key: "why-more" }, "why", `${figureWords(figure)} ${wordsOf(scope, question.newest)}`);
  return {
    blocks: [...blocks.filter(({ kind }) => kind !== "choices"), { kind: "choices", choices: [...ask, ...source] }],
  };
}

/** The question itself goes with the button where a platform can carry it. */
function askingFor(words: string, { unit }: Meant): readonly Choice<Text>[] {
  const whole = commandChoice({ key: "why-ask" }, "ask", words.trim());
  return whole.length > 0 ? whole : commandChoice({ key: "why-ask" }, "ask", `u.${unit}`);
}
