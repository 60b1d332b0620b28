import { type Pen, widthOf, write } from "../drawing/canvas.ts";
import type { Palette } from "../drawing/palette.ts";
import { type Box, drawCell, drawMark } from "./cell.ts";
import type { PictureCell } from "./table.ts";

/** What the marks of a picture mean: a sample and its words, for those that occur in it. */
export type KeyWords = readonly { readonly sample: PictureCell; readonly words: string }[];

const SIZE = 21;
const SAMPLE = { width: 44, height: 30 };
const LINE = 42;

/** Where each entry goes, in lines no wider than the room. */
function placed(pen: Pen, key: KeyWords, room: number) {
  let [x, line] = [0, 0];
  return key.map((entry) => {
    const wide = SAMPLE.width + 10 + widthOf(pen, entry.words, SIZE) + 28;
    if (x > 0 && x + wide > room) [x, line] = [0, line + 1];
    const at = { ...entry, x, line };
    x += wide;
    return at;
  });
}

/** How high the key is within this width; 0 where it has no entries. */
export function keyHeight(pen: Pen, key: KeyWords, room: number): number {
  return key.length === 0 ? 0 : ((placed(pen, key, room).at(-1)?.line ?? 0) + 1) * LINE;
}

/** Draws it from `y` on; gives where it ends. */
export function drawKey(pen: Pen, key: KeyWords, x: number, y: number, room: number, colours: Palette): number {
  for (const { sample, words, x: along, line } of placed(pen, key, room)) {
    const top = y + line * LINE;
    const box: Box = { x: x + along, y: top, ...SAMPLE };
    drawCell(pen, sample, box, SIZE, colours);
    pen.strokeStyle = colours.line;
    pen.lineWidth = 1;
    pen.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
    drawMark(pen, sample, box, colours);
    write(pen, words, box.x + SAMPLE.width + 10, top + SAMPLE.height / 2, { size: SIZE, colour: colours.faint });
  }
  return y + keyHeight(pen, key, room);
}
