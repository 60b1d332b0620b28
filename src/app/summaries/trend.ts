import type { FlowBlock, FlowColumn, Group } from "../../core/flow/flow.ts";
import { type Block, type Text, textOf } from "../../core/message.ts";
import type { Round } from "../../core/round.ts";
import { type Asked, wordsOf } from "../../core/table/asked.ts";
import { counts } from "../../core/table/ledger.ts";
import type { Total } from "../../core/table/table.ts";
import type { Chart } from "../../exports/export.ts";
import { type Language, labelIn, wordingOf } from "../../wording/wording.ts";
import type { House } from "../house.ts";
import { commandChoice, type Question } from "../inquiries/asking.ts";
import { type Only, rangeOf, tablesIn } from "./consolidate.ts";
import { headGroups, shownIn } from "./headline.ts";
import { chartBlocks } from "./pictures.ts";
import { columnName, headedBy, totalIn } from "./row-tables.ts";

/** One round of a trend: what came in, and the totals of a block. */
export type Point = {
  readonly round: Round;
  readonly reported: number;
  readonly of: number;
  readonly total: (group: string, column: string) => Total;
};

/** A column over the rounds. */
export type Course = { readonly group: Group; readonly column: FlowColumn };

/** Which columns a question is about: those that it names, else the ones that say it all. */
export function coursesOf(block: FlowBlock, { terms }: Pick<Question, "terms">): readonly Course[] {
  const named = (kind: "group" | "column") =>
    terms.flatMap((term) =>
      term.kind === kind && term.kind === "group"
        ? [term.group]
        : term.kind === kind && term.kind === "column"
          ? [term.column]
          : [],
    );
  const [groups, columns] = [named("group"), named("column")];
  const from = groups.length > 0 ? block.groups.filter(({ id }) => groups.includes(id)) : headGroups(block);
  return from.flatMap((group) =>
    group.columns
      .filter(({ id, beside }) => beside === undefined && (columns.length === 0 || columns.includes(id)))
      .map((column) => ({ group, column })),
  );
}

/** The block that a question is about: the one of its row, else the first printed one. */
export function blockAsked({ flow, asked }: Question): FlowBlock | undefined {
  const { row } = asked;
  return flow.blocks.find((block) => (row ? block.rows.includes(row) : block.printed)) ?? flow.blocks[0];
}

/** The rounds of a question, oldest first; all there are where none is named. */
export async function pointsOf(
  house: House,
  { flow, asked, named }: Question,
  block: FlowBlock,
  only: Only,
): Promise<readonly Point[]> {
  const rounds = named && asked.rounds.length > 1 ? asked.rounds : house.rounds.of(flow.id);
  return Promise.all(
    rounds.map(async (round) => {
      const ranged = await rangeOf(house, flow, { ...asked, rounds: [round] }, only);
      const table = tablesIn(ranged).find((each) => each.block === block.id);
      return {
        round,
        reported: ranged.standing.filter((line) => counts(line)).length,
        of: ranged.standing.length,
        total: table ? totalIn(table, asked) : () => undefined,
      };
    }),
  );
}

/** Figures over the rounds: a small table for each group, rounds down; how the newest moved against the one before. */
export async function trendBlocks(
  house: House,
  question: Question,
  only: Only,
  language: Language,
): Promise<readonly Block<Text>[]> {
  const block = blockAsked(question);
  if (!block) return [];
  const points = await pointsOf(house, question, block, only);
  const courses = coursesOf(block, question);
  const groups = [...new Set(courses.map(({ group }) => group))];
  return [
    { kind: "heading", text: headingOf(house, question) },
    ...groups.map((group, index): Block<Text> => {
      const columns = courses.filter((course) => course.group === group).map(({ column }) => column);
      const first = index === 0;
      return {
        kind: "table",
        caption: headedBy(block, group),
        head: [{ key: "trend-round" }, ...(first ? [{ key: "status-reported" }] : []), ...columns.map(columnName)],
        rows: points.map(({ round, reported, of, total }): readonly Text[] => [
          { key: round.state === "open" ? "trend-open" : "round-numbered", args: { number: round.number } },
          ...(first ? [`${reported}/${of}`] : []),
          ...columns.map((column) => shownIn(column, total(group.id, column.id))),
        ]),
      };
    }),
    ...(points.length < 2
      ? [{ kind: "text" as const, text: { key: "trend-short" } }]
      : await chartBlocks(house, chartOf(house, question, points, courses, language), language)),
    ...next(question, points.findLast(({ reported }) => reported > 0)?.round ?? question.newest),
  ];
}

/** 各期当期数 · 福州 · 口罩, and for ranks the same without the rounds: what a question is about. */
export function headingOf(house: House, { asked, terms }: Question): Text {
  const { departments } = house.people.roster;
  const named: readonly Text[] = [
    ...(asked.node === undefined ? [] : [textOf(house.people.unit(asked.node).short)]),
    ...(asked.department === undefined ? [] : [textOf(departments[asked.department] ?? asked.department)]),
    ...(asked.row ? [{ label: asked.row.short }] : []),
    ...terms.flatMap((term) => (term.kind === "group" ? [{ label: term.label }] : [])),
  ];
  const over: Text = { key: asked.figures === "cumulative" ? "trend-cumulative" : "trend-heading" };
  const what: Text = asked.by === "rows" ? over : { key: "ranked-heading" };
  return { join: [what, ...named], by: " · " };
}

/** Lines that one scale can carry: the courses that are counted in the same unit as the first. */
const LINES = 5;

/** Figures of thirteen units held against those of four would seem to fall. */
function evenly(points: readonly Point[]): boolean {
  return points.every(({ reported }) => reported === points[0]?.reported);
}

function chartOf(
  house: House,
  question: Question,
  points: readonly Point[],
  courses: readonly Course[],
  language: Language,
): Chart {
  const { text } = wordingOf(language);
  const counted = courses.filter(({ column }) => !column.computed);
  const [first] = counted.length > 0 ? counted : courses;
  const unit = (column?: FlowColumn) => (column?.unit ? labelIn(column.unit, language) : "");
  const drawn = (counted.length > 0 ? counted : courses).filter(
    ({ group, column }) => unit(column) === unit(first?.column) && group === first?.group,
  );
  return {
    kind: "trend",
    title: text(headingOf(house, question)),
    ...(evenly(points) ? {} : { note: text({ key: "trend-uneven" }) }),
    theme: "light",
    rounds: points.map(({ round }) => text({ key: "round-numbered", args: { number: round.number } })),
    counted: points.map(({ reported, of }) => text({ key: "trend-counted", args: { reported, of } })),
    unit: unit(first?.column),
    series: drawn.slice(0, LINES).map(({ group, column }) => ({
      name: labelIn(column.short, language),
      values: points.map(({ total }) => total(group.id, column.id)),
    })),
    open: points.at(-1)?.round.state === "open",
  };
}

/** The other figures, who has most of them in the newest round that anybody reported, and the table. */
function next({ asked, newest, terms }: Question, reported: Round): readonly Block<Text>[] {
  const figures = asked.figures === "cumulative" ? "round" : "cumulative";
  const named = terms.flatMap((term) =>
    term.kind === "group" ? [`g.${term.group}`] : term.kind === "column" ? [`c.${term.column}`] : [],
  );
  const plain = { ...asked, rounds: [newest], by: "rows" } as const;
  const words = (changed: Partial<Asked>) => [wordsOf({ ...plain, ...changed }, newest), ...named].join(" ").trim();
  return [
    {
      kind: "choices",
      choices: [
        ...commandChoice({ key: `figures-${figures}` }, "trend", words({ figures })),
        ...commandChoice({ key: "ranked-units" }, "trend", words({ by: "units", rounds: [reported] })),
        ...commandChoice({ key: "button-summary" }, "summary", wordsOf({ ...plain, figures: "round" }, newest)),
      ],
    },
  ];
}
