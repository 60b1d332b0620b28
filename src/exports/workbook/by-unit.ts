import type { Workbook, Worksheet } from "exceljs";
import type { FlowBlock } from "../../core/flow/flow.ts";
import type { Return, Word } from "../export.ts";
import { newSheet } from "../sheet/page.ts";
import { columnsOf, groupHeads, type PlannedColumn, say, wholeLayout } from "../sheet/plan.ts";
import { headWidth, inColumn, live, NARROWEST, ROW_HEIGHT, shownWidth, writeHeads } from "../sheet/section.ts";
import { figureFormat, figureLooks, fonts, putText, textLook, widthOf } from "../sheet/style.ts";
import { type Line, linesOf } from "./lines.ts";

/** Columns of labels before the figures: unit, standing, row. */
const LABELS = 3;
/** The first row of figures, under two rows of heads. */
const FIRST = 3;

/** Adds a sheet of this round's figures of a block by unit, with sums and totals that are live. */
export function addByUnit(book: Workbook, of: Return, block: FlowBlock, name: string, word: Word): void {
  const { language } = of;
  const layout = wholeLayout(block);
  const columns = columnsOf(block, layout);
  const { units, totals } = linesOf(of, block, columns, word);
  const lines = [...units, ...totals];

  const sheet = newSheet(book, name, "one-wide");
  const heads = columns.map(({ column }) => say(column.short, language));
  setWidths(sheet, heads, lines);
  writeHeads(sheet, 1, [word("workbook-unit"), word("workbook-standing"), word("workbook-row")], {
    groups: groupHeads(block, layout, language),
    columns: heads,
  });
  writeLines(sheet, columns, lines);
  const entries = columns.filter(({ column }) => column.adds === "entries");
  if (entries.length > 0 && lines.length > 0) {
    const names = [...new Set(entries.map(({ column }) => say(column.short, language)))].join(word("list-comma"));
    const note = sheet.getCell(FIRST + lines.length, 1);
    putText(note, word("workbook-entries", { names }), {
      font: fonts.label,
      alignment: { vertical: "middle" },
    });
    sheet.getRow(FIRST + lines.length).height = ROW_HEIGHT;
  }
  sheet.pageSetup.printTitlesRow = `1:${FIRST - 1}`;
  sheet.views = [{ state: "frozen", xSplit: LABELS, ySplit: FIRST - 1 }];
  const last = FIRST + units.length - 1;
  if (units.length > 0) sheet.autoFilter = { from: { row: FIRST - 1, column: 1 }, to: { row: last, column: LABELS } };
}

function setWidths(sheet: Worksheet, heads: readonly string[], lines: readonly Line[]): void {
  for (let index = 0; index < LABELS; index += 1) {
    const widest = lines.reduce((most, { labels }) => Math.max(most, widthOf(labels[index] ?? "")), 0);
    sheet.getColumn(index + 1).width = Math.min(30, Math.max(9, widest + 2));
  }
  heads.forEach((head, index) => {
    const widest = lines.reduce((most, { figures }) => Math.max(most, shownWidth(figures[index])), 0);
    sheet.getColumn(LABELS + index + 1).width = Math.max(NARROWEST, headWidth(head), inColumn(widest));
  });
}

function writeLines(sheet: Worksheet, columns: readonly PlannedColumn[], lines: readonly Line[]): void {
  const lookOf = figureLooks();
  const looks = { row: textLook(fonts.label, "left"), sum: textLook({ ...fonts.label, bold: true }, "left") };
  const letters = Array.from({ length: LABELS + columns.length }, (_, index) => sheet.getColumn(index + 1).letter);
  lines.forEach(({ labels, figures, sum, adds }, index) => {
    const row = FIRST + index;
    labels.forEach((label, place) => {
      putText(sheet.getCell(row, place + 1), label, sum ? looks.sum : looks.row);
    });
    columns.forEach(({ column, derived }, place) => {
      const value = figures[place];
      const cell = sheet.getCell(row, LABELS + place + 1);
      cell.style = lookOf(sum ? fonts.sum : fonts.figure, figureFormat(column, value));
      if (value === undefined) return;
      const letter = letters[LABELS + place] ?? "";
      // A rate is worked out anew in every line and a sum over groups across it; the rest adds up what stands above.
      if (derived || column.computed || !adds)
        cell.value = live(value, derived, (part) => `${letters[LABELS + part] ?? ""}${row}`);
      else cell.value = { formula: addition(letter, row, adds), result: value };
    });
    sheet.getRow(row).height = ROW_HEIGHT;
  });
}

/** What adds up a column over other lines; an exact comparison of labels, as criteria would read some as patterns. */
function addition(letter: string, row: number, { kind, from, to }: NonNullable<Line["adds"]>): string {
  const over = (column: string) => `${column}$${FIRST + from}:${column}$${FIRST + to}`;
  switch (kind) {
    case "all":
      return `SUM(${over(letter)})`;
    case "same-row":
      return `SUMPRODUCT(--(${over("$C")}=$C${row}),${over(letter)})`;
  }
}
