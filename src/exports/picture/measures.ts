import { broken, type Pen, widthOf } from "../drawing/canvas.ts";
import type { PictureTable } from "./table.ts";

/** How large everything is, in pixels of a picture that a phone shows across its whole width. */
export type Measures = {
  readonly margin: number;
  readonly title: number;
  readonly under: number;
  readonly head: number;
  readonly label: number;
  readonly figure: number;
  readonly row: number;
  readonly band: number;
  readonly labels: number;
  /** The width of each column of figures. */
  readonly columns: readonly number[];
  /** The heads of the columns, broken to their width. */
  readonly heads: readonly (readonly string[])[];
  readonly headHeight: number;
  readonly width: number;
};

/** The width that pictures are drawn for. */
const PHONE = 1080;
/** Figures keep so much room at either side. */
const INSET = 9;

const sizes = {
  whole: { margin: 20, title: 36, under: 25, head: 22, label: 21, figure: 23, row: 40, band: 42 },
  panel: { margin: 24, title: 40, under: 27, head: 25, label: 29, figure: 31, row: 60, band: 0 },
} as const;
/** The height of a line of the heads against its type, and the most lines. */
export const HEAD_LINE = 1.2;
const HEAD_LINES = 3;
/** The share of its size that a head is set in at the least, sooner than it is broken or cut. */
const SMALL_HEAD = 0.75;
/** The share of the width that the labels of the rows may take, at most. */
const LABELS = 0.24;

/**
 * Measures of a table: columns share the width evenly where their figures leave room, else each takes what it needs; a
 * picture is made wider sooner than its figures smaller.
 */
export function measuresOf(pen: Pen, table: PictureTable): Measures {
  const size = sizes[table.size];
  const rows = table.bands.flatMap((band) => band.rows);
  const longest = Math.max(0, ...rows.map(({ label }) => widthOf(pen, label, size.label)));
  const labels = Math.ceil(Math.min(PHONE * LABELS, Math.max(120, longest + 16)));
  const needs = table.columns.map((_, index) => {
    const figures = rows.map(({ cells }) => cells[index]);
    const widest = Math.max(0, ...figures.map((cell) => widthOf(pen, cell?.text ?? "", size.figure, 700))) + 2 * INSET;
    const words = broken(pen, table.columns[index] ?? "", size.head * SMALL_HEAD, 0, 700);
    return Math.max(widest, ...words.map((word) => widthOf(pen, word, size.head * SMALL_HEAD, 700) + 8));
  });
  const room = PHONE - 2 * size.margin - labels;
  const columns = shareOut(room, needs);
  const width = Math.max(PHONE, 2 * size.margin + labels + columns.reduce((sum, each) => sum + each, 0));
  const rooms = columns.map((column) => column - 6);
  const head = Math.floor(size.head * headShare(pen, table.columns, rooms, size.head));
  const heads = table.columns.map((label, index) =>
    broken(pen, label, head, rooms[index] ?? 0, 700).slice(0, HEAD_LINES),
  );
  const lines = Math.max(1, ...heads.map(({ length }) => length));
  return { ...size, head, labels, columns, heads, headHeight: lines * head * HEAD_LINE + 22, width };
}

/** The share of its size that every head is set in, so that words stay whole, and heads that nearly fit in one line. */
function headShare(pen: Pen, labels: readonly string[], rooms: readonly number[], size: number): number {
  const shares = labels.map((label, index) => {
    const room = rooms[index] ?? 0;
    const line = room / Math.max(1, widthOf(pen, label, size, 700));
    if (line >= SMALL_HEAD) return line;
    return room / Math.max(1, ...broken(pen, label, size, 0, 700).map((word) => widthOf(pen, word, size, 700)));
  });
  return Math.max(SMALL_HEAD, Math.min(1, ...shares));
}

/** The room in even shares; a column that needs more than its share takes it, and the others share the rest. */
function shareOut(room: number, needs: readonly number[]): readonly number[] {
  const wide = new Set<number>();
  for (;;) {
    const taken = [...wide].reduce((sum, index) => sum + (needs[index] ?? 0), 0);
    const share = Math.floor((room - taken) / Math.max(1, needs.length - wide.size));
    const more = needs.findIndex((need, index) => !wide.has(index) && need > share);
    if (more < 0) {
      const widths = needs.map((need, index) => Math.ceil(wide.has(index) ? need : share));
      const left = Math.max(0, room - widths.reduce((sum, each) => sum + each, 0));
      return widths.map((each, index) => (index === widths.length - 1 ? each + left : each));
    }
    wide.add(more);
  }
}
