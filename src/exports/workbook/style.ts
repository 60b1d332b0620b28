import type { Border, Cell, Font, Worksheet } from "exceljs";
import type { FlowColumn } from "../../core/flow/flow.ts";
import type { Total } from "../../core/table/table.ts";

/** The typefaces of official sheets; a reader without them sees the nearest that is installed. */
export const fonts = {
  title: { name: "方正小标宋简体", size: 18 },
  line: { name: "仿宋", size: 12 },
  caption: { name: "黑体", size: 12 },
  head: { name: "仿宋", size: 11, bold: true },
  label: { name: "仿宋", size: 11 },
  figure: { name: "宋体", size: 11 },
} satisfies Record<string, Partial<Font>>;

/** The longest text that a cell may hold, by the file format. */
const LONGEST = 32_767;
/** The tallest row that the file format knows, in points. */
const TALLEST = 409;
/** Points of a line of the body. */
const LINE = 15;

/** What people or flows wrote, fit for a cell: no control characters, no half characters, no longer than a cell takes. */
export function plain(text: string): string {
  // Cut first: a character that the cut splits in two is a half one, and goes with the others.
  const cut = text.replace(/\r\n?/g, "\n").slice(0, LONGEST);
  return cut.replace(/(?![\n\t])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, "");
}

/** A name for a sheet that the format allows and no other sheet of the book has. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const base =
    plain(wanted)
      .replace(/[\\/?*[\]:]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim()
      .slice(0, 31) || "1";
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const mark = count === 1 ? "" : ` ${count}`;
    const name = base.slice(0, 31 - mark.length) + mark;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** How a figure is shown: grouped thousands, the decimals that it has; a rate always with those of its column. */
export function figureFormat(column: FlowColumn, value: Total): string {
  if (column.computed) return fraction("0", column.decimals);
  const written = value === undefined ? "" : (String(value).split(".")[1] ?? "");
  // "#,##0.####" would leave a bare point behind whole amounts, so the decimals are those of the figure itself.
  return fraction("#,##0", Math.min(written.length, column.decimals));
}

function fraction(whole: string, decimals: number): string {
  return decimals > 0 ? `${whole}.${"0".repeat(decimals)}` : whole;
}

/** How wide a text is on the sheet, in characters of the column unit: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}

/** The widest piece of a text that does not wrap: a word, or a single Chinese character. */
export function widestWord(text: string): number {
  return Math.max(0, ...text.split(/[\s\u2e80-\uffff]+/).map(widthOf));
}

/** Points that a text needs when it is wrapped at so many characters. */
export function heightOf(text: string, width: number): number {
  const room = Math.max(2, width - 1);
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
  return Math.min(TALLEST, lines * LINE + 4);
}

const thin: Partial<Border> = { style: "thin", color: { argb: "FF000000" } };

/** A cell of a table: thin borders all round, its text wrapped. */
export function framed(cell: Cell, font: Partial<Font>, horizontal: "center" | "left" | "right"): void {
  cell.font = font;
  cell.border = { top: thin, left: thin, bottom: thin, right: thin };
  cell.alignment = { horizontal, vertical: "middle", wrapText: true };
}

/** A line across the whole sheet, such as the title or a note. */
export function across(
  sheet: Worksheet,
  row: number,
  columns: number,
  text: string,
  font: Partial<Font>,
  horizontal: "center" | "left" = "left",
): void {
  if (columns > 1) sheet.mergeCells(row, 1, row, columns);
  const cell = sheet.getCell(row, 1);
  cell.value = plain(text);
  cell.font = font;
  cell.alignment = { horizontal, vertical: "middle", wrapText: true };
}
