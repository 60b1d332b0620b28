import type { Block } from "../../core/message.ts";
import { columnsOf, tableText } from "../degrade.ts";

type Table = Extract<Block<string>, { kind: "table" }>;

/** Columns of a fixed-width font that a phone shows without breaking the line. */
const WIDTH = 40;
/** A longer one is a sheet to be opened, not a message to be read. */
const LONGEST = 2_000;

/** How a table reaches a phone: as monospaced text, folded where it is too wide, or as a sheet to be opened. */
export type ShownTable =
  | { readonly kind: "text"; readonly texts: readonly string[] }
  | { readonly kind: "sheet"; readonly name: string; readonly bytes: Uint8Array };

/** Lays a table out for a phone; its caption stays outside. */
export function shownTable({ caption, head, rows }: Table): ShownTable {
  const texts = folds(head, rows).map((columns) => {
    const pick = (row: readonly string[]) => columns.map((column) => row[column] ?? "");
    return tableText({ kind: "table", head: pick(head), rows: rows.map(pick) });
  });
  const fits = texts.every((text) => text.split("\n").every((line) => columnsOf(line) <= WIDTH));
  if (fits && texts.join("\n").length <= LONGEST) return { kind: "text", texts };
  const lines = [head, ...rows].map((row) => row.map(csvCell).join(","));
  // With the mark in front, spreadsheets take it for UTF-8.
  const bytes = new TextEncoder().encode(`\uFEFF${lines.join("\r\n")}\r\n`);
  return { kind: "sheet", name: `${caption ?? "table"}.csv`, bytes };
}

/** The columns of each part that the table is folded into; every part begins with the first column. */
function folds(head: readonly string[], rows: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const count = Math.max(head.length, ...rows.map((row) => row.length));
  const widthOf = (column: number) => Math.max(...[head, ...rows].map((row) => columnsOf(row[column] ?? "")));
  const first = widthOf(0);
  const parts: number[][] = [];
  let left = 0;
  for (let column = 1; column < count; column += 1) {
    const wide = widthOf(column) + 2;
    const last = parts.at(-1);
    if (last && wide <= left) {
      last.push(column);
      left -= wide;
    } else {
      parts.push([0, column]);
      left = WIDTH - first - wide;
    }
  }
  return parts.length > 0 ? parts : [[0]];
}

/** A cell of a CSV file; one that a spreadsheet would run as a formula is kept as words. */
function csvCell(words: string): string {
  const safe = /^[=+\-@\t\r]/.test(words) && !/^[+-]?[\d.,]+%?$/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
