import type { Fill, Workbook, Worksheet } from "exceljs";
import { cellId, type Flow } from "../../core/flow/flow.ts";
import type { CellId, CellValue } from "../../core/report.ts";
import type { Return, Word } from "../export.ts";
import { columnsOf, say, wholeLayout } from "../sheet/plan.ts";
import { addList } from "./list.ts";
import { timeIn } from "./when.ts";

/** Yellow, as a changed cell is marked by hand. */
const changed: Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFF00" } };

/** Adds the list of what this version changes, and marks the changed figures by unit; nothing in a first version. */
export function addChanges(book: Workbook, of: Return, word: Word): void {
  const { revised, flow, language } = of;
  if (!revised) return;
  const { zone } = flow.calendar;
  const lines = revised.units.flatMap((unit) => {
    const kind = word(`workbook-changed-${unit.kind}`);
    if (unit.cells.length === 0) return [[unit.name, kind, "", "", "", unit.by, timeIn(unit.at, zone), unit.reason]];
    return unit.cells.map(({ cell, before, after, by, at, reason }) => [
      unit.name,
      kind,
      placeOf(flow, cell, language),
      shown(before, word),
      shown(after, word),
      by,
      timeIn(at, zone),
      reason,
    ]);
  });
  const head = [
    "unit",
    "changed-how",
    "changed-where",
    "changed-before",
    "changed-after",
    "changed-by",
    "changed-at",
    "changed-why",
  ];
  addList(
    book,
    word("workbook-changes"),
    head.map((key) => word(`workbook-${key}`)),
    lines,
    2,
  );
  for (const sheet of book.worksheets) if (sheet.name.startsWith(word("workbook-by-unit"))) mark(sheet, of);
}

/** Marks the changed figures of corrected units, and the whole line of one that came late; found by what stands in it. */
function mark(sheet: Worksheet, { flow, revised, language }: Return): void {
  const units = new Map(revised?.units.map((unit) => [unit.name, unit]));
  const labels = 3;
  sheet.eachRow((row) => {
    const unit = units.get(row.getCell(1).text);
    if (!unit) return;
    for (const block of flow.blocks) {
      const line = block.rows.find(({ label }) => say(label, language) === row.getCell(labels).text);
      if (!line) continue;
      columnsOf(block, wholeLayout(block)).forEach(({ group, column }, index) => {
        const id = cellId(line.id, group.id, column.id);
        if (unit.kind === "corrected" && !unit.cells.some(({ cell }) => cell === id)) return;
        const cell = row.getCell(labels + index + 1);
        cell.style = { ...cell.style, fill: changed };
      });
    }
  });
}

function placeOf(flow: Flow, id: CellId, language: string): string {
  for (const block of flow.blocks)
    for (const row of block.rows)
      for (const group of block.groups)
        for (const column of group.columns)
          if (cellId(row.id, group.id, column.id) === id)
            return [row.label, group.label, column.label].map((label) => say(label, language)).join(" ");
  return id;
}

function shown(value: CellValue | undefined, word: Word): string {
  if (value === undefined) return word("workbook-standing-missing");
  return value === "n/a" ? word("value-not-applicable") : String(value);
}
