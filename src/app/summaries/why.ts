import { type Block, type Choice, type Text, textOf, worded } from "../../core/message.ts";
import { type Figure, figureWords, partsOfSum } from "../../core/table/figure.ts";
import type { Total } from "../../core/table/table.ts";
import type { Language } from "../../wording/wording.ts";
import type { House } from "../house.ts";
import { commandChoice, type Question } from "../inquiries/asking.ts";
import { type Only, rangeOf, tablesIn } from "./consolidate.ts";
import { type Contribution, contributions } from "./contributions.ts";
import { shownIn } from "./headline.ts";
import { totalIn } from "./row-tables.ts";
import { whyChecks } from "./why-checks.ts";
import { whyUnit } from "./why-unit.ts";

/** So many contributors are shown with their words at first, and so many where all are asked for. */
const FIRST = 5;
const MOST = 30;

/** Where a figure came from: who put in how much, in what words or file, with marks and reasons, and what it passed. */
export async function whyBlocks(
  house: House,
  question: Question,
  figure: Figure,
  only: Only,
  language: Language,
): Promise<readonly Block<Text>[]> {
  const { flow, asked } = question;
  const { row: _any, ...scope } = asked;
  const over = figure.row ? { ...scope, row: figure.row } : scope;
  const ranged = await rangeOf(house, flow, over, only);
  const table = tablesIn(ranged).find(({ block }) => block === figure.block.id);
  const total = table && totalIn(table, over)(figure.group.id, figure.column.id);
  const all = contributions(ranged, figure, asked.figures === "cumulative");
  const corrected = question.terms.some(({ kind }) => kind === "corrections");
  const heading: Block<Text> = { kind: "heading", text: headingOf(house, question, figure, total) };
  if (all.length === 0) return [heading, worded("why-nobody")];
  const listed = corrected ? all.filter(({ lines }) => lines.some((line) => line.corrections > 0)) : all;
  const shown = listed.slice(0, corrected || asked.by === "units" ? MOST : FIRST);
  const told = await Promise.all(shown.map((each) => whyUnit(house, question, figure, each, corrected, language)));
  const lines = told.flat();
  return [
    heading,
    worded("why-units", { count: all.length, shown: shown.length }),
    ...(lines.length > 0 ? lines : [worded("why-no-corrections")]),
    ...(await whyChecks(house, question, figure, all)),
    ...buttons(question, figure, all, corrected),
  ];
}

/** 口罩 · 生产企业排查 · 排查企业数量 = 312 · 第1期 */
function headingOf(house: House, { asked }: Question, { row, group, column }: Figure, total: Total): Text {
  const [first, last] = [asked.rounds[0]?.number ?? 0, asked.rounds.at(-1)?.number ?? 0];
  const when: Text =
    asked.figures === "cumulative"
      ? { key: "summary-cumulative", args: { number: last } }
      : first === last
        ? { key: "round-numbered", args: { number: last } }
        : { key: "summary-span", args: { from: first, to: last } };
  const whose = asked.node === undefined ? [] : [textOf(house.people.unit(asked.node).short)];
  const name: Text = {
    join: [...whose, ...(row ? [{ label: row.short }] : []), { label: group.short }, { label: column.label }],
    by: " · ",
  };
  return { key: "why-heading", args: { name, total: shownIn(column, total), when } };
}

function buttons(
  question: Question,
  figure: Figure,
  all: readonly Contribution[],
  corrected: boolean,
): readonly Block<Text>[] {
  const { asked, newest } = question;
  const round = asked.rounds.at(-1);
  const when = round && round.round !== newest.round ? ` ${round.number}` : "";
  const where = asked.node === undefined ? "" : ` u.${asked.node}`;
  const words = `${figureWords(figure)}${when}${where}`;
  const any = all.some(({ lines }) => lines.some((line) => line.corrections > 0));
  const [most] = all;
  const choices: readonly Choice<Text>[] = [
    ...(all.length > FIRST && asked.by !== "units"
      ? commandChoice({ key: "why-all", args: { count: all.length } }, "why", `${words} by.units`)
      : []),
    ...(any && !corrected ? commandChoice({ key: "only-corrections" }, "why", `${words} corr`) : []),
    ...partsOfSum(figure).flatMap((part) =>
      commandChoice({ label: part.group.short }, "why", `${figureWords(part)}${when}${where}`),
    ),
    ...(most ? commandChoice({ key: "why-ask" }, "ask", `${figureWords(figure)}${when} u.${most.unit}`) : []),
  ];
  return choices.length > 0 ? [{ kind: "choices", choices }] : [];
}
