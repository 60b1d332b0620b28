import type { Block } from "../core/message.ts";

type WithoutBytes<B> = B extends { readonly bytes: Uint8Array } ? Omit<B, "bytes"> : B;

/** A block as far as its words go: pictures and files by their names. */
export type Worded = WithoutBytes<Block<string>>;

/**
 * A whole message as plain words, a line for each line: tables as aligned columns, fields as `label：value` (`label: value` in Latin letters). Buttons and
 * forms are no words of the message and stay out.
 */
export function plain(blocks: readonly Worded[]): string {
  return blocks.flatMap(lines).join("\n");
}

function lines(block: Worded): readonly string[] {
  switch (block.kind) {
    case "heading":
    case "text":
      return [block.text];
    case "fields":
      return block.fields.map(({ label, value }) => `${label}${/[a-z0-9]$/i.test(label) ? ": " : "："}${value}`);
    case "table":
      return [tableText(block)];
    case "progress":
      return [bar(block.done, block.of)];
    case "picture":
      return [block.alt];
    case "file":
      return [block.name];
    case "choices":
    case "inputs":
      return [];
  }
}

const WIDTH = 10;

function bar(done: number, of: number): string {
  const full = of > 0 ? Math.min(WIDTH, Math.floor((done / of) * WIDTH)) : 0;
  return `${"▓".repeat(full)}${"░".repeat(WIDTH - full)} ${done}/${of}`;
}

type Table = Extract<Block<string>, { kind: "table" }>;

/** A table in columns aligned for a fixed-width font: the first to the left, figures to the right. */
export function tableText({ caption, head, rows }: Table): string {
  const all = [head, ...rows].map((row) => row.map((cell) => cell.replace(/\s*\n\s*/g, " ")));
  const widths = all.reduce<readonly number[]>(
    (most, row) =>
      Array.from({ length: Math.max(most.length, row.length) }, (_, i) => Math.max(most[i] ?? 0, width(row[i] ?? ""))),
    [],
  );
  const shown = all.map((row) =>
    row
      .map((cell, i) => {
        const space = " ".repeat((widths[i] ?? 0) - width(cell));
        return i === 0 ? cell + space : space + cell;
      })
      .join("  ")
      .trimEnd(),
  );
  return [...(caption === undefined ? [] : [caption]), ...shown].join("\n");
}

/** Columns that a text takes in a fixed-width font: East Asian characters take two (Unicode UAX #11, wide and fullwidth). */
function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  return columns;
}
