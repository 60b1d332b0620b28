import type { Workbook } from "exceljs";
import { cellId, type FlowBlock } from "../../core/flow/flow.ts";
import type { KeptWarning } from "../../core/report.ts";
import type { Return, UnitPart, Word } from "../export.ts";
import { roundCaption } from "../return/period.ts";
import { inWords, wordQuestions } from "../return/told.ts";
import { newSheet } from "../sheet/page.ts";
import { say, sectionOf, wholeLayout } from "../sheet/plan.ts";
import { setWidths, writeSection } from "../sheet/section.ts";
import { across, fonts } from "../sheet/style.ts";
import { addAttachments } from "./attachments.ts";
import { addByUnit } from "./by-unit.ts";
import { addList } from "./list.ts";
import type { Poured } from "./pour.ts";
import { timeIn } from "./when.ts";

/**
 * Adds what the leaders read beside the official sheets: figures by unit, narratives, standings, unprinted blocks. Gives
 * the lines by unit that are still to be poured into their sheets.
 */
export function addAnnex(book: Workbook, of: Return, word: Word): readonly Poured[] {
  const onSheets = new Set(of.flow.layouts.map(({ block }) => block));
  const printed = of.flow.blocks.filter(({ id }) => onSheets.has(id));
  const poured = printed.map((block) => {
    const name = word("workbook-by-unit");
    return addByUnit(book, of, block, printed.length > 1 ? `${name} ${say(block.label, of.language)}` : name, word);
  });
  addNarratives(book, of, word);
  addStandings(book, of, word);
  addAttachments(book, of, word);
  addUnprinted(
    book,
    of,
    of.flow.blocks.filter(({ id }) => !onSheets.has(id)),
    word,
  );
  return poured;
}

function addNarratives(book: Workbook, of: Return, word: Word): void {
  const questions = wordQuestions(of.flow.questions);
  if (questions.length === 0) return;
  const lines = of.units
    .filter(({ report }) => report.status === "submitted")
    .map((unit) => [unit.name, ...questions.map((each) => inWords(each, unit.told[each.id], of.language))])
    .filter(([, ...texts]) => texts.some((text) => text !== ""));
  const head = [word("workbook-unit"), ...questions.map(({ label }) => say(label, of.language))];
  addList(book, word("workbook-narratives"), head, lines, 1);
}

function addStandings(book: Workbook, of: Return, word: Word): void {
  const head = [
    word("workbook-unit"),
    word("workbook-standing"),
    word("workbook-submitted-at"),
    word("workbook-submitted-by"),
    word("workbook-number"),
    word("workbook-zero"),
    word("workbook-kept"),
  ];
  const lines = of.units.map((unit) => [
    unit.name,
    standingWord(unit, word),
    unit.submittedAt === undefined ? "" : timeIn(unit.submittedAt, of.flow.calendar.zone),
    unit.submittedBy ?? "",
    unit.number ?? "",
    unit.zero ? word("workbook-zero-yes") : "",
    unit.kept.map((kept) => keptWords(of, kept, word)).join("\n"),
  ]);
  addList(book, word("workbook-standings"), head, lines, 2);
}

function addUnprinted(book: Workbook, of: Return, blocks: readonly FlowBlock[], word: Word): void {
  if (blocks.length === 0) return;
  const { language } = of;
  const sections = blocks.flatMap((block) => {
    const table = of.tables.find((each) => each.block === block.id);
    const label = say(block.label, language);
    const caption = (which: string) => `${label} · ${which}`;
    const groups = wholeLayout(block);
    return [
      sectionOf(block, groups, table?.cumulative ?? {}, caption(word("workbook-cumulative")), language),
      sectionOf(block, groups, table?.round ?? {}, caption(roundCaption(of, word)), language),
    ];
  });
  const sheet = newSheet(book, word("workbook-unprinted"), "one-wide");
  setWidths(sheet, sections, 14);
  let row = 1;
  for (const section of sections) {
    across(sheet, row, section.columns.length + 1, section.caption, fonts.caption);
    row = writeSection(sheet, row + 1, section) + 1;
  }
}

const standingWord = ({ standing }: UnitPart, word: Word): string => word(`workbook-standing-${standing}`);

/** A kept warning with the figures that it is about and the reason that was given. */
function keptWords({ flow, language }: Return, kept: KeptWarning, word: Word): string {
  const cells = new Set(kept.cells);
  const places = flow.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.groups.flatMap((group) => {
        const columns = group.columns.filter((column) => cells.has(cellId(row.id, group.id, column.id)));
        const names = columns.map(({ short }) => say(short, language)).join("/");
        return names === "" ? [] : [`${say(row.short, language)} ${say(group.short, language)} ${names}`];
      }),
    ),
  );
  const place = places.join("; ");
  return place === "" ? kept.reason : word("workbook-kept-reason", { place, reason: kept.reason });
}
