import { costsOfWays } from "./ways.ts";

/** Prints what the same busy report costs in each way: messages with their limit, characters typed, the bot's seconds. */
const rows = (await costsOfWays()).map(({ name, most, messages, typed, seconds }) => [
  name,
  `${messages} of ${most}`,
  String(typed),
  seconds.toFixed(3),
]);
for (const [name = "", ...figures] of [["way", "messages", "characters", "seconds"], ...rows])
  process.stdout.write(`${name.padEnd(20)}${figures.map((figure) => figure.padStart(12)).join("")}\n`);
