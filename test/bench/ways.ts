import { handIn, ways } from "../ways.ts";
import { world } from "../world.ts";
import { type Figure, median } from "./figure.ts";

const RUNS = 5;

/** What one busy report costs in one way; the bot's own time is for all of it, median of five runs, in seconds. */
export type Cost = {
  readonly name: string;
  readonly most: number;
  readonly messages: number;
  readonly typed: number;
  readonly seconds: number;
};

/** The same busy report in every way in which it may be given. */
export async function costsOfWays(): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
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
    costs.push({ name, most, messages, typed, seconds: Number((median(took) / 1_000).toFixed(3)) });
  }
  return costs;
}

/** The costs as figures of the bench. */
export async function benchWays(): Promise<readonly Figure[]> {
  return (await costsOfWays()).flatMap(({ name, most, messages, typed, seconds }): readonly Figure[] => [
    { name: `${name}: messages`, value: messages, unit: "", target: `≤ ${most}`, met: messages <= most },
    { name: `${name}: characters typed`, value: typed, unit: "" },
    { name: `${name}: bot's time`, value: seconds, unit: "s" },
  ]);
}
