import ExcelJS from "exceljs";
import type { FormSheet, Made, Word } from "../export.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import { addBlock } from "./block-sheet.ts";
import { fileName } from "./file-name.ts";
import { gridsOf } from "./grid.ts";
import { addWords } from "./words-sheet.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PRODUCT = "Baosong";

/** The workbook of one unit's report: a sheet for each block that it is asked, and one for its texts and choices. */
export async function makeForm(of: FormSheet, word: Word): Promise<Made> {
  const book = new ExcelJS.Workbook();
  // The library would write the time of making; the flow's first day makes the same form the same file.
  book.created = new Date(of.flow.calendar.covers_from);
  book.modified = book.created;
  book.creator = PRODUCT;
  book.lastModifiedBy = PRODUCT;
  book.title = plain(say(of.flow.title, of.language));
  for (const grid of gridsOf(of.places)) await addBlock(book, of, grid, word);
  await addWords(book, of, word);
  return { name: fileName(of, word), type: TYPE, bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}
