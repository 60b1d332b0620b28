import { broken, finished, type Pen, paper, write } from "../drawing/canvas.ts";
import type { Drawn } from "../drawing/easel.ts";
import { type Palette, palettes } from "../drawing/palette.ts";
import type { Chart, StripStanding } from "../export.ts";
import { ranking } from "./ranking.ts";
import { timeliness } from "./timeliness.ts";
import { trend } from "./trend.ts";

/** The words that a chart may need beside its own. */
export type ChartWords = {
  /** So many units are drawn at most, and what is said of the others. */
  readonly most: number;
  readonly more: string;
  readonly open: string;
  readonly nothing: string;
  readonly noFigure: string;
  readonly late: string;
  readonly standings: Readonly<Record<StripStanding, string>>;
};

/** What is sent to the easel. */
export type ChartJob = { readonly chart: Chart; readonly words: ChartWords };

/** The body of a chart: how tall it is, and how it is drawn from `top` on. */
export type Body = { readonly height: number; readonly draw: (pen: Pen, top: number) => void };

export const WIDTH = 1080;
export const MARGIN = 28;
const TITLE = 40;
const NOTE = 26;

/** Draws a chart: its title, its note, its body. */
export async function work({ chart, words }: ChartJob): Promise<Drawn> {
  const colours = palettes[chart.theme];
  const measuring = paper(1, 1, colours).pen;
  const room = WIDTH - 2 * MARGIN;
  const title = broken(measuring, chart.title, TITLE, room, 700);
  const note = chart.note ? broken(measuring, chart.note, NOTE, room) : [];
  const top = MARGIN + title.length * TITLE * 1.3 + note.length * NOTE * 1.4 + 16;
  const body = bodyOf(measuring, chart, words, colours);
  const { canvas, pen } = paper(WIDTH, top + body.height + MARGIN, colours);
  let y = MARGIN;
  for (const line of title) {
    write(pen, line, MARGIN, y + TITLE * 0.6, { size: TITLE, weight: 700, colour: colours.ink, room });
    y += TITLE * 1.3;
  }
  for (const line of note) {
    write(pen, line, MARGIN, y + NOTE * 0.7, { size: NOTE, colour: colours.faint, room });
    y += NOTE * 1.4;
  }
  body.draw(pen, top);
  return finished(canvas);
}

function bodyOf(pen: Pen, chart: Chart, words: ChartWords, colours: Palette): Body {
  switch (chart.kind) {
    case "trend":
      return trend(pen, chart, words, colours);
    case "ranking":
      return ranking(pen, chart, words, colours);
    case "timeliness":
      return timeliness(pen, chart, words, colours);
  }
}
