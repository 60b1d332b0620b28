import ExcelJS from "exceljs";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import { addAnnex } from "./annex.ts";
import { addChanges } from "./changes.ts";
import { unpack, type WorkbookJob } from "./job.ts";
import { addLedgers } from "./ledger.ts";
import { pour } from "./pour.ts";
import { addSheet } from "./sheet.ts";
import { unpackWords } from "./words.ts";

const PRODUCT = "Baosong";

/** Writes the workbook: its sheets by the library, the many lines by unit poured into it as they are worked out. */
export async function work(job: WorkbookJob): Promise<Uint8Array> {
  const of = unpack(job);
  const word = unpackWords(job.words);
  const book = new ExcelJS.Workbook();
  // The library would write the time of making; the end of the period makes the same return the same file.
  book.created = new Date(of.round.covers.to);
  book.modified = new Date(of.round.covers.to);
  // Left empty, the library would name an unknown author on a sheet that goes to another office.
  book.creator = PRODUCT;
  book.lastModifiedBy = PRODUCT;
  book.title = plain(say(of.flow.title, of.language));
  for (const layout of of.flow.layouts) addSheet(book, of, layout, word);
  switch (job.audience) {
    case "up":
      return new Uint8Array(await book.xlsx.writeBuffer());
    case "leaders": {
      const poured = addAnnex(book, of, word);
      addChanges(book, of, word);
      addLedgers(book, of);
      return pour(book, poured);
    }
  }
}
