import type { Border, Cell, Font, Style, Worksheet } from "exceljs";
import type { FlowColumn } from "../../core/flow/flow.ts";
import type { Total } from "../../core/table/table.ts";

/** A typeface of a sheet: the fields that a size is reckoned from are always there. */
export type Face = Partial<Font> & { readonly name: string; readonly size: number };

/** Simplified Chinese with serifs (or without): what a reader without the named typeface falls back to. */
const SERIF = { family: 1, charset: 134 };
const SANS = { family: 2, charset: 134 };

/** The typefaces of official sheets. Heads are smaller than figures: many narrow columns share the page. */
export const fonts = {
  title: { name: "方正小标宋简体", size: 18, ...SERIF },
  line: { name: "仿宋", size: 12, ...SERIF },
  caption: { name: "黑体", size: 12, ...SANS },
  head: { name: "宋体", size: 9, bold: true, ...SERIF },
  /** Heads of lists, which have room. */
  list: { name: "宋体", size: 11, bold: true, ...SERIF },
  label: { name: "仿宋", size: 11, ...SERIF },
  figure: { name: "宋体", size: 11, ...SERIF },
  sum: { name: "宋体", size: 11, bold: true, ...SERIF },
} satisfies Record<string, Face>;

/** The typefaces of what each kind of cell holds. */
export type Fonts = Readonly<Record<keyof typeof fonts, Face>>;

/** Those of sheets that are printed and signed: on a page many columns wide they come out at two thirds of their size. */
export const printFonts: Fonts = {
  ...fonts,
  head: { ...fonts.head, size: 12 },
  label: { ...fonts.label, size: 13 },
  figure: { ...fonts.figure, size: 13 },
  sum: { ...fonts.sum, size: 13 },
};

/** The size of type that the width of a column is counted in. */
const COLUMN_SIZE = 11;

/** The longest text that a cell may hold, by the file format. */
const LONGEST = 32_767;
/** The tallest row that the file format knows, in points. */
const TALLEST = 409;
/** Points of a line for each point of type. */
const LINE = 1.36;

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

/** Keeps a figure off the right border of its cell, by the width of a bracket. */
const CLEAR = "_)";

/** How a figure is shown: grouped thousands, the decimals that it has; a rate always with those of its column. */
export function figureFormat(column: FlowColumn, value: Total): string {
  return `${digitsFormat(column, value)}${CLEAR}`;
}

function digitsFormat(column: FlowColumn, value: Total): string {
  if (column.computed) return fraction("0", column.decimals);
  if (column.decimals === 0) return "#,##0";
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

/** Characters of some size of type, counted in characters of the column unit. */
export function inColumns(characters: number, { size }: Face): number {
  return (characters * size) / COLUMN_SIZE;
}

/** Points that a text needs when it is wrapped in a column of that width; no more than a row can be tall. */
export function heightOf(text: string, width: number, { size }: Face = fonts.label): number {
  const room = Math.max(2, (width - 1) * (COLUMN_SIZE / size));
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
  return Math.min(TALLEST, lines * size * LINE + 4);
}

const thin: Partial<Border> = { style: "thin", color: { argb: "FF000000" } };
const frame = { top: thin, left: thin, bottom: thin, right: thin };

/** What a kind of cell looks like; one object serves every cell of its kind, which the library writes far faster. */
export type Look = Readonly<Partial<Style>>;

/** Text in a frame, wrapped. */
export function textLook(font: Face, horizontal: "center" | "left"): Look {
  return { font, border: frame, alignment: { horizontal, vertical: "middle", wrapText: true } };
}

/** A figure in a frame; type that runs wider than reckoned is set smaller, for ### says nothing. */
function figureLook(font: Face, numFmt: string): Look {
  return { font, border: frame, numFmt, alignment: { horizontal: "right", vertical: "middle", shrinkToFit: true } };
}

/** The looks of figures by typeface and format, each made once for a sheet. */
export function figureLooks(): (font: Face, format: string) => Look {
  const made = new Map<string, Look>();
  return (font, format) => {
    const key = `${font.size} ${font.bold ? "bold " : ""}${format}`;
    const look = made.get(key) ?? figureLook(font, format);
    made.set(key, look);
    return look;
  };
}

/** A line across the whole sheet, such as the title or a note. */
export function across(
  sheet: Worksheet,
  row: number,
  columns: number,
  text: string,
  font: Face,
  horizontal: "center" | "left" = "left",
): void {
  if (columns > 1) sheet.mergeCells(row, 1, row, columns);
  const cell = sheet.getCell(row, 1);
  cell.value = plain(text);
  cell.font = font;
  cell.alignment = { horizontal, vertical: "middle", wrapText: true };
}

/** Puts a text (none where empty) into a cell and gives it its look. */
export function putText(cell: Cell, text: string, look: Look): void {
  cell.style = look;
  if (text !== "") cell.value = plain(text);
}
