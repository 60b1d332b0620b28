import type { Block, Text } from "../core/message.ts";
import { nameIn } from "../core/roster.ts";
import type { Return } from "../exports/export.ts";
import { type Language, labelIn, wordingOf } from "../wording/wording.ts";
import type { Question } from "./asking.ts";
import { type Only, rangeOf, tablesIn } from "./consolidate.ts";
import { correctedCells } from "./corrected-cells.ts";
import { headGroups } from "./headline.ts";
import type { House } from "./house.ts";
import { chartBlocks, pictureBlocks } from "./pictures.ts";
import { totalIn } from "./row-tables.ts";
import { headingOf } from "./summary.ts";
import { partsOf } from "./summary-tables.ts";
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
  if (asked.by !== "rows") return ranking(house, question, only, language);
  // One row is said in full by its tables.
  if (asked.row) return [];
  const { departments } = house.people.roster;
  const scope = [
    ...(asked.node === undefined ? [] : [nameIn(house.people.unit(asked.node).short, language)]),
    ...(asked.department === undefined ? [] : [nameIn(departments[asked.department] ?? "", language)]),
  ].join(" · ");
  const corrected = await correctedCells(house, await rangeOf(house, question.flow, asked, only), asked.figures);
  const what = { block: block.id, figures: asked.figures, theme: "light", corrected } as const;
  return pictureBlocks(house, of, scope === "" ? what : { ...what, scope });
}

/** The parts of a division by the first figure of the form, the greatest first. */
async function ranking(
  house: House,
  question: Question,
  only: Only,
  language: Language,
): Promise<readonly Block<Text>[]> {
  const { flow, asked } = question;
  const block = blockAsked(question);
  const [group] = block ? headGroups(block) : [];
  const [column] = group?.columns ?? [];
  if (!block || !group || !column) return [];
  const ranged = await rangeOf(house, flow, asked, only);
  const { text } = wordingOf(language);
  const bars = partsOf(house, ranged, asked)
    .map(({ name, units }) => {
      const table = tablesIn(ranged, (unit) => units.has(unit)).find((each) => each.block === block.id);
      const own = ranged.standing.filter(({ unit }) => units.has(unit));
      const late = own.length === 1 && own[0]?.standing === "late";
      return {
        name: text(name),
        value: table && totalIn(table, asked)(group.id, column.id),
        ...(late ? { late } : {}),
      };
    })
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  const title = `${labelIn(column.label, language)} · ${text(headingOf(house, question))}`;
  const unit = column.unit ? labelIn(column.unit, language) : "";
  return chartBlocks(house, { kind: "ranking", title, theme: "light", unit, bars }, language);
}
