import { hatch, type Pen, rule, widthOf, write } from "../drawing/canvas.ts";
import type { Palette } from "../drawing/palette.ts";
import type { Chart } from "../export.ts";
import { type Body, type ChartWords, MARGIN, WIDTH } from "./draw.ts";
import { scaleOf, shownValue } from "./scale.ts";

type Ranking = Extract<Chart, { kind: "ranking" }>;

const ROW = 50;
const TEXT = 29;
/** The most room that the names of the units take. */
const NAMES = 0.4;

/** Units by one figure: name, bar, figure; one that reported none is hatched and says so. */
export function ranking(pen: Pen, chart: Ranking, words: ChartWords, colours: Palette): Body {
  const bars = chart.bars.slice(0, words.most);
  const values = bars.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const scale = scaleOf(values);
  const names = Math.min(WIDTH * NAMES, Math.max(0, ...bars.map(({ name }) => widthOf(pen, name, TEXT))));
  const left = MARGIN + names + 20;
  const figures = Math.max(90, ...values.map((value) => widthOf(pen, shownValue(value), TEXT, 700)));
  const late = bars.some((bar) => bar.late);
  const foot = [...(late ? [words.late] : []), ...(words.more ? [words.more] : [])];
  return {
    height: TEXT * 1.6 + Math.max(1, bars.length) * ROW + foot.length * TEXT * 1.6 + 10,
    draw: (canvas, top) => {
      write(canvas, chart.unit, left, top + TEXT * 0.6, { size: TEXT - 3, colour: colours.faint });
      const wide = WIDTH - MARGIN - figures - 16 - left;
      const x = (value: number) => left + ((value - scale.from) / (scale.to - scale.from)) * wide;
      let y = top + TEXT * 1.6;
      if (bars.length === 0) write(canvas, words.nothing, MARGIN, y + ROW / 2, { size: TEXT, colour: colours.faint });
      for (const { name, value, late: isLate } of bars) {
        const middle = y + ROW / 2;
        write(canvas, name, MARGIN, middle, { size: TEXT, colour: colours.ink, room: names });
        if (value === undefined) {
          hatch(canvas, left, y + 9, 60, ROW - 18, colours.hatch);
          write(canvas, words.noFigure, left + 72, middle, { size: TEXT - 3, colour: colours.faint });
        } else {
          canvas.fillStyle = colours.series[0] ?? colours.ink;
          canvas.fillRect(Math.min(x(0), x(value)), y + 9, Math.abs(x(value) - x(0)), ROW - 18);
          if (isLate) corner(canvas, x(0), y + 9, colours);
          const how = { size: TEXT, weight: 700, colour: value === 0 ? colours.faint : colours.ink } as const;
          write(canvas, shownValue(value), Math.max(x(0), x(value)) + 12, middle, how);
        }
        y += ROW;
      }
      rule(canvas, x(0), top + TEXT * 1.6, x(0), y, colours.ink, 2);
      y += 10;
      if (late) corner(canvas, MARGIN, y + TEXT * 0.3, colours);
      for (const line of foot) {
        const inset = line === words.late && late ? 28 : 0;
        write(canvas, line, MARGIN + inset, y + TEXT * 0.8, { size: TEXT - 3, colour: colours.faint });
        y += TEXT * 1.6;
      }
    },
  };
}

/** The mark of a late report, as pictures of the table have it; edged with paper, since ink on a bar is seen by its hue alone. */
function corner(pen: Pen, x: number, y: number, colours: Palette): void {
  triangle(pen, x, y, 22, colours.paper);
  triangle(pen, x, y, 16, colours.accent);
}

function triangle(pen: Pen, x: number, y: number, side: number, colour: string): void {
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x + side, y);
  pen.lineTo(x, y + side);
  pen.closePath();
  pen.fillStyle = colour;
  pen.fill();
}
