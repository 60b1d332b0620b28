import { parseArgs } from "node:util";
import { z } from "zod";
import type { Fuzzed } from "./door.ts";
import { doors } from "./doors/index.ts";

const names = doors.map(({ name }) => name);
const { values } = parseArgs({
  options: {
    door: { type: "string", default: "all" },
    runs: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const whole = z.coerce.number().int();
const { door, runs, seed } = z
  .object({
    door: z.enum(["all", ...names], { error: `--door takes all, ${names.join(", ")}` }),
    runs: whole.min(1),
    seed: whole,
  })
  .parse(values);

/** Puts seeded rubbish into a door, or into each, and prints what came of it; fails where anything was wrong. */
const results: Fuzzed[] = [];
for (const each of doors) {
  if (door !== "all" && each.name !== door) continue;
  const fuzzed = await each.fuzz(runs, seed);
  if (fuzzed.failure !== undefined) process.stderr.write(`${each.name}: ${fuzzed.failure}\n`);
  results.push(fuzzed);
}
const figures = results.map(({ bounds, ...each }) => ({
  ...each,
  failures: each.failure === undefined ? 0 : 1,
  bound_ms: bounds.ms,
  bound_mb: bounds.mb,
  within: each.slowest_cpu_ms <= bounds.ms && each.grown_mb <= bounds.mb,
}));
if (values.json) process.stdout.write(`${JSON.stringify(figures, undefined, 1)}\n`);
else
  for (const { door: name, inputs, failures, slowest_cpu_ms, bound_ms, grown_mb, bound_mb } of figures)
    process.stdout.write(
      `${name.padEnd(10)} ${String(inputs).padStart(7)} inputs, ${failures} failures; ${slowest_cpu_ms} ms of ${bound_ms}, ${grown_mb} MB of ${bound_mb}\n`,
    );
process.exitCode = figures.some(({ failures, within }) => failures > 0 || !within) ? 1 : 0;
