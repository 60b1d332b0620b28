import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Drawn } from "./easel.ts";
import type { Palette } from "./palette.ts";
import { font, prepare, type Weight } from "./typeface.ts";

export type Pen = SKRSContext2D;

/** How a text is written: `room` is the most pixels it may take; longer, it is set smaller, then cut with an ellipsis. */
export type Writing = {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour: string;
  readonly align?: "left" | "center" | "right";
  readonly room?: number;
  /** Drawn around the text, so that it can be read over lines. */
  readonly halo?: string;
};

/** The smallest share of its size that a text is set in before it is cut. */
const SMALLEST = 0.75;

/** An empty sheet of paper, and the pen for it. */
export function paper(width: number, height: number, { paper: colour }: Palette): { canvas: Canvas; pen: Pen } {
  const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
  const pen = canvas.getContext("2d");
  pen.fillStyle = colour;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return { canvas, pen };
}

/** The drawing as a PNG file, and how large it is. */
export async function finished(canvas: Canvas): Promise<Drawn> {
  return { png: new Uint8Array(await canvas.encode("png")), width: canvas.width, height: canvas.height };
}

/** The typeface gives a middle dot the width of a whole character: the spaces around it are in the dot already. */
const typeset = (text: string): string => text.replaceAll(" · ", "·");

/** Pixels that a text takes across. */
export function widthOf(pen: Pen, text: string, size: number, weight: Weight = 400): number {
  prepare(text);
  pen.font = font(size, weight);
  return pen.measureText(typeset(text)).width;
}

/** Writes one line with its middle at `y`. */
export function write(pen: Pen, text: string, x: number, y: number, how: Writing): void {
  const { weight = 400, align = "left", room } = how;
  const wide = widthOf(pen, text, how.size, weight);
  let [said, size] = [text, how.size];
  if (room !== undefined && wide > room) {
    size = Math.max(how.size * SMALLEST, Math.floor((how.size * room) / wide));
    said = cut(pen, text, size, weight, room);
  }
  pen.font = font(size, weight);
  pen.fillStyle = how.colour;
  pen.textAlign = align;
  pen.textBaseline = "alphabetic";
  // The middle of the line is that of its figures and Chinese characters, whatever the typeface takes for it.
  const line = y + size * 0.36;
  if (how.halo) {
    pen.strokeStyle = how.halo;
    pen.lineWidth = 8;
    pen.lineJoin = "round";
    pen.strokeText(typeset(said), x, line);
  }
  pen.fillText(typeset(said), x, line);
}

function cut(pen: Pen, text: string, size: number, weight: Weight, room: number): string {
  if (widthOf(pen, text, size, weight) <= room) return text;
  const chars = [...text];
  while (chars.length > 1 && widthOf(pen, `${chars.join("")}…`, size, weight) > room) chars.pop();
  return `${chars.join("")}…`;
}

/** A text in lines no wider than `room`: broken between words, or anywhere between Chinese characters. */
export function broken(pen: Pen, text: string, size: number, room: number, weight: Weight = 400): readonly string[] {
  const pieces = text.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s-]*-|[^\u2e80-\uffff\s-]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    // A closing mark never begins a line.
    const clings = /^[，。；：、）”]/u.test(piece);
    if (line !== "" && !clings && widthOf(pen, (line + piece).trimEnd(), size, weight) > room) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line === "" ? lines : [...lines, line.trimEnd()];
}

/** Slanting strokes within a rectangle: what nobody reported, told from nought without any colour. */
export function hatch(pen: Pen, x: number, y: number, width: number, height: number, colour: string, gap = 9): void {
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.beginPath();
  for (let at = -height; at < width; at += gap) {
    pen.moveTo(x + at, y + height);
    pen.lineTo(x + at + height, y);
  }
  pen.strokeStyle = colour;
  pen.lineWidth = 1.6;
  pen.stroke();
  pen.restore();
}

/** A line along whole pixels. */
export function rule(pen: Pen, x: number, y: number, toX: number, toY: number, colour: string, width = 1): void {
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(toX, toY);
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke();
}
