import { hatch, type Pen, widthOf, write } from "../drawing/canvas.ts";
import type { Palette } from "../drawing/palette.ts";
import type { Chart, StripStanding } from "../export.ts";
import { type Body, type ChartWords, MARGIN, WIDTH } from "./draw.ts";

type Strip = Extract<Chart, { kind: "timeliness" }>;

const ROW = 48;
const TEXT = 29;
const HEAD = 52;
/** The most room that the names of the units take, and the widest square. */
const NAMES = 0.46;
const WIDEST = 110;

/** Who reported in time: full, half full, outlined and hatched squares, told apart without their colours. */
export function timeliness(pen: Pen, chart: Strip, words: ChartWords, colours: Palette): Body {
  const units = chart.units.slice(0, words.most);
  const names = Math.min(WIDTH * NAMES, Math.max(0, ...units.map(({ name }) => widthOf(pen, name, TEXT))));
  const left = MARGIN + names + 20;
  const square = Math.min(WIDEST, (WIDTH - MARGIN - left) / Math.max(1, chart.rounds.length));
  const seen = new Set(units.flatMap(({ standings }) => standings));
  const kinds = order.filter((standing) => seen.has(standing));
  const more = words.more ? TEXT * 1.6 : 0;
  return {
    height: HEAD + Math.max(1, units.length) * ROW + 16 + keyLines(pen, kinds, words) * ROW + more,
    draw: (canvas, top) => {
      const widest = Math.max(1, ...chart.rounds.map((name) => widthOf(canvas, name, TEXT - 2)));
      const each = Math.max(1, Math.ceil((widest + 6) / square));
      chart.rounds.forEach((name, index) => {
        if ((chart.rounds.length - 1 - index) % each !== 0) return;
        const middle = left + (index + 0.5) * square;
        write(canvas, name, middle, top + HEAD / 2, { size: TEXT - 2, colour: colours.faint, align: "center" });
      });
      let y = top + HEAD;
      if (units.length === 0) write(canvas, words.nothing, MARGIN, y + ROW / 2, { size: TEXT, colour: colours.faint });
      for (const { name, standings } of units) {
        write(canvas, name, MARGIN, y + ROW / 2, { size: TEXT, colour: colours.ink, room: names });
        standings.forEach((standing, index) => {
          drawStanding(canvas, standing, left + index * square + 2, y + 3, square - 4, ROW - 6, colours);
        });
        y += ROW;
      }
      y = drawKey(canvas, kinds, words, Math.max(y, top + HEAD + ROW) + 16, colours);
      if (words.more) write(canvas, words.more, MARGIN, y + TEXT * 0.8, { size: TEXT - 3, colour: colours.faint });
    },
  };
}

const order: readonly StripStanding[] = ["on-time", "late", "draft", "missing", "open", "none"];

function drawStanding(
  pen: Pen,
  standing: StripStanding,
  x: number,
  y: number,
  width: number,
  height: number,
  colours: Palette,
): void {
  const [done] = colours.series;
  switch (standing) {
    case "on-time":
      pen.fillStyle = done ?? colours.ink;
      pen.fillRect(x, y, width, height);
      return;
    case "late":
      pen.fillStyle = colours.accent;
      pen.fillRect(x, y + height / 2, width, height / 2);
      outline(pen, x, y, width, height, colours.accent);
      return;
    case "draft":
      outline(pen, x, y, width, height, colours.faint);
      return;
    case "missing":
      hatch(pen, x, y, width, height, colours.accent, 11);
      outline(pen, x, y, width, height, colours.accent);
      return;
    case "open":
      pen.setLineDash([6, 6]);
      outline(pen, x, y, width, height, colours.faint);
      pen.setLineDash([]);
      return;
    case "none":
      pen.fillStyle = colours.line;
      pen.fillRect(x + width / 2 - 8, y + height / 2 - 1.5, 16, 3);
  }
}

function outline(pen: Pen, x: number, y: number, width: number, height: number, colour: string): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.strokeRect(x + 1, y + 1, width - 2, height - 2);
}

const SAMPLE = 40;

/** Where each entry of the key goes. */
function placed(pen: Pen, kinds: readonly StripStanding[], words: ChartWords) {
  let [x, line] = [MARGIN, 0];
  return kinds.map((standing) => {
    const wide = SAMPLE + 10 + widthOf(pen, words.standings[standing], TEXT - 2) + 26;
    if (x > MARGIN && x + wide > WIDTH - MARGIN) [x, line] = [MARGIN, line + 1];
    const at = { standing, x, line };
    x += wide;
    return at;
  });
}

function keyLines(pen: Pen, kinds: readonly StripStanding[], words: ChartWords): number {
  return (placed(pen, kinds, words).at(-1)?.line ?? -1) + 1;
}

function drawKey(pen: Pen, kinds: readonly StripStanding[], words: ChartWords, top: number, colours: Palette): number {
  for (const { standing, x, line } of placed(pen, kinds, words)) {
    const y = top + line * ROW;
    drawStanding(pen, standing, x, y + 4, SAMPLE, ROW - 12, colours);
    const how = { size: TEXT - 2, colour: colours.faint };
    write(pen, words.standings[standing], x + SAMPLE + 10, y + ROW / 2 - 2, how);
  }
  return top + keyLines(pen, kinds, words) * ROW;
}
