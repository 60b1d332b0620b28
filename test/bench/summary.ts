import { fileBlocks } from "../../src/app/files.ts";
import { returnFor } from "../../src/app/returns.ts";
import { summaryPicture } from "../../src/app/summary-pictures.ts";
import { asked } from "./asking.ts";
import { type Figure, median, quantile } from "./figure.ts";
import { province } from "./province.ts";

const ASKED = 200;

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
    const { question } = await ask("", 1);
    const pictures: number[] = [];
    const workbooks: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const start = performance.now();
      const of = await returnFor(house, question, () => true, "zh-CN");
      const made = performance.now();
      await summaryPicture(house, question, of, () => true, "zh-CN");
      pictures.push(performance.now() - start);
      const drawn = performance.now();
      await fileBlocks(house, of, "leaders");
      workbooks.push(performance.now() - drawn + (made - start));
    }
    const text = quantile(round, 0.99);
    const within = (value: number) => Math.round(value * 10) / 10;
    const name = "/summary, 3,000 units × 7 rounds";
    return [
      { name: `${name}: text p99`, value: within(text), unit: "ms", target: "20 ms", met: text <= 20 },
      { name: `${name}: cumulative of a city, p99`, value: within(quantile(cumulative, 0.99)), unit: "ms" },
      { name: `${name}: first text after a start`, value: Math.round(first), unit: "ms" },
      { name: `${name}: picture`, value: Math.round(median(pictures)), unit: "ms" },
      { name: `${name}: workbook`, value: Math.round(median(workbooks)), unit: "ms" },
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
