import ExcelJS, { type Cell, type Worksheet } from "exceljs";
import type { GridCell, GridLine, Remark, Sheet } from "../../core/interview/sheet/grid.ts";

/** More than any form holds; what lies beyond is not looked at. */
const MOST_SHEETS = 20;
const MOST_LINES = 2_000;
const MOST_COLUMNS = 200;

/** The visible sheets of a workbook as plain cells. Rejects where the bytes are no workbook. */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const book = new ExcelJS.Workbook();
  const copy = new Uint8Array(bytes);
  await book.xlsx.load(copy.buffer);
  return book.worksheets
    .filter(({ state }) => state === "visible")
    .slice(0, MOST_SHEETS)
    .map(sheetOf);
}

function sheetOf(sheet: Worksheet): Sheet {
  const remarks: Remark[] = [];
  const columns = Math.min(sheet.columnCount, MOST_COLUMNS);
  const hidden = Array.from({ length: columns }, (_, index) => sheet.getColumn(index + 1).hidden === true);
  for (const [index, isHidden] of hidden.entries())
    if (isHidden) remarks.push({ kind: "hidden", at: sheet.getColumn(index + 1).letter, column: index });
  const lines: GridLine[] = [];
  for (let number = 1; number <= Math.min(sheet.rowCount, MOST_LINES); number += 1) {
    const row = sheet.getRow(number);
    if (row.hidden) {
      remarks.push({ kind: "hidden", at: String(number) });
      continue;
    }
    const cells = hidden.map((isHidden, index) => (isHidden ? undefined : cellOf(row.getCell(index + 1), remarks)));
    const formulas = [...cells.keys()].filter((index) => row.getCell(index + 1).formula !== undefined);
    lines.push({ number, cells, ...(formulas.length > 0 ? { formulas } : {}) });
  }
  return { name: sheet.name, lines, ...(remarks.length > 0 ? { remarks } : {}) };
}

function cellOf(cell: Cell, remarks: Remark[]): GridCell {
  // The value of merged cells stands in the upper left one; the library shows it in all of them.
  if (cell.isMerged && cell.master !== cell) return undefined;
  const value = plainValue(cell, remarks);
  if (cell.isMerged && typeof value === "number")
    remarks.push({ kind: "merged", at: cell.address, column: Number(cell.col) - 1 });
  return value;
}

function plainValue(cell: Cell, remarks: Remark[]): GridCell {
  const { value } = cell;
  const remark = (kind: Remark["kind"]): undefined => {
    remarks.push({ kind, at: cell.address, column: Number(cell.col) - 1 });
    return undefined;
  };
  if (value === null || value === undefined) return undefined;
  switch (typeof value) {
    case "number":
      return figure(value, cell.numFmt);
    case "string":
      return value;
    case "boolean":
      return String(value);
  }
  if (value instanceof Date) return remark("date");
  if ("formula" in value || "sharedFormula" in value) {
    const { result } = value;
    if (result === undefined || result === null) return remark("formula-without-result");
    if (typeof result === "number") return figure(result, cell.numFmt);
    if (result instanceof Date) return remark("date");
    return typeof result === "object" ? remark("formula-error") : String(result);
  }
  if ("error" in value) return remark("formula-error");
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("text" in value) return typeof value.text === "string" ? value.text : undefined;
  return undefined;
}

/** A share shown as a percentage is read as it is shown; binary dust is taken off every figure. */
function figure(value: number, format: string | undefined): GridCell {
  if (!Number.isFinite(value)) return undefined;
  return /%/.test(format ?? "") ? `${Number((value * 100).toPrecision(12))}%` : Number(value.toPrecision(15));
}
