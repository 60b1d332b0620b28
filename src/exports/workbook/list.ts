import type { Workbook } from "exceljs";
import { newSheet } from "../sheet/page.ts";
import { fonts, heightOf, plain, putText, textLook, widthOf } from "../sheet/style.ts";

const LEAST_HEIGHT = 22;

/** The most lines of one cell: fewer than the tallest row holds, whatever typeface stands in for ours. */
const MOST_LINES = 18;

/**
 * Adds a sheet of texts under one head row; the first `labels` columns stay in sight. A text that is longer than a row
 * can show goes on in the next, under the same labels, so that none of it is cut off on screen or paper.
 */
export function addList(
  book: Workbook,
  name: string,
  head: readonly string[],
  lines: readonly (readonly string[])[],
  labels: number,
): void {
  const sheet = newSheet(book, name, "one-wide");
  const widths = head.map((text, index) => {
    const texts = [text, ...lines.map((line) => line[index] ?? "")];
    return fitting(texts, 10, index >= labels ? 70 : 30);
  });
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const heads = textLook(fonts.list, "center");
  head.forEach((text, index) => {
    putText(sheet.getCell(1, index + 1), text, heads);
  });
  sheet.getRow(1).height = LEAST_HEIGHT;
  const look = textLook(fonts.label, "left");
  let row = 2;
  for (const line of lines) {
    const parts = line.map((text, index) => (index < labels ? [text] : piecesOf(text, widths[index] ?? 10)));
    const rows = Math.max(...parts.map(({ length }) => length));
    for (let part = 0; part < rows; part += 1) {
      const texts = parts.map((pieces, index) => pieces[index < labels ? 0 : part] ?? "");
      texts.forEach((text, index) => {
        putText(sheet.getCell(row, index + 1), text, look);
      });
      sheet.getRow(row).height = Math.max(
        LEAST_HEIGHT,
        ...texts.map((text, index) => heightOf(text, widths[index] ?? 10)),
      );
      row += 1;
    }
  }
  sheet.views = [{ state: "frozen", xSplit: labels, ySplit: 1 }];
  sheet.pageSetup.printTitlesRow = "1:1";
  if (row > 2) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: row - 1, column: head.length } };
}

/** The width of the widest of some texts, between two bounds. */
function fitting(texts: readonly string[], least: number, most: number): number {
  const widest = Math.max(0, ...texts.flatMap((text) => text.split("\n").map(widthOf)));
  return Math.min(most, Math.max(least, widest + 2));
}

/** A text in pieces of so many lines at most, when it is wrapped at a width; together they are the text. */
function piecesOf(text: string, width: number): readonly string[] {
  const room = Math.max(2, width - 1);
  const pieces: string[] = [];
  let [piece, lines, used] = ["", 1, 0];
  for (const char of plain(text)) {
    const wide = widthOf(char);
    if (char === "\n" || used + wide > room) [lines, used] = [lines + 1, 0];
    if (lines > MOST_LINES) {
      pieces.push(piece);
      [piece, lines, used] = ["", 1, 0];
    }
    piece += char;
    used += char === "\n" ? 0 : wide;
  }
  return [...pieces, piece];
}
