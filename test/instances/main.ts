import { parseArgs } from "node:util";
import { z } from "zod";
import { quantile } from "../bench/figure.ts";
import { grounds } from "./platforms/index.ts";
import { playOnInstances } from "./round.ts";

const { values } = parseArgs({
  options: {
    platform: { type: "string", default: "telegram" },
    units: { type: "string", default: "300" },
    instances: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    every: { type: "string", default: "20" },
    speed: { type: "string", default: "4" },
    faster: { type: "string", default: "10" },
    json: { type: "boolean", default: false },
  },
});
const whole = z.coerce.number().int().min(1);
const { units, instances, seed, every, speed, faster } = z
  .object({ units: whole, instances: whole, seed: whole, every: whole, speed: whole, faster: whole })
  .parse(values);
const ground = grounds[values.platform];
if (!ground) throw new Error(`--platform is one of ${Object.keys(grounds).join(", ")}`);
const say = (line: string) => process.stderr.write(`${line}\n`);

const played = await playOnInstances({ ground, units, instances, seed, every: every * 1_000, speed, faster }, say);
const { findings, delivered, takenOver, waits, unacknowledged } = played;
for (const each of [...Object.values(findings).flat(), ...played.owed, ...unacknowledged].slice(0, 40))
  say(`wrong: ${each}`);
for (const each of played.strange.slice(0, 20)) say(`said: ${each}`);
const seconds = (all: readonly number[]) => all.map((each) => Math.round(each / 100) / 10);
const figures = {
  platform: ground.channel,
  units,
  instances,
  seed,
  answers_sent: played.acts,
  answers_acknowledged: played.acknowledged,
  unacknowledged: unacknowledged.length,
  lost: findings.lost.length,
  doubled: findings.doubled.length,
  out_of_order: findings.disordered.length,
  broken: findings.broken.length,
  deliveries: delivered.recorded,
  deliveries_owed: played.owed.length,
  deliveries_in_doubt: delivered.inDoubt,
  deliveries_marked_again: delivered.again,
  deliveries_twice_unmarked: delivered.unmarked,
  kills: played.kills,
  hung: played.hung,
  database_restarts: played.crashes,
  renewals: played.renewals,
  taken_over_after_kill_s: seconds(takenOver.killed),
  taken_over_after_hang_s: seconds(takenOver.hung),
  taken_over_after_database_s: seconds(takenOver.crash),
  acknowledged_p50_ms: Math.round(quantile(waits, 0.5)),
  acknowledged_p99_ms: Math.round(quantile(waits, 0.99)),
  ...played.counts,
  codes: played.codes,
  uncaught: played.strange.length,
  entries: played.entries,
  took_s: Math.round(played.seconds),
};
process.stdout.write(
  values.json
    ? `${JSON.stringify(figures, undefined, 1)}\n`
    : Object.entries(figures)
        .map(([name, value]) => `${name.padEnd(28)} ${typeof value === "object" ? JSON.stringify(value) : value}\n`)
        .join(""),
);
const wrong =
  Object.values(findings).flat().length + played.owed.length + unacknowledged.length + played.strange.length;
process.exitCode = wrong > 0 ? 1 : 0;
