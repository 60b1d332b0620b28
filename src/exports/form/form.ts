import ExcelJS from "exceljs";
import type { Flow, Place } from "../../core/flow/flow.ts";
import type { Question } from "../../core/flow/schema.ts";
import type { Cells, Told } from "../../core/report.ts";
import type { Made, Word } from "../export.ts";
import { say } from "../sheet/plan.ts";
import { plain } from "../sheet/style.ts";
import { addBlock } from "./block-sheet.ts";
import { fileName } from "./file-name.ts";
import { gridsOf } from "./grid.ts";
import { addWords } from "./words-sheet.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PRODUCT = "Baosong";

/** What one unit is asked in one round: an empty form to fill in by hand, or the sent report to print and sign. */
export type FormSheet = {
  readonly flow: Flow;
  readonly language: string;
  readonly unit: string;
  readonly reporter: string;
  readonly phone: string;
  /** The round's number and the days it covers, in words. */
  readonly round: { readonly number: number; readonly covers: string };
  /** Every cell that the unit is asked. */
  readonly places: readonly Place[];
  /** The questions that the unit is asked; texts and choices get a line each. */
  readonly questions: readonly Question[];
  /** The round before, shown as notes on the cells. */
  readonly last?: { readonly number: number; readonly cells: Cells };
  /** Figures that stand already. */
  readonly cells: Cells;
  readonly told: Readonly<Record<string, Told>>;
  /** The receipt's number, time and name where this is the sent report, to be printed, signed and stamped. */
  readonly sent?: { readonly number: string; readonly at: string; readonly by: string };
};

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
