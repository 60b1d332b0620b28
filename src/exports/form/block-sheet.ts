import type { Workbook, Worksheet } from "exceljs";
import type { FormSheet, Word } from "../export.ts";
import { newSheet, widthsOf } from "../sheet/page.ts";
import { say } from "../sheet/plan.ts";
import { headWidth, inColumn, NARROWEST, shownWidth, writeHeads } from "../sheet/section.ts";
import { type Fonts, fonts, plain, printFonts, widestWord, widthOf } from "../sheet/style.ts";
import { writeFigures } from "./figures.ts";
import { type Grid, groupsOver, headOf, shownIn } from "./grid.ts";
import { formLooks } from "./looks.ts";
import { optionsOf, writeOptions } from "./options.ts";
import { linesAcross, writeFoot, writeTop } from "./top.ts";

/** Label, value and note of an option. */
const LEAST_COLUMNS = 3;
/** Characters across that title and head line need. */
const LEAST_WIDTH = 100;
/** The least width of a column: a figure of some digits, or of some decimals. */
const LEAST = { count: 6.5, amount: 9 };
/** The same where the figures are there already, and the page is short of room. */
const LEAST_PRINTED = { count: NARROWEST, amount: NARROWEST };
/** How much wider bold figures run, as sums are. */
const BOLD = 1.12;
/** The least and greatest width of the labels of the rows; a longer one is broken. */
const LABELS = { least: 14, most: 22 };

/** Adds the sheet of a block: who reports what, the options where it is to be filled in, the heads, the figures. */
export async function addBlock(book: Workbook, of: FormSheet, grid: Grid, word: Word): Promise<void> {
  const sheet = newSheet(book, say(grid.block.label, of.language), of.sent ? "one" : "one-wide");
  const width = Math.max(LEAST_COLUMNS, grid.columns.length + 1);
  const heads = grid.columns.map(({ column }) => headOf(column, of.language, word));
  const faces = facesOf(of);
  setWidths(of, sheet, grid, heads, word);
  const looks = formLooks(faces);
  const line = linesAcross(of, sheet, width);
  const under = writeTop(of, line, word);
  const top = of.sent ? under : writeOptions(sheet, under, width, looks, word);
  const groups = groupsOver(grid.columns, of.language);
  const first = writeHeads(sheet, top, [word("workbook-row")], { groups, columns: heads }, faces);
  // Whoever reads the file back looks for the label itself, without the line break that print would like.
  if (!of.sent)
    heads.forEach((head, index) => {
      sheet.getCell(first - 1, index + 2).value = plain(head);
    });
  let row = writeFigures(of, sheet, first, grid, looks, word);
  for (const note of notesOf(of, grid, word)) {
    line(row, note, fonts.line);
    row += 1;
  }
  const end = writeFoot(of, line, row, word);
  sheet.pageSetup.printTitlesRow = `${top}:${first - 1}`;
  sheet.pageSetup.printArea = `A1:${sheet.getCell(end - 1, width).address}`;
  if (of.sent) return;
  sheet.views = [{ state: "frozen", xSplit: 1, ySplit: first - 1 }];
  await sheet.protect("", { formatColumns: true, formatRows: true });
}

/** What is printed and signed is set larger than what is filled in on a screen. */
const facesOf = ({ sent }: FormSheet): Fonts => (sent ? printFonts : fonts);

/** What stands beneath the figures: the official notes, where the block is on the official sheet. */
function notesOf({ flow, language }: FormSheet, { block }: Grid, word: Word): readonly string[] {
  if (!block.printed || flow.notes.length === 0) return [];
  return [word("workbook-notes"), ...flow.notes.map((note, index) => `${index + 1}. ${say(note, language)}`)];
}

function setWidths(of: FormSheet, sheet: Worksheet, grid: Grid, heads: readonly string[], word: Word): void {
  const faces = facesOf(of);
  const options = of.sent ? [] : optionsOf(word);
  const labels = [...grid.rows.map(({ label }) => say(label, of.language)), ...options.map(({ label }) => label)];
  const most = Math.max(...labels.map(widthOf));
  const longest = Math.max(...labels.map(widestWord));
  sheet.getColumn(1).width = Math.max(LABELS.least, longest + 2, Math.min(LABELS.most, most + 2));
  const choices = options.flatMap(({ values }) => values.map((value) => widthOf(String(value)) + 3));
  grid.columns.forEach((each, index) => {
    const figures = grid.rows.map((row) => {
      const value = shownIn(of.cells, grid.columns, row, each);
      const characters = value === "n/a" ? widthOf(word("form-not-applicable")) : shownWidth(value);
      const wide = inColumn(characters, faces.figure);
      return each.parts ? wide * BOLD : wide;
    });
    const beside = index === 0 ? choices : [];
    sheet.getColumn(index + 2).width = Math.max(
      (of.sent ? LEAST_PRINTED : LEAST)[each.column.kind],
      headWidth(heads[index] ?? "", faces.head),
      ...figures,
      ...beside,
    );
  });
  const columns = Math.max(LEAST_COLUMNS, heads.length + 1);
  for (let each = heads.length + 2; each <= columns; each += 1) sheet.getColumn(each).width = LABELS.most;
  // A small sheet takes room for its title and head line instead of breaking them.
  const wider = Math.min(3, Math.max(1, LEAST_WIDTH / widthsOf(sheet, columns)));
  for (let each = 1; each <= columns; each += 1)
    sheet.getColumn(each).width = (sheet.getColumn(each).width ?? 0) * wider;
}
