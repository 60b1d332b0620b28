import type { Say, Text } from "../../core/message.ts";
import { type Figure, figuresNamed, figureWords } from "../../core/table/figure.ts";
import { type Examples, examplesFor } from "../examples.ts";
import { commandChoice, type Kinds, type Question, questionsIn } from "../inquiries/asking.ts";
import { amongLeaders, reading } from "../rights.ts";
import { whyBlocks } from "../summaries/why.ts";
import type { Command } from "./command.ts";

/** What names a figure of the table. */
export const figureKinds: Kinds = ["unit", "department", "row", "group", "column", "figures", "by", "corrections"];

/** So many are offered where words fit several figures. */
const OFFERED = 12;

/** Where a figure of the table came from. */
export const why: Command = {
  name: "why",
  word: "数据来源",
  wordTakes: "words",
  rights: amongLeaders(reading),
  kind: "own",
  run: async ({ house, member, language, args }) => {
    if (args === "") return [which([], examplesFor(house, member))];
    const read = questionsIn(house, member, "why", args, figureKinds);
    if ("say" in read) return [read.say];
    const found = read.questions.map((question) => ({
      question,
      figures: figuresNamed(question.flow, question.terms),
    }));
    const clear = found.find(({ figures }) => figures.length === 1);
    const [figure] = clear?.figures ?? [];
    if (!clear || !figure) return [which(found.flatMap(offered), examplesFor(house, member))];
    const only = (unit: string) => house.people.oversees(member, unit);
    return [{ blocks: await whyBlocks(house, clear.question, figure, only, language) }];
  },
};

/** The figures that the words fit; where only a row is named, the columns that say it all. */
function offered({ question, figures }: { readonly question: Question; readonly figures: readonly Figure[] }) {
  const { flow, asked } = question;
  const { row } = asked;
  if (figures.length > 0 || !row) return figures;
  const terms = question.terms.filter(({ kind }) => kind === "row");
  return flow.blocks.flatMap((block) =>
    block.rows.includes(row)
      ? block.groups.flatMap((group) =>
          group.columns.flatMap((column) =>
            figuresNamed(flow, [...terms, { kind: "column", column: column.id, label: column.short }]).filter(
              (figure) => figure.group === group && figure.column === column,
            ),
          ),
        )
      : [],
  );
}

function which(figures: readonly Figure[], examples: Examples): Say {
  const choices = figures.slice(0, OFFERED).flatMap((figure) => {
    const label: Text = { join: [{ label: figure.group.short }, { label: figure.column.short }] };
    return commandChoice(label, "why", figureWords(figure));
  });
  const text = { kind: "text" as const, text: { key: "why-which", args: examples } };
  return { blocks: choices.length > 0 ? [text, { kind: "choices", choices }] : [text] };
}
