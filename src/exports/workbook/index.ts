import ExcelJS from "exceljs";
import type { Audience, Export, Made, Return, Word } from "../export.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import { addAnnex } from "./annex.ts";
import { addChanges } from "./changes.ts";
import { addSheet } from "./sheet.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PRODUCT = "Baosong";

/** The return as an Excel workbook: the official sheets, and for the leaders what stands behind them. */
export const workbook: Export = { name: "workbook", make };

async function make(of: Return, audience: Audience, word: Word): Promise<Made> {
  const book = new ExcelJS.Workbook();
  // The library would write the time of making; the end of the period makes the same return the same file.
  book.created = new Date(of.round.covers.to);
  book.modified = new Date(of.round.covers.to);
  // Left empty, the library would name an unknown author on a sheet that goes to another office.
  book.creator = PRODUCT;
  book.lastModifiedBy = PRODUCT;
  book.title = plain(say(of.flow.title, of.language));
  for (const layout of of.flow.layouts) addSheet(book, of, layout, word);
  switch (audience) {
    case "up":
      break;
    case "leaders":
      addAnnex(book, of, word);
      addChanges(book, of, word);
  }
  return { name: fileName(of, audience, word), type: TYPE, bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

function fileName(of: Return, audience: Audience, word: Word): string {
  const key = audience === "up" ? "workbook-file" : "workbook-file-leaders";
  const named = { number: String(of.round.number), name: say(of.flow.name, of.language), date: of.asOf };
  return `${safe(word(key, named))}.xlsx`;
}

/** A name that every file system takes: no separators, no reserved marks, no dot or space at its ends, not too long. */
function safe(name: string): string {
  const clean = plain(name)
    .replace(/[\\/:*?"<>|\n\t]/g, "_")
    .replace(/^[. ]+|[. ]+$/g, "");
  // 60 Chinese characters are 180 bytes; file systems end at 255.
  return [...clean]
    .slice(0, 60)
    .join("")
    .replace(/[. ]+$/, "");
}
