import { asked } from "./asking.ts";
import { type Bench, type Figure, median } from "./figure.ts";
import { type Province, province } from "./province.ts";
import { wholeReport } from "./script.ts";

const FIRST_ROUND = Date.UTC(2020, 4, 20, 4);
const TENTH_ROUND = Date.UTC(2020, 6, 22, 4);
const LIAISONS = 8;
const ASKED = 40;

/** What an answer, a look at what is owed and `/summary` cost as units and rounds grow tenfold: user CPU, in one run. */
export const benchGrowth: Bench = async (say) => {
  const sizes = {
    small: { units: 300, cities: 30, now: FIRST_ROUND, waiting: LIAISONS },
    units: { units: 3_000, cities: 30, now: FIRST_ROUND, waiting: LIAISONS },
    rounds: { units: 300, cities: 30, now: TENTH_ROUND, waiting: LIAISONS },
  };
  const small = await costs(await province(sizes.small, say));
  const units = await costs(await province(sizes.units, say));
  const rounds = await costs(await province(sizes.rounds, say));
  const figures = (what: string, most: number, more: Costs): readonly Figure[] => [
    grown(`an answer, ${what} × 10`, small.answer, more.answer, 1.25),
    grown(`a look at what is owed by ${LIAISONS}, ${what} × 10`, small.tick, more.tick, most),
    grown(`/summary of a round, ${what} × 10`, small.summary, more.summary, most),
  ];
  return [...figures("units", 10, units), ...figures("rounds", 10, rounds)];
};

type Costs = { readonly answer: number; readonly tick: number; readonly summary: number };

/** Milliseconds of user CPU for one of each, the medians; the folder is gone after. */
async function costs(it: Province): Promise<Costs> {
  try {
    await it.bot.start([], { timed: false });
    const answers: number[] = [];
    for (const unit of it.units.slice(0, LIAISONS))
      for (const [index, text] of ["填报", ...wholeReport].entries())
        answers.push(await spent(() => said(it, `${unit}-liaison`, `${unit}-${index}`, text)));
    const ticks: number[] = [];
    const summaries: number[] = [];
    for (let turn = 0; turn < ASKED; turn += 1) {
      await it.put(it.rounds.at(-1) ?? "", it.units[turn + LIAISONS] ?? "", turn);
      ticks.push(await spent(() => it.bot.tick()));
      summaries.push(await spent(() => asked(it, "")));
    }
    await it.bot.stop();
    return { answer: median(answers), tick: median(ticks), summary: median(summaries) };
  } finally {
    await it.end();
  }
}

async function said({ bot }: Province, person: string, id: string, text: string): Promise<void> {
  const from = { channel: "simulator", id: person };
  const at = bot.now();
  const { replied } = await bot.receive({ id, from, chat: from, sentAt: at, at, kind: "said", text });
  await replied;
}

async function spent(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user / 1_000;
}

function grown(name: string, before: number, after: number, most: number): Figure {
  const ratio = Number((after / before).toPrecision(3));
  const round = (ms: number) => Number(ms.toPrecision(3));
  return {
    name: `growth: ${name}`,
    value: round(after),
    unit: "ms CPU",
    peer: `a tenth of it ${round(before)} ms`,
    ratio,
    target: `≤ ${most} ×`,
    met: ratio <= most,
  };
}
