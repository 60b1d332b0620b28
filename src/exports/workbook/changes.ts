import type { Workbook } from "exceljs";
import type { CellId, CellValue } from "../../core/cells.ts";
import { cellId, type Flow } from "../../core/flow/flow.ts";
import type { Printed, Word } from "../export.ts";
import { say } from "../sheet/plan.ts";
import { addList } from "./list.ts";
import { timeIn } from "./when.ts";

/** Adds the list of what every version after the first changed, the newest last; nothing in a first version. */
export function addChanges(book: Workbook, of: Printed, word: Word): void {
  const { revisions, flow, language } = of;
  if (!revisions) return;
  const { zone } = flow.calendar;
  const lines = revisions.flatMap(({ version, units }) =>
    units.flatMap((unit) => {
      const first = [unit.name, word("file-version", { version }), word(`workbook-changed-${unit.kind}`)];
      if (unit.cells.length === 0) return [[...first, "", "", "", unit.by, timeIn(unit.at, zone), unit.reason]];
      return unit.cells.map(({ cell, before, after, by, at, reason }) => [
        ...first,
        placeOf(flow, cell, language),
        shown(before, word),
        shown(after, word),
        by,
        timeIn(at, zone),
        reason,
      ]);
    }),
  );
  const head = [
    "unit",
    "changed-in",
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
