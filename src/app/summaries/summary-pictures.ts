import type { FlowBlock } from "../../core/flow/flow.ts";
import type { Block, Text } from "../../core/message.ts";
import type { Return } from "../../exports/export.ts";
import { type Language, labelIn, wordingOf } from "../../wording/wording.ts";
import type { House } from "../house.ts";
import type { Question } from "../inquiries/asking.ts";
import { type Only, rangeOf } from "./consolidate.ts";
import { correctedCells } from "./corrected-cells.ts";
import { headGroups } from "./headline.ts";
import { chartBlocks, pictureBlocks } from "./pictures.ts";
import { rankingChart, ranksOf } from "./ranked.ts";
import { headingOf } from "./summary.ts";
import { blockAsked } from "./trend.ts";

/** What a summary shows at a glance: the table as it is printed, or who has how much where it is divided. */
export async function summaryPicture(
  house: House,
  question: Question,
  of: Return,
  only: Only,
  language: Language,
): Promise<readonly Block<Text>[]> {
  const { asked } = question;
  const block = blockAsked(question);
  if (!block || !of.units.some(({ report }) => report.status === "submitted")) return [];
  if (asked.by !== "rows") return summaryRanking(house, question, block, only, language);
  // One row is said in full by its tables.
  if (asked.row) return [];
  const corrected = await correctedCells(house, await rangeOf(house, question.flow, asked, only), asked.figures);
  const what = { block: block.id, figures: asked.figures, theme: "light", corrected } as const;
  return pictureBlocks(house, of, of.scope === undefined ? what : { ...what, scope: of.scope });
}

/** The parts of a division by the first figure of the form, the greatest first. */
async function summaryRanking(
  house: House,
  question: Question,
  block: FlowBlock,
  only: Only,
  language: Language,
): Promise<readonly Block<Text>[]> {
  const [group] = headGroups(block);
  const [column] = group?.columns ?? [];
  if (!group || !column) return [];
  const ranged = await rangeOf(house, question.flow, question.asked, only);
  const bars = ranksOf(house, ranged, question.asked, block, { group, column });
  const title = `${labelIn(column.label, language)} · ${wordingOf(language).text(headingOf(house, question))}`;
  return chartBlocks(house, rankingChart(bars, column, title, language), language);
}
