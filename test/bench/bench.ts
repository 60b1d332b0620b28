import { cpus } from "node:os";
import type { Figure } from "./figure.ts";
import { benches } from "./index.ts";

/** `npm run bench [-- NAME … --json]` measures everything or what is named: a table for people, an array for machines. */
const say = (line: string) => process.stderr.write(`${line}\n`);
const asked = process.argv.slice(2);
const names = asked.filter((word) => !word.startsWith("--"));
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  say(`There is no bench ${unknown.join(", ")}; there are: ${Object.keys(benches).join(", ")}`);
  process.exit(1);
}

say(`${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.version}`);
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  say(`${name} …`);
  figures.push(...(await bench(say)));
}

if (asked.includes("--json")) {
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
} else for (const figure of figures) process.stdout.write(`${line(figure)}\n`);

/** A figure as a line: what, how much, beside what, how many times as good, what it should be and whether it is. */
function line({ name, value, unit, peer, ratio, target, met }: Figure): string {
  const beside = peer === undefined ? "" : `beside ${peer}`;
  const times = ratio === undefined ? "" : `${ratio} ×`;
  const should = target === undefined ? "" : `${target}${met === undefined ? "" : met ? " ✓" : " ✗"}`;
  const told = [`${name.padEnd(52)} ${String(value).padStart(10)} ${unit.padEnd(10)}`, beside, times, should];
  return told.filter((part) => part !== "").join("  ");
}
