import { broken, finished, type Pen, paper, rule, write } from "../drawing/canvas.ts";
import type { Drawn } from "../drawing/easel.ts";
import { type Palette, palettes } from "../drawing/palette.ts";
import type { Theme } from "../export.ts";
import { drawCell, drawMark } from "./cell.ts";
import { drawKey, type KeyWords, keyHeight } from "./key.ts";
import { HEAD_LINE, type Measures, measuresOf } from "./measures.ts";
import type { PictureTable } from "./table.ts";

/** What is sent to the easel. */
export type TableJob = { readonly table: PictureTable; readonly theme: Theme; readonly key: KeyWords };

/** Draws a table: title, heads, bands of rows, and what its marks mean. */
export async function work({ table, theme, key }: TableJob): Promise<Drawn> {
  const colours = palettes[theme];
  const measuring = paper(1, 1, colours).pen;
  const measures = measuresOf(measuring, table);
  const inner = measures.width - 2 * measures.margin;
  const title = broken(measuring, table.title, measures.title, inner, 700);
  const notes = table.notes.flatMap((note) => broken(measuring, note, NOTE, inner));
  const top = measures.margin + title.length * measures.title * 1.3 + measures.under * 1.9;
  const rows = table.bands.reduce((sum, band) => sum + band.rows.length, 0);
  const body = measures.headHeight + rows * measures.row + table.bands.length * measures.band;
  const height = top + body + 20 + keyHeight(measuring, key, inner) + notes.length * NOTE * 1.5 + measures.margin;

  const { canvas, pen } = paper(measures.width, height, colours);
  drawTitle(pen, table, title, measures, colours);
  drawHeads(pen, top, measures, colours);
  const end = drawBands(pen, table, top + measures.headHeight, measures, colours);
  let y = drawKey(pen, key, measures.margin, end + 20, inner, colours);
  for (const note of notes) {
    write(pen, note, measures.margin, y + NOTE * 0.75, { size: NOTE, colour: colours.faint });
    y += NOTE * 1.5;
  }
  return finished(canvas);
}

/** The size of the notes at the foot. */
const NOTE = 21;

function drawTitle(pen: Pen, table: PictureTable, lines: readonly string[], m: Measures, colours: Palette): void {
  let y = m.margin;
  for (const line of lines) {
    write(pen, line, m.margin, y + m.title * 0.6, { size: m.title, weight: 700, colour: colours.ink });
    y += m.title * 1.3;
  }
  const room = m.width - 2 * m.margin;
  write(pen, table.under, m.margin, y + m.under * 0.75, { size: m.under, colour: colours.faint, room });
}

function drawHeads(pen: Pen, top: number, m: Measures, colours: Palette): void {
  pen.fillStyle = colours.band;
  pen.fillRect(m.margin, top, m.width - 2 * m.margin, m.headHeight);
  let x = m.margin + m.labels;
  m.heads.forEach((lines, index) => {
    const wide = m.columns[index] ?? 0;
    const first = top + m.headHeight / 2 - ((lines.length - 1) * m.head * HEAD_LINE) / 2;
    lines.forEach((line, place) => {
      const how = { size: m.head, weight: 700, colour: colours.ink, align: "center", room: wide - 4 } as const;
      write(pen, line, x + wide / 2, first + place * m.head * HEAD_LINE, how);
    });
    x += wide;
  });
}

function drawBands(pen: Pen, table: PictureTable, top: number, m: Measures, colours: Palette): number {
  const right = m.width - m.margin;
  let y = top;
  for (const { label, rows } of table.bands) {
    if (m.band > 0) {
      write(pen, label, m.margin + 2, y + m.band / 2 + 3, {
        size: m.label + 2,
        weight: 700,
        colour: colours.accent,
        room: right - m.margin,
      });
      y += m.band;
      rule(pen, m.margin, y, right, y, colours.accent, 2);
    }
    for (const row of rows) {
      if (row.sum) rule(pen, m.margin, y, right, y, colours.ink, 2);
      const how = { size: m.label, colour: colours.ink, room: m.labels - 10 } as const;
      write(pen, row.label, m.margin + 2, y + m.row / 2, row.sum ? { ...how, weight: 700 } : how);
      let x = m.margin + m.labels;
      row.cells.forEach((cell, index) => {
        const box = { x, y, width: m.columns[index] ?? 0, height: m.row };
        drawCell(pen, cell, box, m.figure, colours);
        drawMark(pen, cell, box, colours);
        x += box.width;
      });
      y += m.row;
      rule(pen, m.margin, y, right, y, colours.line);
    }
  }
  return y;
}
