import { type Drawn, easel } from "../drawing/easel.ts";
import type { Chart, MakeChart, Word } from "../export.ts";
import { safe } from "../return/file-name.ts";
import type { ChartJob, ChartWords } from "./draw.ts";

/** Draws a chart in the thread of the easel. */
export const makeChart: MakeChart = async (chart, word) => {
  const job: ChartJob = { chart, words: wordsOf(chart, word) };
  const { png, width, height } = await easel<ChartJob, Drawn>(new URL("./draw.ts", import.meta.url), job);
  const alt = chart.note ? word("picture-alt", { title: chart.title, under: chart.note }) : chart.title;
  return { name: `${safe(chart.title)}.png`, type: "image/png", bytes: png, width, height, alt };
};

/** So many units are drawn: a longer picture is not read to its end. */
const MOST = { ranking: 30, timeliness: 60 };

function wordsOf(chart: Chart, word: Word): ChartWords {
  const most = chart.kind === "trend" ? 0 : MOST[chart.kind];
  const count = chart.kind === "ranking" ? chart.bars.length : chart.kind === "timeliness" ? chart.units.length : 0;
  return {
    most,
    more: count > most ? word("chart-more", { count: String(count - most) }) : "",
    open: word("chart-open"),
    nothing: word("chart-nothing"),
    noFigure: word("chart-no-figure"),
    late: word("picture-key-late"),
    standings: {
      "on-time": word("chart-on-time"),
      late: word("chart-late"),
      draft: word("chart-draft"),
      missing: word("chart-missing"),
      open: word("chart-not-due"),
      none: word("chart-none"),
    },
  };
}
