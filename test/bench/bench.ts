import { cpus } from "node:os";
import { benchAnswers } from "./answers.ts";
import { benchDeadline } from "./deadline.ts";
import { benchExported } from "./exported.ts";
import { benchFanOut } from "./fan-out.ts";
import type { Figure } from "./figure.ts";
import { benchLarkFanOut } from "./lark-fan-out.ts";
import { benchStored } from "./stored.ts";
import { benchSummary } from "./summary.ts";
import { benchWays } from "./ways.ts";

/** Measures everything and prints it: a table for people, with --json an array of figures for machines. */
const json = process.argv.includes("--json");
const say = (line: string) => process.stderr.write(`${line}\n`);

say(`${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.version}`);
const figures: Figure[] = [];
for (const bench of [
  benchAnswers,
  benchWays,
  benchDeadline,
  benchExported,
  benchFanOut,
  benchLarkFanOut,
  () => benchSummary(say),
  () => benchStored(say),
])
  figures.push(...(await bench()));

if (json) {
  const whole = figures.map(({ name, value, unit, peer = null, ratio = null, target = null, met = null }) => ({
    name,
    value,
    unit,
    peer,
    ratio,
    target,
    met,
  }));
  process.stdout.write(`${JSON.stringify(whole, undefined, 1)}\n`);
} else
  for (const { name, value, unit } of figures)
    process.stdout.write(`${name.padEnd(52)} ${String(value).padStart(10)} ${unit}\n`);
