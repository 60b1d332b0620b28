import type { FormSheet, Word } from "../export.ts";
import { plain } from "../sheet/style.ts";

const ENDING = ".xlsx";
/** The longest unit and the longest name: 60 Chinese characters are 180 bytes, file systems end at 255. */
const LONGEST = { unit: 30, name: 60 };

/** The name of the file, which every file system takes: no separators, no reserved marks, not too long. */
export function fileName(of: FormSheet, word: Word): string {
  // A long unit must not push the receipt out of the name.
  const named = { number: String(of.round.number), unit: cut(of.unit, LONGEST.unit) };
  const name = of.sent ? word("form-file-sent", { ...named, receipt: of.sent.number }) : word("form-file", named);
  const clean = plain(name)
    .replace(/[\\/:*?"<>|\n\t]/g, "_")
    .replace(/^[. ]+/, "");
  return `${cut(clean, LONGEST.name).replace(/[. ]+$/, "")}${ENDING}`;
}

const cut = (text: string, most: number): string => [...text].slice(0, most).join("").trim();
