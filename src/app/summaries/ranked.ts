import type { FlowBlock, FlowColumn } from "../../core/flow/flow.ts";
import type { Block, Text } from "../../core/message.ts";
import type { Asked } from "../../core/table/asked.ts";
import type { Superlative } from "../../core/table/superlative.ts";
import type { Total } from "../../core/table/table.ts";
import type { Chart } from "../../exports/export.ts";
import { type Language, labelIn, wordingOf } from "../../wording/wording.ts";
import type { House } from "../house.ts";
import type { Question } from "../inquiries/asking.ts";
import { type Only, type Ranged, rangeOf, tablesIn } from "./consolidate.ts";
import { shownIn } from "./headline.ts";
import { chartBlocks } from "./pictures.ts";
import { columnName, totalIn } from "./row-tables.ts";
import { partsOf } from "./summary-tables.ts";
import { blockAsked, type Course, coursesOf, headingOf } from "./trend.ts";

/** A unit, branch or department with what it comes to; `late`: its only report of the newest round came late. */
export type Rank = { readonly name: Text; readonly value: Total; readonly late: boolean };

/** The parts of a division by one column, the greatest first; those without a figure last. */
export function ranksOf(
  house: House,
  ranged: Ranged,
  asked: Asked,
  block: FlowBlock,
  { group, column }: Course,
): readonly Rank[] {
  return partsOf(house, ranged, asked)
    .map(({ name, units }): Rank => {
      const table = tablesIn(ranged, (unit) => units.has(unit)).find((each) => each.block === block.id);
      const own = ranged.standing.filter(({ unit }) => units.has(unit));
      const late = own.length === 1 && own[0]?.standing === "late";
      return { name, value: table && totalIn(table, asked)(group.id, column.id), late };
    })
    .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY));
}

/** Ranks as bars. */
export function rankingChart(ranks: readonly Rank[], column: FlowColumn, title: string, language: Language): Chart {
  const { text } = wordingOf(language);
  const bars = ranks.map(({ name, value, late }) => ({ name: text(name), value, ...(late ? { late } : {}) }));
  return { kind: "ranking", title, theme: "light", unit: column.unit ? labelIn(column.unit, language) : "", bars };
}

/** So many are listed in words; the picture has more of them. */
const LISTED = 10;
/** So many are named that have the same. */
const NAMED = 6;

/**
 * Who has most of a column in the rounds asked for, or least: who that is, a short list, and bars. Those without a figure
 * are left out.
 */
export async function rankedBlocks(
  house: House,
  question: Question,
  only: Only,
  language: Language,
  order: Superlative["order"] = "most",
): Promise<readonly Block<Text>[]> {
  const { flow, asked } = question;
  const block = blockAsked(question);
  const [course] = block ? coursesOf(block, question) : [];
  if (!block || !course) return [];
  const all = ranksOf(house, await rangeOf(house, flow, asked, only), asked, block, course);
  const down = all.filter(({ value }) => value !== undefined);
  const ranks = order === "most" ? down : down.toReversed();
  const { column } = course;
  const heading: Text = { join: [headingOf(house, question), { label: column.label }, whenOf(asked)], by: " · " };
  if (ranks.length === 0)
    return [
      { kind: "heading", text: heading },
      { kind: "text", text: { key: "why-nobody" } },
    ];
  const title = wordingOf(language).text(heading);
  return [
    { kind: "heading", text: heading },
    { kind: "text", text: firstOf(ranks, column, order) },
    {
      kind: "table",
      head: [{ key: `division-${asked.by}` }, columnName(column)],
      rows: ranks.slice(0, LISTED).map(({ name, value }) => [name, shownIn(column, value)]),
    },
    ...(ranks.length > LISTED
      ? [{ kind: "text" as const, text: { key: "ranked-more", args: { count: ranks.length - LISTED } } }]
      : []),
    ...(await chartBlocks(house, rankingChart(ranks, column, title, language), language)),
  ];
}

/** 立案最多：福州 12 件; all of them where several have the same. */
function firstOf(ranks: readonly Rank[], column: FlowColumn, order: Superlative["order"]): Text {
  const [first] = ranks;
  const all = ranks.filter(({ value }) => value === first?.value).map(({ name }) => name);
  const some: Text = { join: all.slice(0, NAMED), by: { key: "list-comma" } };
  const names: Text = all.length > NAMED ? { key: "names-and-more", args: { names: some, count: all.length } } : some;
  const unit: readonly Text[] = column.unit && !column.computed ? [{ label: column.unit }] : [];
  const figure: Text = { join: [shownIn(column, first?.value), ...unit] };
  const args = { column: { label: column.short }, names, figure, rate: column.computed ? "yes" : "no" };
  return { key: order === "most" ? "ranked-most" : "ranked-least", args };
}

function whenOf({ rounds, figures }: Asked): Text {
  const [first, last] = [rounds[0]?.number ?? 0, rounds.at(-1)?.number ?? 0];
  if (figures === "cumulative") return { key: "summary-cumulative", args: { number: last } };
  return first === last
    ? { key: "round-numbered", args: { number: last } }
    : { key: "summary-span", args: { from: first, to: last } };
}
