import type { Fill, Workbook, Worksheet } from "exceljs";
import type { FlowBlock } from "../../core/flow/flow.ts";
import type { Word } from "../export.ts";
import { newSheet } from "../sheet/page.ts";
import { columnsOf, groupHeads, type PlannedColumn, say, wholeLayout } from "../sheet/plan.ts";
import { headWidth, inColumn, live, NARROWEST, ROW_HEIGHT, shownWidth, writeHeads } from "../sheet/section.ts";
import { figureFormat, figureLooks, fonts, putText, textLook, widthOf } from "../sheet/style.ts";
import type { UnpackedReturn } from "./job.ts";
import { type Line, linesOf } from "./lines.ts";
import type { Poured, PouredCell } from "./pour.ts";

/** Columns of labels before the figures: unit, standing, row. */
const LABELS = 3;
/** Yellow, as a changed cell is marked by hand. */
const markedChanged: Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFF00" } };
/** The first row of figures, under two rows of heads. */
const FIRST = 3;

/** Adds a sheet of this round's figures of a block by unit, with sums and totals that are live; the lines come later. */
export function addByUnit(book: Workbook, of: UnpackedReturn, block: FlowBlock, name: string, word: Word): Poured {
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
  const looks = writeSamples(sheet, columns, lines);
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
  const letters = Array.from({ length: LABELS + columns.length }, (_, index) => sheet.getColumn(index + 1).letter);
  const cells = (index: number) => {
    const line = lines[index];
    return line ? cellsOf(line, FIRST + index, columns, letters) : [];
  };
  return { sheet, first: FIRST, count: lines.length, height: ROW_HEIGHT, letters, looks, cells };
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

/** A sample of every look that the lines need, in the row in which they begin: the library writes it with its number. */
function writeSamples(sheet: Worksheet, columns: readonly PlannedColumn[], lines: readonly Line[]): readonly string[] {
  const used = new Set([lookName(false), lookName(true)]);
  for (const { figures, sum, changed } of lines)
    for (const [place, { column }] of columns.entries())
      used.add(lookName(sum, figureFormat(column, figures[place]), changed?.has(place)));
  const names = [...used];
  const lookOf = figureLooks();
  const looks = { row: textLook(fonts.label, "left"), sum: textLook({ ...fonts.label, bold: true }, "left") };
  names.forEach((name, index) => {
    const [kind, format, mark] = name.split(" ");
    const look =
      format === undefined
        ? looks[kind === "sum" ? "sum" : "row"]
        : lookOf(kind === "sum" ? fonts.sum : fonts.figure, format);
    sheet.getCell(FIRST, index + 1).style = mark === undefined ? look : { ...look, fill: markedChanged };
  });
  return names;
}

/** The cells of a line, each with its look, as they are poured. */
function cellsOf(
  { labels, figures, sum, adds, changed }: Line,
  row: number,
  columns: readonly PlannedColumn[],
  letters: readonly string[],
): readonly PouredCell[] {
  const texts = labels.map((text): PouredCell => ({ look: lookName(sum), text }));
  return [
    ...texts,
    ...columns.map(({ column, derived }, place): PouredCell => {
      const value = figures[place];
      const look = lookName(sum, figureFormat(column, value), changed?.has(place));
      if (value === undefined) return { look };
      // A rate is worked out anew in every line and a sum over groups across it; the rest adds up what stands above.
      if (derived || column.computed || !adds) {
        const figure = live(value, derived, (part) => `${letters[LABELS + part] ?? ""}${row}`);
        return typeof figure === "number" ? { look, value } : { look, value, formula: figure.formula };
      }
      return { look, value, formula: addition(letters[LABELS + place] ?? "", row, adds) };
    }),
  ];
}

/** What a look is called: of a label, or of figures in a format; those of sums are bold, changed ones marked. */
function lookName(sum: boolean, format?: string, changed = false): string {
  const kind = sum ? "sum" : "row";
  if (format === undefined) return kind;
  return changed ? `${kind} ${format} changed` : `${kind} ${format}`;
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
