import type { Workbook } from "exceljs";
import { fitting, newSheet } from "./sheet.ts";
import { fonts, framed, heightOf, plain } from "./style.ts";

/** A cell of a list: a text, or a figure with its format. */
export type ListCell = string | { readonly value: number; readonly format: string };

/** Adds a sheet of lines under one head row; the first `labels` columns stay in sight, prose gets wide columns. */
export function addList(
  book: Workbook,
  name: string,
  head: readonly string[],
  lines: readonly (readonly ListCell[])[],
  { labels, prose = false }: { readonly labels: number; readonly prose?: boolean },
): void {
  const sheet = newSheet(book, name, "one-wide");
  const widths = head.map((text, index) => {
    const texts = lines.map((line) => {
      const cell = line[index] ?? "";
      return typeof cell === "string" ? cell : `${String(cell.value)},,`;
    });
    if (index < labels || prose) return fitting([text, ...texts], 10, prose && index >= labels ? 60 : 30);
    return Math.max(fitting(texts, 8, 24), fitting([text], 8, 10));
  });
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const heightFor = (texts: readonly ListCell[]) =>
    Math.max(22, ...texts.map((cell, index) => (typeof cell === "string" ? heightOf(cell, widths[index] ?? 10) : 0)));
  head.forEach((text, index) => {
    const cell = sheet.getCell(1, index + 1);
    cell.value = plain(text);
    framed(cell, fonts.head, "center");
  });
  sheet.getRow(1).height = heightFor(head);
  lines.forEach((line, place) => {
    const row = place + 2;
    line.forEach((given, index) => {
      const cell = sheet.getCell(row, index + 1);
      const text = typeof given === "string";
      framed(cell, text ? fonts.label : fonts.figure, text ? "left" : "right");
      if (!text) {
        cell.numFmt = given.format;
        cell.value = given.value;
      } else if (given !== "") cell.value = plain(given);
    });
    sheet.getRow(row).height = heightFor(line);
  });
  sheet.views = [{ state: "frozen", xSplit: labels, ySplit: 1 }];
  sheet.pageSetup.printTitlesRow = "1:1";
  if (lines.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lines.length + 1, column: head.length } };
}
