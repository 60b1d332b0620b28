import type { Word } from "../export.ts";
import { plain } from "../workbook/style.ts";
import type { FormSheet } from "./form.ts";

const ENDING = ".xlsx";
/** 60 Chinese characters are 180 bytes; file systems end at 255. */
const LONGEST = 60;

/** The name of the file, which every file system takes: no separators, no reserved marks, not too long. */
export function fileName(of: FormSheet, word: Word): string {
  const named = { number: String(of.round.number), unit: of.unit };
  const name = of.sent ? word("form-file-sent", { ...named, receipt: of.sent.number }) : word("form-file", named);
  const clean = plain(name)
    .replace(/[\\/:*?"<>|\n\t]/g, "_")
    .replace(/^[. ]+/, "");
  return `${[...clean]
    .slice(0, LONGEST)
    .join("")
    .replace(/[. ]+$/, "")}${ENDING}`;
}
