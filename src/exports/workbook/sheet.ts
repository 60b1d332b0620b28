import type { Workbook, Worksheet } from "exceljs";
import { blockOf } from "../../core/flow/flow.ts";
import type { Layout } from "../../core/flow/schema.ts";
import type { Return, Word } from "../export.ts";
import { type Section, say, sectionOf } from "./plan.ts";
import { across, fonts, framed, heightOf, plain, sheetName, widestWord, widthOf } from "./style.ts";

const NARROWEST = 6.5;
const LABEL_WIDTH = 22;
/** The least height of a row of figures, in points. */
const ROW_HEIGHT = 24;
/** About how many characters A3 holds across at full size; a wider sheet is printed smaller. */
const PAGE_WIDTH = 200;
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
  const total = widthsOf(sheet, width);
  // A wide sheet shrinks in print: its title and lines grow as much, and its rows fill the height that is left over.
  const grown = Math.min(2, Math.max(1, total / PAGE_WIDTH));
  const rowHeight = Math.min(40, Math.max(ROW_HEIGHT, (ROW_HEIGHT * total) / PAGE_WIDTH));
  const larger = (font: { name: string; size: number }) => ({ ...font, size: Math.round(font.size * grown) });
  const title = say(flow.title, language);
  across(sheet, 1, width, title, larger(fonts.title), "center");
  sheet.getRow(1).height = 1.6 * grown * heightOf(title, total / (1.8 * grown));
  const line = (row: number, text: string, font: { name: string; size: number }) => {
    across(sheet, row, width, text, larger(font));
    sheet.getRow(row).height = grown * (heightOf(text, total / (1.1 * grown)) + 5);
  };
  line(2, word("workbook-head", of.head), fonts.line);
  let row = 3;
  for (const section of sections) {
    line(row, section.caption, fonts.caption);
    row = writeSection(sheet, row + 1, section, rowHeight);
  }
  const [year = "", month = "", day = ""] = of.asOf.split("-");
  const foot = [
    word("workbook-as-of", { year, month: Number(month), day: Number(day) }),
    ...(flow.notes.length > 0 ? [word("workbook-notes")] : []),
    ...flow.notes.map((note, index) => `${index + 1}. ${say(note, language)}`),
    ...(layout.note ? [say(layout.note, language)] : []),
  ];
  for (const text of foot) {
    line(row, text, fonts.line);
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
      bracketWidth(columns[index] ?? "") + 1,
      ...rows.map(({ cells }) => shownWidth(cells[index]?.value) + 3),
    ]);
    sheet.getColumn(index + 2).width = Math.max(narrowest, ...needed);
  }
}

/** A unit in brackets stands on a line of its own, and a lone closing bracket below it would look torn off. */
function bracketWidth(label: string): number {
  return widthOf(/（[^（）]*）$/u.exec(label)?.[0] ?? "");
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

/** Writes heads and rows of a section from a row on; gives the first row after it. */
export function writeSection(sheet: Worksheet, top: number, section: Section, rowHeight = ROW_HEIGHT): number {
  const width = section.columns.length + 1;
  const heads = section.columns.map((label, index) => headLines(label, sheet.getColumn(index + 2).width ?? NARROWEST));
  sheet.mergeCells(top, 1, top + 1, 1);
  let column = 2;
  for (const { label, span } of section.groups) {
    if (span > 1) sheet.mergeCells(top, column, top, column + span - 1);
    sheet.getCell(top, column).value = plain(label);
    column += span;
  }
  heads.forEach((label, index) => {
    sheet.getCell(top + 1, index + 2).value = plain(label);
  });
  for (const row of [top, top + 1])
    for (let each = 1; each <= width; each += 1) framed(sheet.getCell(row, each), fonts.head, "center");
  const wide = (index: number) => sheet.getColumn(index).width ?? NARROWEST;
  const groupHeights = section.groups.map(({ label, span }, index) => {
    const from = 2 + section.groups.slice(0, index).reduce((sum, group) => sum + group.span, 0);
    const room = Array.from({ length: span }, (_, offset) => wide(from + offset)).reduce((a, b) => a + b, 0);
    return heightOf(label, room);
  });
  sheet.getRow(top).height = Math.max(24, ...groupHeights);
  sheet.getRow(top + 1).height = Math.max(...heads.map((label, index) => heightOf(label, wide(index + 2)))) + 4;

  section.rows.forEach(({ label, cells }, index) => {
    const row = top + 2 + index;
    const head = sheet.getCell(row, 1);
    head.value = plain(label);
    framed(head, fonts.label, "center");
    sheet.getRow(row).height = Math.max(rowHeight, heightOf(label, LABEL_WIDTH));
    cells.forEach(({ value, format, parts }, place) => {
      const cell = sheet.getCell(row, place + 2);
      framed(cell, fonts.figure, "right");
      cell.numFmt = format;
      // Nothing reported stays blank, in a sum too: a formula would make a 0 of it.
      if (value === undefined) return;
      const from = parts?.map((part) => sheet.getCell(row, part + 2).address).join(",");
      cell.value = from ? { formula: `SUM(${from})`, result: value } : value;
    });
  });
  return top + 2 + section.rows.length;
}

/** A head as it is broken: before its unit, so that no line begins with a closing bracket. */
function headLines(label: string, width: number): string {
  return widthOf(label) + 2 > width ? plain(label).replace(/(?<=\S)（/u, "\n（") : plain(label);
}

/** The width of the widest of some texts, between two bounds, for a column of a list. */
export function fitting(texts: readonly string[], least: number, most: number): number {
  const widest = Math.max(0, ...texts.flatMap((text) => text.split("\n").map(widthOf)));
  return Math.min(most, Math.max(least, widest + 2));
}
