import { hatch, type Pen, write } from "../drawing/canvas.ts";
import type { Palette } from "../drawing/palette.ts";
import type { PictureCell } from "./table.ts";

/** Where a cell lies, in pixels. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Room between the figure and the right edge of its cell. */
const INSET = 9;

/** Draws a cell's figure on its heat; a nought is faint, what nobody reported is hatched and bears no figure. */
export function drawCell(pen: Pen, cell: PictureCell, box: Box, size: number, colours: Palette): void {
  const { x, y, width, height } = box;
  const right = x + width - INSET;
  const middle = y + height / 2;
  const how = { size, align: "right", room: width - INSET } as const;
  switch (cell.state) {
    case "missing":
      hatch(pen, x + 1, y + 1, width - 2, height - 2, colours.hatch);
      return;
    case "zero":
      write(pen, cell.text, right, middle, { ...how, size: size * 0.92, colour: colours.faint });
      return;
    case "none":
      write(pen, cell.text, right, middle, { ...how, colour: colours.faint });
      return;
    case "figure":
      if (cell.heat !== undefined) {
        pen.fillStyle = colours.heat(cell.heat);
        pen.fillRect(x + 1, y + 1, width - 2, height - 2);
      }
      write(pen, cell.text, right, middle, { ...how, weight: cell.sum ? 700 : 400, colour: colours.ink });
  }
}

/** Marks a cell beside its figure: a corner where late reports went in, a frame where it was corrected. */
export function drawMark(
  pen: Pen,
  { late, corrected }: PictureCell,
  { x, y, width, height }: Box,
  colours: Palette,
): void {
  if (late) {
    const side = Math.min(12, height * 0.3);
    pen.beginPath();
    pen.moveTo(x + 1, y + 1);
    pen.lineTo(x + 1 + side, y + 1);
    pen.lineTo(x + 1, y + 1 + side);
    pen.closePath();
    pen.fillStyle = colours.accent;
    pen.fill();
  }
  if (corrected) {
    pen.strokeStyle = colours.accent;
    pen.lineWidth = 3;
    pen.strokeRect(x + 2.5, y + 2.5, width - 5, height - 5);
  }
}
