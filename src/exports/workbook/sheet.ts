import type { Workbook } from "exceljs";
import { blockOf } from "../../core/flow/flow.ts";
import type { Layout } from "../../core/flow/schema.ts";
import type { Printed, Word } from "../export.ts";
import { isWhole, roundCaption } from "../return/period.ts";
import { newSheet, PAGE_HEIGHT, PAGE_WIDTH, widthsOf } from "../sheet/page.ts";
import { say, sectionOf } from "../sheet/plan.ts";
import { ROW_HEIGHT, setWidths, writeSection } from "../sheet/section.ts";
import { across, type Face, fonts, heightOf, printFonts } from "../sheet/style.ts";
import { asOfArgs } from "./words.ts";

/** Characters across that title and head line need. */
const LEAST_WIDTH = 100;
/** The tallest that a row of figures is drawn out to fill the page. */
const TALLEST_ROW = 60;

/** Adds an official sheet: title, who reports, cumulative figures and this round's one beneath the other, the foot. */
export function addSheet(book: Workbook, of: Printed, layout: Layout, word: Word): void {
  const { flow, language } = of;
  const block = blockOf(flow, layout.block);
  const table = of.tables.find((each) => each.block === block.id);
  const sheet = newSheet(book, layout.sheet, "one");
  const cumulative = sectionOf(block, layout.groups, table?.cumulative ?? {}, word("workbook-cumulative"), language);
  const caption = roundCaption(of, word);
  const round = sectionOf(block, layout.groups, table?.round ?? {}, caption, language);
  const both = layout.first === "cumulative" ? [cumulative, round] : [round, cumulative];
  const sections = isWhole(of) ? [cumulative] : both;
  const width = cumulative.columns.length + 1;

  setWidths(sheet, sections, { faces: printFonts });
  // A small sheet takes room for its head line instead of breaking it.
  const wider = Math.min(2, Math.max(1, LEAST_WIDTH / widthsOf(sheet, width)));
  for (let column = 1; column <= width; column += 1)
    sheet.getColumn(column).width = (sheet.getColumn(column).width ?? 0) * wider;
  const total = widthsOf(sheet, width);
  // A wide sheet shrinks in print: its title and lines grow as much, and its rows fill the height that is left over.
  const shrunk = Math.max(1, total / PAGE_WIDTH);
  const grown = Math.min(2, shrunk);
  const larger = (font: Face): Face => ({ ...font, size: Math.round(font.size * grown) });
  const title = say(flow.title, language);
  across(sheet, 1, width, title, larger(fonts.title), "center");
  sheet.getRow(1).height = heightOf(title, total, larger(fonts.title)) + 12;
  const line = (row: number, text: string, font: Face) => {
    across(sheet, row, width, text, larger(font));
    sheet.getRow(row).height = heightOf(text, total, larger(font)) + 4;
  };
  const note = layout.note ? say(layout.note, language) : "";
  // Who opens a sheet that does not go up is to see so before the figures.
  line(2, `${word("workbook-head", of.head)}${layout.sent_up ? "" : `　　${note}`}`.trimEnd(), fonts.line);
  let row = 3;
  const figures: number[] = [];
  for (const section of sections) {
    line(row, section.caption, fonts.caption);
    row = writeSection(sheet, row + 1, section, word("workbook-row"), printFonts);
    for (let each = row - section.rows.length; each < row; each += 1) figures.push(each);
  }
  const foot = [
    word("workbook-as-of", asOfArgs(of)),
    ...(flow.notes.length > 0 ? [word("workbook-notes")] : []),
    ...flow.notes.map((note, index) => `${index + 1}. ${say(note, language)}`),
    ...(note === "" ? [] : [note]),
  ];
  for (const text of foot) {
    line(row, text, fonts.line);
    row += 1;
  }
  const heightOfRow = (each: number) => sheet.getRow(each).height ?? ROW_HEIGHT;
  const used = Array.from({ length: row - 1 }, (_, index) => heightOfRow(index + 1)).reduce((a, b) => a + b, 0);
  const spare = Math.max(0, PAGE_HEIGHT * shrunk - used) / Math.max(1, figures.length);
  for (const each of figures)
    sheet.getRow(each).height = Math.max(heightOfRow(each), Math.min(TALLEST_ROW, heightOfRow(each) + spare));

  // The heads of the first section would stand over the second one's figures, so title and labels alone stay put.
  sheet.views = [{ state: "frozen", xSplit: 1, ySplit: 2 }];
  sheet.pageSetup.printTitlesRow = "1:2";
  sheet.pageSetup.printArea = `A1:${sheet.getCell(row - 1, width).address}`;
}
