import { parseArgs } from "node:util";
import { z } from "zod";
import { type Platformed, tryPlatform } from "./platform.ts";
import { readyWithStored } from "./stored.ts";
import { torture } from "./torture.ts";
import { killWriters } from "./writers.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    units: { type: "string", default: "24" },
    stored: { type: "string", default: "0" },
    bot: { type: "string" },
    writers: { type: "string" },
    platforms: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const whole = z.coerce.number().int().min(0);
// Half of the kills hit the whole bot, half a process that does nothing but write: those fall into folding and rotating.
// Each part can be given its own number, and 0 leaves it out; `platforms` are rounds on a platform that misbehaves.
const {
  kills,
  seed,
  units,
  stored,
  bot: botKills = Math.ceil(kills / 2),
  writers: writerKills = Math.floor(kills / 2),
  platforms: tries = Math.ceil(kills / 20),
} = z
  .object({
    kills: whole,
    seed: whole,
    units: whole.min(1),
    stored: whole,
    bot: whole.optional(),
    writers: whole.optional(),
    platforms: whole.optional(),
  })
  .parse(values);
const say = (line: string) => process.stderr.write(`${line}\n`);
const began = performance.now();

const bot = await torture({ kills: botKills, seed, units }, say);
const writers = await killWriters(writerKills, seed);
for (const each of [...writers.lost, ...writers.doubled, ...writers.uncaught].slice(0, 20)) say(`writer: ${each}`);
const platforms: Platformed[] = [];
for (let round = 0; round < tries; round += 1) {
  const tried = await tryPlatform(seed + round);
  for (const each of [...tried.lost, ...tried.doubled, ...tried.owed, ...tried.mismarked].slice(0, 20))
    say(`platform: ${each}`);
  platforms.push(tried);
}
const readyWith = stored > 0 ? await readyWithStored(stored, 9, say) : undefined;

const mismarked = platforms.reduce(
  (sum, each) => sum + each.mismarked.length + Math.abs(each.marked - each.counted),
  0,
);
const of = (kind: "lost" | "doubled" | "owed") =>
  [...bot.wrong.map(({ findings }) => findings), ...platforms].flatMap((each) => each[kind]).length;
const figures = {
  seed,
  kills: bot.kills + writers.kills,
  killed: { bot: bot.kills, writer: writers.kills },
  moments: bot.moments,
  refused_to_start: bot.refused,
  faults: sums([bot.faults, { "torn-writer": writers.torn }, ...platforms.map(({ moods: { well, ...bad } }) => bad)]),
  rounds: bot.rounds + platforms.length,
  acts: bot.acts,
  redelivered: bot.repeats + platforms.reduce((sum, each) => sum + each.redelivered, 0),
  entries: bot.entries + writers.answers,
  lost: of("lost") + writers.lost.length,
  doubled: of("doubled") + writers.doubled.length,
  owed: of("owed"),
  sent_again: platforms.reduce((sum, each) => sum + each.marked, 0),
  mismarked,
  broken: bot.wrong.flatMap(({ findings }) => findings.broken).length,
  uncaught: bot.uncaught.length + writers.uncaught.length,
  failed_seeds: bot.wrong.map((each) => each.seed),
  ready_ms_max: Math.round(bot.readyMax),
  ...(readyWith === undefined ? {} : { stored, ready_ms_max_stored: Math.round(readyWith) }),
  took_s: Math.round((performance.now() - began) / 1000),
};
process.stdout.write(
  values.json
    ? `${JSON.stringify(figures, undefined, 1)}\n`
    : Object.entries(figures)
        .map(([name, value]) => `${name.padEnd(14)} ${typeof value === "object" ? JSON.stringify(value) : value}\n`)
        .join(""),
);
process.exitCode =
  figures.lost + figures.doubled + figures.broken + figures.owed + mismarked + figures.uncaught > 0 ? 1 : 0;

function sums(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const each of all) for (const [name, times] of Object.entries(each)) sum[name] = (sum[name] ?? 0) + times;
  return sum;
}
