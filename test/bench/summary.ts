import { fileBlocks } from "../../src/app/summaries/files.ts";
import { returnFor } from "../../src/app/summaries/returns.ts";
import { summaryPicture } from "../../src/app/summaries/summary-pictures.ts";
import { asked } from "./asking.ts";
import { type Figure, median, quantile } from "./figure.ts";
import { province } from "./province.ts";
import { watched } from "./watched.ts";

const ASKED = 200;
/** Pictures and workbooks made, each from the reports as they stand by then. */
const MADE = 5;
const everybody = () => true;

type Watched = Awaited<ReturnType<typeof watched>>;

/** What a leader waits for with 3,000 units and seven rounds: text, picture, workbook; a report changes before each. */
export async function benchSummary(say: (line: string) => void): Promise<readonly Figure[]> {
  const it = await province({ units: 3000, cities: 30, now: Date.UTC(2020, 6, 1, 4) }, say);
  try {
    const { house } = it.bot;
    const newest = it.rounds.at(-1) ?? "";
    const ask = async (words: string, turn: number) => {
      await it.put(newest, it.units[turn * 7] ?? "", turn);
      return asked(it, words);
    };
    const first = (await ask("", 0)).ms;
    const round: number[] = [];
    const cumulative: number[] = [];
    for (let turn = 1; turn <= ASKED; turn += 1) {
      round.push((await ask("", turn)).ms);
      cumulative.push((await ask("全部 累计 7市", turn)).ms);
    }
    const [pictures, workbooks]: [Watched[], Watched[]] = [[], []];
    for (let turn = 1; turn <= MADE; turn += 1) {
      const { question } = await ask("", turn);
      const made = () => returnFor(house, question, everybody, "zh-CN");
      pictures.push(
        await watched(async () => void (await summaryPicture(house, question, await made(), everybody, "zh-CN"))),
      );
      workbooks.push(await watched(async () => void (await fileBlocks(house, await made(), "leaders"))));
    }
    const picture = median(pictures.map(({ ms }) => ms));
    const workbook = median(workbooks.map(({ ms }) => ms));
    const memory = Math.max(...workbooks.map(({ mb }) => mb));
    const text = quantile(round, 0.99);
    const within = (value: number) => Math.round(value * 10) / 10;
    const name = "/summary, 3,000 units × 7 rounds";
    return [
      { name: `${name}: text p99`, value: within(text), unit: "ms", target: "20 ms", met: text <= 20 },
      { name: `${name}: cumulative of a city, p99`, value: within(quantile(cumulative, 0.99)), unit: "ms" },
      { name: `${name}: first text after a start`, value: Math.round(first), unit: "ms" },
      { name: `${name}: picture, the first`, value: pictures[0]?.ms ?? 0, unit: "ms" },
      { name: `${name}: picture`, value: picture, unit: "ms", target: "200 ms", met: picture <= 200 },
      { name: `${name}: workbook`, value: workbook, unit: "ms", target: "4000 ms", met: workbook <= 4_000 },
      { name: `${name}: workbook's memory`, value: memory, unit: "MB", target: "200 MB", met: memory <= 200 },
      {
        name: `${name}: answers wait for files at most`,
        value: Math.max(...[...pictures, ...workbooks].map(({ held }) => held)),
        unit: "ms",
      },
      {
        name: `${name}: memory above the store's`,
        value: Math.round((process.memoryUsage().rss - it.stored) / 2 ** 20),
        unit: "MB",
      },
    ];
  } finally {
    await it.end();
  }
}
