import type { Workbook, Worksheet } from "exceljs";
import { blockOf } from "../../core/flow/flow.ts";
import type { Layout } from "../../core/flow/schema.ts";
import type { Return, Word } from "../export.ts";
import { type Section, say, sectionOf } from "./plan.ts";
import { across, fonts, framed, heightOf, plain, sheetName, widestWord, widthOf } from "./style.ts";

const NARROWEST = 6.5;
const LABEL_WIDTH = 18;
/** A3; the library's own list of papers ends before it. */
const A3 = 8;

/** Adds an official sheet: title, who reports, cumulative figures and this round's one beneath the other, the foot. */
export function addSheet(book: Workbook, of: Return, layout: Layout, word: Word): void {
  const { flow, language } = of;
  const block = blockOf(flow, layout.block);
  const table = of.tables.find((each) => each.block === block.id);
  const sheet = newSheet(book, layout.sheet);
  const cumulative = sectionOf(block, layout.groups, table?.cumulative ?? {}, word("workbook-cumulative"), language);
  const caption = word("workbook-round", { number: String(of.round.number) });
  const round = sectionOf(block, layout.groups, table?.round ?? {}, caption, language);
  const sections = layout.first === "cumulative" ? [cumulative, round] : [round, cumulative];
  const width = cumulative.columns.length + 1;

  setWidths(sheet, sections);
  across(sheet, 1, width, say(flow.title, language), fonts.title, "center");
  across(sheet, 2, width, word("workbook-head", of.head), fonts.line);
  const total = widthsOf(sheet, width);
  sheet.getRow(1).height = 2 * heightOf(say(flow.title, language), total / 1.8);
  sheet.getRow(2).height = heightOf(word("workbook-head", of.head), total) + 6;
  let row = 3;
  for (const section of sections) row = writeSection(sheet, row, section);
  const [year = "", month = "", day = ""] = of.asOf.split("-");
  const foot = [
    word("workbook-as-of", { year, month: Number(month), day: Number(day) }),
    ...(flow.notes.length > 0 ? [word("workbook-notes")] : []),
    ...flow.notes.map((note, index) => `${index + 1}. ${say(note, language)}`),
    ...(layout.note ? [say(layout.note, language)] : []),
  ];
  for (const text of foot) {
    across(sheet, row, width, text, fonts.line);
    sheet.getRow(row).height = heightOf(text, total) + 3;
    row += 1;
  }
  // The heads of the first section would stand over the second one's figures, so title and labels alone stay put.
  sheet.views = [{ state: "frozen", xSplit: 1, ySplit: 2 }];
  sheet.pageSetup.printTitlesRow = "1:2";
  sheet.pageSetup.printArea = `A1:${sheet.getCell(row - 1, width).address}`;
}

/** An empty sheet that prints on one page of A3 across. */
export function newSheet(book: Workbook, name: string, pages: "one" | "one-wide" = "one"): Worksheet {
  const taken = book.worksheets.map((each) => each.name);
  const sheet = book.addWorksheet(sheetName(name, taken));
  Object.assign(sheet.pageSetup, { paperSize: A3 });
  sheet.pageSetup.orientation = "landscape";
  sheet.pageSetup.fitToPage = true;
  sheet.pageSetup.fitToWidth = 1;
  sheet.pageSetup.fitToHeight = pages === "one" ? 1 : 0;
  sheet.pageSetup.horizontalCentered = true;
  sheet.pageSetup.margins = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.5, header: 0.3, footer: 0.3 };
  return sheet;
}

/** Makes every column wide enough for its figures and the longest word of its head, so that nothing shows as ###. */
export function setWidths(sheet: Worksheet, sections: readonly Section[], narrowest = NARROWEST): void {
  sheet.getColumn(1).width = LABEL_WIDTH;
  const most = Math.max(0, ...sections.map(({ columns }) => columns.length));
  for (let index = 0; index < most; index += 1) {
    const needed = sections.flatMap(({ columns, rows }) => [
      widestWord(columns[index] ?? "") + 2,
      ...rows.map(({ cells }) => shownWidth(cells[index]?.value) + 3),
    ]);
    sheet.getColumn(index + 2).width = Math.max(narrowest, ...needed);
  }
}

function shownWidth(value: number | undefined): number {
  return value === undefined
    ? 0
    : value.toLocaleString("en", { maximumFractionDigits: 6, minimumFractionDigits: 0 }).length;
}

function widthsOf(sheet: Worksheet, columns: number): number {
  return Array.from({ length: columns }, (_, index) => sheet.getColumn(index + 1).width ?? 0).reduce(
    (a, b) => a + b,
    0,
  );
}

/** Writes caption, heads and rows of a section from a row on; gives the first row after it. */
export function writeSection(sheet: Worksheet, top: number, section: Section): number {
  const width = section.columns.length + 1;
  across(sheet, top, width, section.caption, fonts.caption);
  sheet.getRow(top).height = 24;
  sheet.mergeCells(top + 1, 1, top + 2, 1);
  let column = 2;
  for (const { label, span } of section.groups) {
    if (span > 1) sheet.mergeCells(top + 1, column, top + 1, column + span - 1);
    sheet.getCell(top + 1, column).value = plain(label);
    column += span;
  }
  section.columns.forEach((label, index) => {
    sheet.getCell(top + 2, index + 2).value = plain(label);
  });
  for (const row of [top + 1, top + 2])
    for (let each = 1; each <= width; each += 1) framed(sheet.getCell(row, each), fonts.head, "center");
  const wide = (index: number) => sheet.getColumn(index).width ?? NARROWEST;
  const groupHeights = section.groups.map(({ label, span }, index) => {
    const from = 2 + section.groups.slice(0, index).reduce((sum, group) => sum + group.span, 0);
    const room = Array.from({ length: span }, (_, offset) => wide(from + offset)).reduce((a, b) => a + b, 0);
    return heightOf(label, room);
  });
  sheet.getRow(top + 1).height = Math.max(24, ...groupHeights);
  sheet.getRow(top + 2).height =
    Math.max(...section.columns.map((label, index) => heightOf(label, wide(index + 2)))) + 4;

  section.rows.forEach(({ label, cells }, index) => {
    const row = top + 3 + index;
    const head = sheet.getCell(row, 1);
    head.value = plain(label);
    framed(head, fonts.label, "center");
    sheet.getRow(row).height = Math.max(24, heightOf(label, LABEL_WIDTH));
    cells.forEach(({ value, format, parts }, place) => {
      const cell = sheet.getCell(row, place + 2);
      framed(cell, fonts.figure, "center");
      cell.numFmt = format;
      // Nothing reported stays blank, in a sum too: a formula would make a 0 of it.
      if (value === undefined) return;
      const from = parts?.map((part) => sheet.getCell(row, part + 2).address).join(",");
      cell.value = from ? { formula: `SUM(${from})`, result: value } : value;
    });
  });
  return top + 3 + section.rows.length;
}

/** The width of the widest of some texts, between two bounds, for a column of a list. */
export function fitting(texts: readonly string[], least: number, most: number): number {
  const widest = Math.max(0, ...texts.flatMap((text) => text.split("\n").map(widthOf)));
  return Math.min(most, Math.max(least, widest + 2));
}
