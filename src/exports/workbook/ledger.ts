import type { Workbook } from "exceljs";
import type { Printed } from "../export.ts";
import { addList } from "./list.ts";

/** Columns that stay in sight: number and state. */
const LABELS = 2;

/** Adds a sheet for each ledger of cases that was handed in: one line a case. */
export function addLedgers(book: Workbook, { ledgers = [] }: Printed): void {
  for (const { name, head, rows } of ledgers) addList(book, name, head, rows, LABELS);
}
