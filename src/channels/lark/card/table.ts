import type { Block } from "../../../core/message.ts";
import { type Part, paragraph } from "./parts.ts";

type Table = Extract<Block<string>, { kind: "table" }>;
type Fields = Extract<Block<string>, { kind: "fields" }>;

/** A table has at most so many columns, shows so many rows at once, and is cut into parts of so many bytes. */
const COLUMNS = 50;
const PAGE = 10;
const BYTES = 9_000;

/** A table, its caption above; a wide or long one in several, each with the first column. */
export function table({ caption, head, rows }: Table): readonly Part[] {
  const parts = columnRanges(head.length).flatMap(([from, to]) => {
    const kept = (row: readonly string[]) => [...row.slice(0, 1), ...row.slice(from, to)];
    return lengthwise(rows.map(kept)).map((part) => tablePart(kept(head), part));
  });
  return [...(caption === undefined ? [] : [paragraph(caption, "faint")]), ...parts];
}

/** Fewer labels than these read better as lines. */
const FEW = 4;

/** Labels and values: a few as lines, more as a table. */
export function fields({ fields, head }: Fields): readonly Part[] {
  if (fields.length < FEW || head === undefined)
    return [paragraph(fields.map(({ label, value }) => `${label}：${value}`).join("\n"))];
  const rows = fields.map(({ label, value }) => [label, value]);
  return lengthwise(rows).map((part) => tablePart(head, part, "left"));
}

function tablePart(head: readonly string[], rows: readonly (readonly string[])[], figures = "right"): Part {
  return {
    tag: "table",
    page_size: Math.min(PAGE, Math.max(1, rows.length)),
    row_height: "auto",
    header_style: { background_style: "grey", bold: true, lines: 2 },
    columns: head.map((name, index) => ({
      name: `c${index}`,
      display_name: name,
      data_type: "text",
      width: "auto",
      horizontal_align: index === 0 ? "left" : figures,
    })),
    rows: rows.map((row) => Object.fromEntries(head.map((_, index) => [`c${index}`, row[index] ?? ""]))),
  };
}

/** From which column to which the parts of a table go, the first column being in each. */
function columnRanges(columns: number): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (let from = 1; from < Math.max(2, columns); from += COLUMNS - 1) ranges.push([from, from + COLUMNS - 1]);
  return ranges;
}

function lengthwise(rows: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[] {
  const parts: (readonly string[])[][] = [[]];
  let bytes = 0;
  for (const row of rows) {
    const size = row.reduce((sum, cell) => sum + Buffer.byteLength(JSON.stringify(cell)) + 6, 0);
    if (bytes + size > BYTES && bytes > 0) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(row);
    bytes += size;
  }
  return parts;
}
