import { filledFrom } from "../../src/core/cells.ts";
import { askedOf } from "../../src/core/flow/flow.ts";
import { columns } from "../../src/store/columns.ts";
import type { Figures } from "../../src/store/store.ts";
import { flowFrom } from "../interview/talk.ts";
import { type Bench, type Figure, median } from "./figure.ts";
import { openDuck, openSqlite } from "./peers.ts";

const REPORTS = 50_000;
const RUNS = 5;

/** 50,000 reports of 288 figures as the store gives them, added up by column; SQLite and DuckDB over the same figures. */
export const benchConsolidate: Bench = async (say) => {
  const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const ids = askedOf(flow, "market-regulation").map((place) => place.id);
  const figureOf = (unit: number, index: number) => (unit * 7 + index * 13) % 400;
  const reportOf = (unit: number, more: number) => ({
    unit: `u${unit}`,
    status: "submitted" as const,
    cells: filledFrom(Object.fromEntries(ids.map((id, index) => [id, figureOf(unit, index) + more]))),
  });
  const made = columns();
  for (let unit = 0; unit < REPORTS; unit += 1) made.put(reportOf(unit, 0));
  say("reports are stored; now the peers'");
  const sqlite = openSqlite?.(":memory:");
  sqlite?.exec("create table figures (unit integer, cell integer, value real); begin");
  const insert = sqlite?.prepare("insert into figures values (?, ?, ?)");
  for (let unit = 0; insert && unit < REPORTS; unit += 1)
    for (const index of ids.keys()) insert.run(unit, index, figureOf(unit, index));
  sqlite?.exec("commit");
  const duck = await openDuck();
  await duck?.run(
    `create table figures as select unit, cell, ((unit * 7 + cell * 13) % 400)::double as value
     from range(${REPORTS}) as units (unit), range(${ids.length}) as cells (cell)`,
  );
  const sum = "select cell, sum(value) from figures group by cell";
  const summing = sqlite?.prepare(sum);
  const took = { own: [] as number[], more: [] as number[], sqlite: [] as number[], duck: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    took.own.push(await timed(() => sums(made.figures())));
    made.put(reportOf(run, 1));
    took.more.push(await timed(() => sums(made.figures())));
    if (summing) took.sqlite.push(await timed(() => summing.all()));
    if (duck) took.duck.push(await timed(() => duck.run(sum)));
  }
  sqlite?.close();
  duck?.disconnectSync();
  const own = median(took.own);
  return [
    beside(own, "better-sqlite3", took.sqlite, 30),
    beside(own, "DuckDB", took.duck, 3),
    {
      name: "consolidate, after one more report",
      value: round(median(took.more)),
      unit: "ms",
      target: "< 1",
      met: median(took.more) < 1,
    },
  ];
};

function sums({ columns: ids, values }: Figures): Float64Array {
  const totals = new Float64Array(ids.length);
  for (let at = 0; at < values.length; )
    for (let column = 0; column < totals.length; column += 1, at += 1)
      totals[column] = (totals[column] ?? 0) + (values[at] ?? 0);
  return totals;
}

function beside(own: number, name: string, took: readonly number[], times: number): Figure {
  const figure = { name: `consolidate, ${REPORTS} reports`, value: round(own), unit: "ms", target: `≥ ${times} ×` };
  if (took.length === 0) return { ...figure, peer: `${name}: not installed` };
  const ratio = Number((median(took) / own).toPrecision(3));
  return { ...figure, peer: `${name} ${round(median(took))} ms`, ratio, met: ratio >= times };
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const round = (ms: number) => Number(ms.toPrecision(3));
