import type { Workbook, Worksheet } from "exceljs";
import { sheetName } from "./style.ts";

/** About how many characters A3 holds across at full size; a wider sheet is printed smaller. */
export const PAGE_WIDTH = 200;
/** Points that A3 has from top to bottom between the margins. */
export const PAGE_HEIGHT = 760;
/** A3; the library's own list of papers ends before it. */
const A3 = 8;

/** An empty sheet that prints on one page of A3, or one across and as many down as it takes, numbered then. */
export function newSheet(book: Workbook, name: string, pages: "one" | "one-wide"): Worksheet {
  const taken = book.worksheets.map((each) => each.name);
  const sheet = book.addWorksheet(sheetName(name, taken));
  Object.assign(sheet.pageSetup, { paperSize: A3 });
  sheet.pageSetup.orientation = "landscape";
  sheet.pageSetup.fitToPage = true;
  sheet.pageSetup.fitToWidth = 1;
  sheet.pageSetup.fitToHeight = pages === "one" ? 1 : 0;
  sheet.pageSetup.horizontalCentered = true;
  sheet.pageSetup.margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.25 };
  if (pages === "one-wide") sheet.headerFooter.oddFooter = "&C&P / &N";
  return sheet;
}

/** Characters across of the first so many columns. */
export function widthsOf(sheet: Worksheet, columns: number): number {
  return Array.from({ length: columns }, (_, index) => sheet.getColumn(index + 1).width ?? 0).reduce(
    (a, b) => a + b,
    0,
  );
}
