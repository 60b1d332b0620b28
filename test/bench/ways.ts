import { handIn, ways } from "../ways.ts";
import { world } from "../world.ts";
import { type Figure, median } from "./figure.ts";

const RUNS = 5;

/** One busy report in each way: messages, characters typed, and the bot's own time for all of it, median of five runs. */
export async function benchWays(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { name, most, go } of ways) {
    const took: number[] = [];
    let [messages, typed] = [0, 0];
    for (let run = 0; run < RUNS; run += 1) {
      const it = await world();
      const hand = handIn(it);
      const started = performance.now();
      await go(hand, it);
      took.push(performance.now() - started);
      ({ messages, typed } = hand);
      await it.end();
    }
    figures.push(
      { name: `${name}: messages`, value: messages, unit: "", target: `≤ ${most}`, met: messages <= most },
      { name: `${name}: characters typed`, value: typed, unit: "" },
      { name: `${name}: bot's time`, value: Number((median(took) / 1_000).toFixed(3)), unit: "s" },
    );
  }
  return figures;
}
