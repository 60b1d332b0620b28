import type { Audience, Export, Return, Word } from "../export.ts";
import { returnFile } from "../return/file-name.ts";
import { press } from "../thread/press.ts";
import type { Report } from "./parts.ts";
import { reportOf } from "./plan.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The return as a Word document in the usual official layout, to be edited and sent up. */
export const report: Export = { format: "docx", make };

async function make(of: Return, audience: Audience, word: Word) {
  const plan = reportOf(of, audience, word);
  const bytes = await press<Report, Uint8Array>(new URL("./write.ts", import.meta.url), plan);
  return { name: returnFile(of, audience, "docx", word), type: TYPE, bytes };
}
