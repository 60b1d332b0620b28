import { parseArgs } from "node:util";
import { z } from "zod";
import { torture } from "./torture.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    seed: { type: "string", default: "1" },
    units: { type: "string", default: "24" },
    json: { type: "boolean", default: false },
  },
});
const whole = z.coerce.number().int();
const options = z.object({ kills: whole.min(1), seed: whole, units: whole.min(1) }).parse(values);

/** Plays rounds while the bot is killed again and again, and prints what came of it; fails where anything was wrong. */
const began = performance.now();
const { kills, moments, faults, uncaught, readyMax, wrong, ...counts } = await torture(options, (line) =>
  process.stderr.write(`${line}\n`),
);
const all = (kind: "lost" | "doubled" | "broken" | "owed") => wrong.flatMap(({ findings }) => findings[kind]).length;
const figures = {
  seed: options.seed,
  kills,
  moments,
  faults,
  ...counts,
  lost: all("lost"),
  doubled: all("doubled"),
  broken: all("broken"),
  owed: all("owed"),
  uncaught: uncaught.length,
  failed_seeds: wrong.map(({ seed }) => seed),
  ready_ms_max: Math.round(readyMax),
  took_s: Math.round((performance.now() - began) / 1000),
};
process.stdout.write(
  values.json
    ? `${JSON.stringify(figures, undefined, 1)}\n`
    : Object.entries(figures)
        .map(([name, value]) => `${name.padEnd(14)} ${typeof value === "object" ? JSON.stringify(value) : value}\n`)
        .join(""),
);
process.exitCode = figures.lost + figures.doubled + figures.broken + figures.owed + figures.uncaught > 0 ? 1 : 0;
