import type { Worksheet } from "exceljs";
import { widthsOf } from "./page.ts";
import { type Derived, formulaOf, type Section } from "./plan.ts";
import {
  type Face,
  type Fonts,
  figureLooks,
  fonts,
  heightOf,
  inColumns,
  plain,
  putText,
  textLook,
  widestWord,
  widthOf,
} from "./style.ts";

/** The least width of a column of figures. */
export const NARROWEST = 5.5;
/** The least and greatest width of the labels of the rows; a longer one is broken. */
const LABELS = { least: 12, most: 20 };
/** The least height of a row of figures, in points. */
export const ROW_HEIGHT = 24;

/** Makes every column wide enough for its figures and the longest word of its head, so that nothing shows as ###. */
export function setWidths(
  sheet: Worksheet,
  sections: readonly Section[],
  { narrowest = NARROWEST, faces = fonts }: { readonly narrowest?: number; readonly faces?: Fonts } = {},
): void {
  const labels = sections.flatMap(({ rows }) => rows.map(({ label }) => label));
  const widest = Math.max(0, ...labels.flatMap((label) => pieces(label).map(widthOf)));
  const words = Math.max(0, ...labels.map(widestWord));
  sheet.getColumn(1).width = Math.max(LABELS.least, words + 2, Math.min(LABELS.most, widest + 2));
  const most = Math.max(0, ...sections.map(({ columns }) => columns.length));
  for (let index = 0; index < most; index += 1) {
    const figures = sections.flatMap(({ rows }) => rows.map(({ cells }) => shownWidth(cells[index]?.value)));
    const heads = sections.map(({ columns }) => headWidth(columns[index] ?? "", faces.head));
    const wide = figures.map((each) => inColumn(each, faces.figure));
    sheet.getColumn(index + 2).width = Math.max(narrowest, ...heads, ...wide);
  }
}

/** How wide a column must be for a figure of so many characters: digits, the margin at both sides, and clear of the border. */
export const inColumn = (characters: number, face: Face = fonts.figure): number =>
  inColumns(characters * 1.08, face) + 1.4;

/** How wide a figure is when it is shown with its thousands apart; counted by hand, as locales are slow by the million. */
export function shownWidth(value: number | undefined): number {
  if (value === undefined) return 0;
  const [whole = "", fraction] = String(Math.abs(value)).split(".");
  const sign = value < 0 ? 1 : 0;
  return sign + whole.length + Math.floor((whole.length - 1) / 3) + (fraction === undefined ? 0 : fraction.length + 1);
}

/** The narrowest column that a head can be broken into: its longest word, or the unit in brackets that ends it. */
export function headWidth(label: string, face: Face = fonts.head): number {
  const bracket = narrowed(/（[^（）]*）$/u.exec(label)?.[0] ?? "");
  return Math.max(inColumns(widestWord(label), face) + 1.5, inColumns(widthOf(bracket), face) + 0.8);
}

/** Writes heads of two rows: labels over both, groups over their columns. Gives the first row after them. */
export function writeHeads(
  sheet: Worksheet,
  top: number,
  labels: readonly string[],
  { groups, columns }: Pick<Section, "groups" | "columns">,
  { head }: Pick<Fonts, "head"> = fonts,
): number {
  const look = textLook(head, "center");
  const wide = (column: number) => sheet.getColumn(column).width ?? NARROWEST;
  labels.forEach((label, index) => {
    sheet.mergeCells(top, index + 1, top + 1, index + 1);
    putText(sheet.getCell(top, index + 1), label, look);
    sheet.getCell(top + 1, index + 1).style = look;
  });
  const first = labels.length + 1;
  let column = first;
  let tallest = ROW_HEIGHT;
  for (const { label, span } of groups) {
    if (span > 1) sheet.mergeCells(top, column, top, column + span - 1);
    for (let each = column; each < column + span; each += 1) sheet.getCell(top, each).style = look;
    sheet.getCell(top, column).value = plain(label);
    const room = widthsOf(sheet, column + span - 1) - widthsOf(sheet, column - 1);
    tallest = Math.max(tallest, heightOf(label, room, head));
    column += span;
  }
  sheet.getRow(top).height = tallest;
  const heads = columns.map((label, index) => headLines(label, wide(first + index), head));
  heads.forEach((label, index) => {
    putText(sheet.getCell(top + 1, first + index), narrowed(label), look);
  });
  const heights = heads.map((label, index) => heightOf(label, wide(first + index), head));
  sheet.getRow(top + 1).height = Math.max(ROW_HEIGHT, ...heights) + 4;
  return top + 2;
}

/**
 * Writes heads and rows of a section from a row on, all rows alike in height, `corner` over the names of the rows; gives
 * the first row after it.
 */
export function writeSection(
  sheet: Worksheet,
  top: number,
  section: Section,
  corner: string,
  faces: Fonts = fonts,
): number {
  const first = writeHeads(sheet, top, [corner], section, faces);
  const lookOf = figureLooks();
  const wide = sheet.getColumn(1).width ?? LABELS.least;
  const labels = section.rows.map(({ label }) => headLines(label, wide, faces.label));
  const height = Math.max(ROW_HEIGHT, ...labels.map((label) => heightOf(label, wide, faces.label)));
  section.rows.forEach(({ cells }, index) => {
    const row = first + index;
    putText(sheet.getCell(row, 1), labels[index] ?? "", textLook(faces.label, "center"));
    sheet.getRow(row).height = height;
    cells.forEach(({ value, format, derived }, place) => {
      const cell = sheet.getCell(row, place + 2);
      cell.style = lookOf(faces.figure, format);
      const address = (part: number) => sheet.getCell(row, part + 2).address;
      if (value !== undefined) cell.value = live(value, derived, address);
    });
  });
  return first + section.rows.length;
}

/**
 * A figure as a cell takes it: live where it is worked out from others, with its result. One that nobody reported must
 * not come here: a formula would make a 0 of it. A rate below 0 stays as it is: programs round its ties the other way.
 */
export function live(value: number, derived: Derived | undefined, address: (place: number) => string) {
  if (!derived || (derived.kind === "rate" && value < 0)) return value;
  return { formula: formulaOf(derived, address), result: value };
}

/** The pieces that a label is broken into before its unit in brackets. */
const pieces = (label: string): readonly string[] => plain(label).split(/(?<=\S)(?=（)/u);

/** A head with its unit in half-width brackets: forty columns have no room for wide ones, and both are read alike. */
const narrowed = (label: string): string => label.replace(/（([^（）]*)）$/u, "($1)");

/** A head as it is broken: before its unit, so that no line begins with a closing bracket. */
function headLines(label: string, width: number, face: Face): string {
  return inColumns(widthOf(label), face) + 2 > width ? pieces(label).join("\n") : plain(label);
}
