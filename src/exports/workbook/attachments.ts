import type { Workbook } from "exceljs";
import type { Flow } from "../../core/flow/flow.ts";
import type { Printed, Word } from "../export.ts";
import { say } from "../sheet/plan.ts";
import { addList } from "./list.ts";
import { timeIn } from "./when.ts";

/** Adds a list of the photos and documents that came with the reports; none where there are none. */
export function addAttachments(book: Workbook, of: Printed, word: Word): void {
  const lines = of.units
    .filter(({ report }) => report.status === "submitted")
    .flatMap(({ name, report }) =>
      (report.attachments ?? []).map((file) => [
        name,
        belongsTo(of.flow, file.to, of.language) ?? word("workbook-attached-whole"),
        file.words === undefined ? file.name : `${file.name} “${file.words}”`,
        `${Math.max(1, Math.round(file.size / 1024))} KB`,
        timeIn(file.at, of.flow.calendar.zone),
        // The beginning of the content hash tells one file from another, and the bot hands it out by it.
        file.hash.slice(0, 16),
      ]),
    );
  if (lines.length === 0) return;
  const head = ["unit", "attached-to", "attached-file", "attached-size", "attached-at", "attached-hash"];
  addList(
    book,
    word("workbook-attachments"),
    head.map((key) => word(`workbook-${key}`)),
    lines,
    1,
  );
}

/** The row or question that a file is evidence for, by name. */
function belongsTo(flow: Flow, to: string | undefined, language: string): string | undefined {
  const row = flow.blocks.flatMap(({ rows }) => rows).find(({ id }) => id === to);
  if (row) return say(row.label, language);
  const question = flow.questions.find(({ id }) => id === to);
  return question && question.type !== "table" ? say(question.label, language) : undefined;
}
