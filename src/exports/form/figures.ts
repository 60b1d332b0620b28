import type { Cell, Worksheet } from "exceljs";
import { type CellId, type CellValue, cellAt } from "../../core/cells.ts";
import { cellId, type FlowColumn } from "../../core/flow/flow.ts";
import type { FormSheet, Word } from "../export.ts";
import { say } from "../sheet/plan.ts";
import { ROW_HEIGHT } from "../sheet/section.ts";
import { figureFormat, fonts, heightOf, plain, printFonts, putText, textLook } from "../sheet/style.ts";
import { type Grid, type GridColumn, shownIn } from "./grid.ts";
import type { FormLooks } from "./looks.ts";
import { grownOf } from "./top.ts";

/** The height of a row on paper, where a pen or a stamp comes near it. */
const PRINTED_HEIGHT = 34;
/** The longest message that a check of a cell may hold, by the file format. */
const LONGEST = 220;

/** Writes the rows of the grid from a row on; gives the first row after them. */
export function writeFigures(of: FormSheet, sheet: Worksheet, top: number, grid: Grid, looks: FormLooks, word: Word) {
  const wide = sheet.getColumn(1).width ?? 0;
  const least = of.sent ? PRINTED_HEIGHT * grownOf(of, sheet, grid.columns.length + 1) : ROW_HEIGHT;
  const { label: face } = of.sent ? printFonts : fonts;
  const label = textLook(face, "center");
  grid.rows.forEach((row, index) => {
    const line = top + index;
    const name = say(row.label, of.language);
    putText(sheet.getCell(line, 1), name, label);
    sheet.getRow(line).height = Math.max(least, heightOf(name, wide, face));
    grid.columns.forEach((each, place) => {
      const cell = sheet.getCell(line, place + 2);
      const id = cellId(row.id, each.group.id, each.column.id);
      if (each.parts) writeSum(of, sheet, cell, each, shownIn(of.cells, grid.columns, row, each), looks);
      else if (!grid.asked.has(id)) cell.style = looks.closed;
      else if (of.sent) writePrinted(cell, each.column, cellAt(of.cells, id), looks, word);
      else {
        writeInput(of, cell, each.column, id, looks, word);
        checkInput(of, cell, each, say(row.short, of.language), word);
      }
    });
  });
  for (const [place, { column }] of grid.columns.entries())
    if (!of.sent && column.kind === "amount") hidePoint(sheet, place + 2, top, grid.rows.length);
  return top + grid.rows.length;
}

/** How a figure that is still to come is shown: counts whole, amounts with the decimals that they turn out to have. */
const inputFormat = ({ kind, decimals }: FlowColumn): string =>
  kind === "count" || decimals === 0 ? "0" : `0.${"#".repeat(decimals)}`;

/** A figure as a cell takes it; nothing where none was reported. */
function putFigure(cell: Cell, value: CellValue | undefined, word: Word): void {
  if (value !== undefined) cell.value = value === "n/a" ? word("form-not-applicable") : value;
}

const figureOf = (value: CellValue | undefined): number | undefined => (value === "n/a" ? undefined : value);

function writePrinted(cell: Cell, column: FlowColumn, value: CellValue | undefined, looks: FormLooks, word: Word) {
  cell.style = looks.printed(figureFormat(column, figureOf(value)));
  putFigure(cell, value, word);
}

function writeInput(of: FormSheet, cell: Cell, column: FlowColumn, id: CellId, looks: FormLooks, word: Word): void {
  cell.style = looks.input(inputFormat(column));
  putFigure(cell, cellAt(of.cells, id), word);
  const before = of.last && cellAt(of.last.cells, id);
  if (of.last === undefined || before === undefined) return;
  const figure = before === "n/a" ? word("form-not-applicable") : String(before);
  cell.note = word("form-last", { number: String(of.last.number), figure });
}

/** Warns and lets stand: less than nothing may be meant, to mend an earlier round. */
function checkInput(of: FormSheet, cell: Cell, { group, column }: GridColumn, row: string, word: Word): void {
  const place = [row, say(group.short, of.language), say(column.short, of.language)].join(" ");
  const whole = column.kind === "count";
  const error = whole ? word("form-count-warning", { place }) : word("form-amount-warning", { place });
  cell.dataValidation = {
    type: whole ? "whole" : "decimal",
    operator: "greaterThanOrEqual",
    formulae: [0],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "warning",
    error: plain(error).slice(0, LONGEST),
  };
}

/** A live sum over cells of the line; on paper blank where none of them was reported, as a 0 would say otherwise. */
function writeSum(
  of: FormSheet,
  sheet: Worksheet,
  cell: Cell,
  { column, parts = [] }: GridColumn,
  value: CellValue | undefined,
  looks: FormLooks,
): void {
  const result = figureOf(value);
  cell.style = looks.sum(of.sent ? figureFormat(column, result) : inputFormat(column));
  if (of.sent && result === undefined) return;
  const addresses = parts.map((part) => sheet.getCell(Number(cell.row), part + 2).address);
  cell.value = { formula: `SUM(${addresses.join(",")})`, result: result ?? 0 };
}

/** Shows whole amounts as whole: the format that leaves decimals open would end them in a bare point. */
function hidePoint(sheet: Worksheet, column: number, top: number, rows: number): void {
  const first = sheet.getCell(top, column).address;
  sheet.addConditionalFormatting({
    ref: `${first}:${sheet.getCell(top + rows - 1, column).address}`,
    rules: [{ type: "expression", priority: 1, formulae: [`${first}=INT(${first})`], style: { numFmt: "0" } }],
  });
}
