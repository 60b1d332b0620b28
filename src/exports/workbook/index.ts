import type { Audience, Export, Return, Word } from "../export.ts";
import { returnFile } from "../return/file-name.ts";
import { press } from "../thread/press.ts";
import { pack, type WorkbookJob } from "./job.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The return as an Excel workbook: the official sheets, and for the leaders what stands behind them. */
export const workbook: Export = { format: "xlsx", make };

async function make(of: Return, audience: Audience, word: Word) {
  const { job, transfer } = await pack(of, audience, word);
  const bytes = await press<WorkbookJob, Uint8Array>(new URL("./write.ts", import.meta.url), job, transfer);
  return { name: returnFile(of, audience, "xlsx", word), type: TYPE, bytes };
}
