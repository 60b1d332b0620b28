import { type Pen, rule, widthOf, write } from "../drawing/canvas.ts";
import type { Palette } from "../drawing/palette.ts";
import type { Chart } from "../export.ts";
import { type Body, type ChartWords, MARGIN, WIDTH } from "./draw.ts";
import { type Scale, scaleOf, shownValue } from "./scale.ts";

type Trend = Extract<Chart, { kind: "trend" }>;
type Series = Trend["series"][number];

const HEIGHT = 560;
const TEXT = 25;
/** Room over the plot for the unit, and under it for the rounds. */
const OVER = 52;
const UNDER = 52;
/** Room for how many units each round counts. */
const COUNTED = TEXT * 1.5;
/** More lines than this cannot be told apart. */
const MOST = 6;

/** Where a series' name stands, at the end of its line. */
type Named = { readonly series: Series; readonly colour: string; readonly at: number };

/** Figures over the rounds; each line bears its name at its end, and a mark of its own in every round. */
export function trend(pen: Pen, chart: Trend, words: ChartWords, colours: Palette): Body {
  const series = chart.series.slice(0, MOST);
  const values = series.flatMap((each) => each.values.filter((value) => value !== undefined));
  const scale = scaleOf(values);
  const left = MARGIN + Math.max(...scale.marks.map((mark) => widthOf(pen, shownValue(mark), TEXT))) + 14;
  const alone = series.length === 1;
  const names = alone ? 40 : Math.max(0, ...series.map(({ name }) => widthOf(pen, name, TEXT, 700)));
  const right = WIDTH - MARGIN - Math.min(WIDTH * 0.28, names + 24);
  const foot = chart.open ? TEXT * 1.8 : 0;
  const under = UNDER + (chart.counted ? COUNTED : 0);
  return {
    height: OVER + HEIGHT + under + foot,
    draw: (canvas, top) => {
      const plot = { left, right, top: top + OVER, bottom: top + OVER + HEIGHT };
      const y = (value: number) =>
        plot.bottom - ((value - scale.from) / (scale.to - scale.from)) * (plot.bottom - plot.top);
      const inset = Math.min(60, (right - left) / 8);
      const x = (round: number) =>
        chart.rounds.length < 2
          ? (left + right) / 2
          : left + inset + (round / (chart.rounds.length - 1)) * (right - left - 2 * inset);
      drawAxes(canvas, chart, scale, plot, { x, y }, colours);
      if (values.length === 0)
        write(canvas, words.nothing, (left + right) / 2, top + OVER + HEIGHT / 2, {
          size: TEXT,
          colour: colours.faint,
          align: "center",
        });
      const named = series.flatMap((each, index): Named[] => {
        const colour = colours.series[index] ?? colours.ink;
        drawLine(canvas, each, chart, index, { x, y }, colours, colour);
        const last = each.values.findLast((value) => value !== undefined);
        return last === undefined ? [] : [{ series: each, colour, at: y(last) }];
      });
      if (alone) drawValues(canvas, series[0], { x, y }, colours);
      else
        for (const { series: each, colour, at } of apart(named, TEXT * 1.25, plot.bottom))
          write(canvas, each.name, right + 12, at, {
            size: TEXT,
            weight: 700,
            colour,
            room: WIDTH - MARGIN - right - 12,
          });
      if (isDashed(chart))
        write(canvas, words.open, MARGIN, plot.bottom + under + TEXT, { size: TEXT - 2, colour: colours.faint });
    },
  };
}

type Plot = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Places = { readonly x: (round: number) => number; readonly y: (value: number) => number };

function drawAxes(pen: Pen, chart: Trend, scale: Scale, plot: Plot, { x, y }: Places, colours: Palette): void {
  write(pen, chart.unit, plot.left, plot.top - 30, { size: TEXT - 2, colour: colours.faint });
  for (const mark of scale.marks) {
    rule(pen, plot.left, y(mark), plot.right, y(mark), mark === 0 ? colours.ink : colours.line, mark === 0 ? 2 : 1);
    write(pen, shownValue(mark), plot.left - 12, y(mark), { size: TEXT - 2, colour: colours.faint, align: "right" });
  }
  const room = (plot.right - plot.left) / Math.max(1, chart.rounds.length);
  // Where many rounds would touch each other, every second, third … is named, the newest always.
  const labels = [...chart.rounds, ...(chart.counted ?? [])];
  const widest = Math.max(0, ...labels.map((name) => widthOf(pen, name, TEXT)));
  const each = Math.max(1, Math.ceil((widest + 12) / room));
  chart.rounds.forEach((name, index) => {
    if ((chart.rounds.length - 1 - index) % each !== 0) return;
    write(pen, name, x(index), plot.bottom + 30, { size: TEXT, colour: colours.ink, align: "center" });
    const counted = chart.counted?.[index] ?? "";
    write(pen, counted, x(index), plot.bottom + 30 + COUNTED, {
      size: TEXT - 3,
      colour: colours.faint,
      align: "center",
    });
  });
}

/** Whether any line runs into a round that is still open: only then is there a dash to explain. */
export function isDashed({ open, series, rounds }: Pick<Trend, "open" | "series" | "rounds">): boolean {
  const last = rounds.length - 1;
  return open === true && series.some(({ values }) => values[last] !== undefined && values[last - 1] !== undefined);
}

/** The line of a series; it breaks where there is no figure, and is dashed towards a round that is still open. */
function drawLine(
  pen: Pen,
  { values }: Series,
  { open, rounds }: Trend,
  index: number,
  { x, y }: Places,
  colours: Palette,
  colour: string,
): void {
  pen.lineWidth = 4;
  pen.lineJoin = "round";
  pen.strokeStyle = colour;
  const isOpen = (round: number) => open === true && round === rounds.length - 1;
  values.forEach((value, round) => {
    const before = values[round - 1];
    if (value === undefined || before === undefined) return;
    pen.setLineDash(isOpen(round) ? [12, 10] : []);
    pen.beginPath();
    pen.moveTo(x(round - 1), y(before));
    pen.lineTo(x(round), y(value));
    pen.stroke();
  });
  pen.setLineDash([]);
  values.forEach((value, round) => {
    if (value === undefined) return;
    pen.beginPath();
    drawSign(pen, index, x(round), y(value));
    pen.fillStyle = isOpen(round) ? colours.paper : colour;
    pen.fill();
    pen.stroke();
  });
}

/** A mark for each series: circle, square, triangle, and on again. */
function drawSign(pen: Pen, index: number, x: number, y: number): void {
  switch (index % 3) {
    case 0:
      pen.arc(x, y, 7, 0, 2 * Math.PI);
      break;
    case 1:
      pen.rect(x - 6.5, y - 6.5, 13, 13);
      break;
    default:
      pen.moveTo(x, y - 9);
      pen.lineTo(x + 9, y + 7);
      pen.lineTo(x - 9, y + 7);
      pen.closePath();
  }
}

/** A line alone has room for its figures. */
function drawValues(pen: Pen, series: Series | undefined, { x, y }: Places, colours: Palette): void {
  series?.values.forEach((value, round) => {
    if (value === undefined) return;
    const how = { size: TEXT, weight: 700, colour: colours.ink, align: "center", halo: colours.paper } as const;
    write(pen, shownValue(value), x(round), y(value) - 30, how);
  });
}

/** The names moved so far apart that none stands on another, from the top down, then up from the bottom. */
function apart(named: readonly Named[], gap: number, bottom: number): readonly Named[] {
  const down: Named[] = [];
  for (const each of [...named].sort((a, b) => a.at - b.at))
    down.push({ ...each, at: Math.max(each.at, (down.at(-1)?.at ?? Number.NEGATIVE_INFINITY) + gap) });
  const up: Named[] = [];
  for (const each of down.reverse()) up.push({ ...each, at: Math.min(each.at, (up.at(-1)?.at ?? bottom + gap) - gap) });
  return up;
}
