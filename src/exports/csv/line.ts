import { plain } from "../sheet/style.ts";

/** A byte order mark: without it spreadsheet programs take UTF-8 for the code page of the machine. */
export const MARK = "\ufeff";

/** What a spreadsheet program would take for the beginning of a formula, in either width. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A line of the file: figures as they are, texts so that none of them is read as a formula. */
export function csvLine(fields: readonly (string | number | undefined)[]): string {
  return `${fields.map(field).join(",")}\r\n`;
}

function field(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = plain(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
