import type { Worksheet } from "exceljs";
import type { FormSheet, Word } from "../export.ts";
import { PAGE_WIDTH, widthsOf } from "../sheet/page.ts";
import { say } from "../sheet/plan.ts";
import { across, type Face, fonts, heightOf } from "../sheet/style.ts";

/** A4; a wider sheet goes on A3. */
const A4 = 9;
/** About how many characters A4 holds across at full size. */
const A4_WIDTH = 140;

/** Writes a text across the sheet, its row as high as it needs and some points more. */
export type Lines = (row: number, text: string, font: Face, spare?: number) => void;

/** How much larger things are set on a sheet that shrinks in print; on screen, over frozen heads, they stay small. */
export function grownOf(of: FormSheet, sheet: Worksheet, columns: number): number {
  return of.sent ? Math.min(2, Math.max(1, widthsOf(sheet, columns) / PAGE_WIDTH)) : 1;
}

/** Takes the paper that the sheet's width asks for, and gives what writes lines across it, larger where print shrinks. */
export function linesAcross(of: FormSheet, sheet: Worksheet, columns: number): Lines {
  const total = widthsOf(sheet, columns);
  if (total <= A4_WIDTH) sheet.pageSetup.paperSize = A4;
  const grown = grownOf(of, sheet, columns);
  return (row, text, font, spare = 4) => {
    const face = { ...font, size: Math.round(font.size * grown) };
    across(sheet, row, columns, text, face, font === fonts.title && of.sent ? "center" : "left");
    sheet.getRow(row).height = heightOf(text, total, face) + spare * grown;
  };
}

/** Writes title, who reports and the round; gives the first row after them. */
export function writeTop(of: FormSheet, line: Lines, word: Word): number {
  line(1, say(of.flow.title, of.language), fonts.title, 8);
  line(2, word("form-head", { unit: of.unit, reporter: of.reporter, phone: of.phone }), fonts.line);
  line(3, word("form-round", { number: String(of.round.number), covers: of.round.covers }), fonts.line);
  return 4;
}

/** Writes the receipt and the lines for signature, seal and date where the report was sent; gives the row after them. */
export function writeFoot(of: FormSheet, line: Lines, row: number, word: Word): number {
  if (!of.sent) return row;
  line(row, word("form-receipt", of.sent), fonts.line, 10);
  line(row + 1, word("form-signature"), fonts.line, 40);
  return row + 2;
}
