import type { Place, Row } from "../../flow/flow.ts";
import type { Books } from "../reading/books.ts";
import { type GridCell, type GridLine, type Sheet, textIn } from "./grid.ts";
import { captionIn, headless, headsIn, layoutsOf, type Target, targetsOf } from "./heads.ts";
import type { Form, Misfit } from "./read.ts";
import { captionAbove, isCalled } from "./words.ts";

/** A part of a sheet below one line of heads: what its columns are, and its lines. */
export type Section = {
  readonly books?: Books;
  readonly columns: ReadonlyMap<number, Target>;
  readonly lines: readonly GridLine[];
  readonly misfit?: Misfit;
};

/** Cuts a sheet at its heads; one without is a section whose columns follow from their number. */
export function sectionsOf({ lines }: Sheet, form: Form): readonly Section[] {
  const targets = targetsOf(form.places);
  const layouts = layoutsOf(form.places, form.layouts);
  const heads = lines.flatMap((line, index) => {
    const found = headsIn(line, lines[index - 1], targets, layouts, form.group);
    return found ? [{ index, ...found }] : [];
  });
  if (heads.length === 0) return headlessSection(lines, layouts, form);
  return heads.map(({ index, columns, ambiguous }, place): Section => {
    const books = captionAbove(lines, index);
    const next = heads[place + 1]?.index ?? lines.length;
    const [first] = ambiguous;
    const example = targets.find(({ column }) => column === first)?.group;
    return {
      ...(books ? { books } : {}),
      columns,
      lines: columns.size > 0 ? lines.slice(index + 1, next) : [],
      ...(example ? { misfit: { kind: "class", columns: ambiguous, example } } : {}),
    };
  });
}

function headlessSection(
  lines: readonly GridLine[],
  layouts: readonly (readonly Target[])[],
  form: Form,
): readonly Section[] {
  const rows = rowsOf(form.places);
  const data = lines.filter((line) => line.cells.some((cell) => isFigure(cell)));
  const first = Math.max(0, ...data.map((line) => labelPlace(line, rows) + 1));
  const widths = data.map((line) => lastFilled(line) + 1 - first);
  const raw = data.map((line) => line.cells.length - first);
  const meant = captionIn(lines, targetsOf(form.places)) ?? form.group;
  const columns = headless(Math.max(0, ...raw), layouts, meant) ?? headless(Math.max(0, ...widths), layouts, meant);
  if (!columns) {
    const named = data.some((line) => labelPlace(line, rows) >= 0);
    const asked = layouts.map((each) => each.length);
    const misfit: Misfit = { kind: "width", got: Math.max(0, ...widths), asked };
    return named ? [{ columns: new Map(), lines: [], misfit }] : [];
  }
  return [{ columns: new Map(columns.map((target, index) => [first + index, target])), lines: data }];
}

/** The rows of the form, in its order. */
export function rowsOf(places: readonly Place[]): readonly Row[] {
  return [...new Set(places.map(({ row }) => row))];
}

/** Where a line names its row; -1 where it does not. Numbering in front of the name is no part of it. */
export function labelPlace(line: GridLine, rows: readonly Row[]): number {
  return line.cells.findIndex((cell) => rows.some((row) => isCalled(cell, row)));
}

/** Whether a cell may have been meant as a figure. */
export function isFigure(cell: GridCell): boolean {
  return typeof cell === "number" || (typeof cell === "string" && /\d|^[无零〇]$/.test(cell.trim()));
}

function lastFilled(line: GridLine): number {
  return line.cells.findLastIndex((cell) => textIn(cell) !== "");
}
