import type { Question } from "../../flow/schema.ts";
import type { Books } from "../reading/books.ts";
import { type Named, namesOf } from "../reading/names.ts";
import { type GridCell, type GridLine, type Sheet, textIn } from "./grid.ts";
import { bare } from "./heads.ts";

const filledLabel = /^(填的是|figuresare)$/;
const blankLabel = /^(空格按|blankscountas)$/;
const cumulativeWords = /^(累计|cumulative)/;
const roundWords = /^(本期|thisround)/;

/** What the unit's own form says of itself in the lines below its title; nothing on other sheets. */
export function ownForm({ lines }: Sheet): { readonly round: number; readonly unit: string } | undefined {
  const texts = lines.slice(0, 6).flatMap(({ cells }) => cells.map(textIn));
  const round = texts.map((text) => /^(?:第(\d+)期\s+统计时间|Round (\d+)\s+Covers)/.exec(text)).find((match) => match);
  const unit = texts
    .map((text) => /^(?:填报单位：|Reporting unit: )(\S.*?)(?:　　| {4})/.exec(text)?.[1])
    .find((name) => name);
  return round && unit !== undefined ? { round: Number(round[1] ?? round[2]), unit } : undefined;
}

/** Whether a sheet says of itself that its figures are cumulative: 填的是 | 累计. */
export function saysCumulative(sheet: Sheet): boolean {
  return optionIn(sheet, filledLabel, cumulativeWords);
}

/** Whether a sheet says that an empty cell of it is a 0: 空格按 | 0. */
export function saysBlankIsZero(sheet: Sheet): boolean {
  return optionIn(sheet, blankLabel, /^0$/);
}

/** 累计 or 本期 in a line by itself, shortly above the heads. */
export function captionAbove(lines: readonly GridLine[], index: number): Books | undefined {
  for (const line of lines.slice(Math.max(0, index - 3), index).reverse()) {
    const words = line.cells.map((cell) => bare(textIn(cell))).filter((text) => text !== "");
    const [word, another] = words;
    if (word === undefined || (another !== undefined && another !== word)) continue;
    if (cumulativeWords.test(word)) return "cumulative";
    if (roundWords.test(word)) return "round";
  }
  return undefined;
}

/** Answers in words: a question in one cell and its answer beside it, or both in one behind a colon. */
export function answersIn(
  { lines }: Sheet,
  questions: readonly Question[],
): readonly { readonly question: Question; readonly text: string; readonly line: number }[] {
  return lines.flatMap(({ cells, number }) => {
    const at = cells.findIndex((cell) => textIn(cell) !== "");
    const [first, second] = [textIn(cells[at]), textIn(cells[at + 1])];
    const parts = /^([^:：]{2,20})[:：]\s*(.+)$/s.exec(first);
    const label = parts?.[1] ?? first;
    const text = parts?.[2] ?? second;
    const question = questions.find((each) => each.type !== "table" && isCalled(label, { ...each, aliases: [] }));
    return question && text !== "" ? [{ question, text, line: number }] : [];
  });
}

/** Whether a line with this label has this value beside it. */
function optionIn({ lines }: Sheet, label: RegExp, value: RegExp): boolean {
  return lines.some(({ cells }) => {
    const [first = "", second = ""] = cells.map((cell) => bare(textIn(cell))).filter((text) => text !== "");
    return label.test(first) && value.test(second);
  });
}

/** Whether a cell is the name of a thing; numbering in front of it is no part of it. */
export function isCalled(cell: GridCell, thing: Named): boolean {
  const name = bare(textIn(cell)).replace(/^\(?\d{1,2}\)?[.、)]/, "");
  return name !== "" && namesOf(thing).map(bare).includes(name);
}
