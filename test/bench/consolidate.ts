import { filledFrom } from "../../src/core/cells.ts";
import { askedOf } from "../../src/core/flow/flow.ts";
import { emptyReport, type Report } from "../../src/core/report.ts";
import { columnsOf, enter, lineOf, noSums, type Sums } from "../../src/core/table/ledger.ts";
import { flowFrom } from "../interview/talk.ts";
import { type Bench, type Figure, median } from "./figure.ts";
import { openDuck, openSqlite } from "./peers.ts";

const REPORTS = 50_000;
const RUNS = 7;

/**
 * 50,000 reports of 288 figures as the ledger keeps them, added up anew, and after one more report by its difference
 * alone; SQLite and DuckDB over the same figures. Throws where the difference does not come to what adding up comes to.
 */
export const benchConsolidate: Bench = async (say) => {
  const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const columns = columnsOf(flow);
  const ids = askedOf(flow, "market-regulation").map((place) => place.id);
  const figureOf = (unit: number, index: number) => (unit * 7 + index * 13) % 400;
  const reportOf = (unit: number, more: number): Report => ({
    ...emptyReport(flow.id, "2020-05-21", `u${unit}`),
    status: "submitted",
    cells: filledFrom(Object.fromEntries(ids.map((id, index) => [id, figureOf(unit, index) + more]))),
  });
  const lines = Array.from({ length: REPORTS }, (_, unit) => lineOf(columns, reportOf(unit, 0), "on-time"));
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
  const total = addedUp();
  for (let run = 0; run < RUNS; run += 1) {
    took.own.push(await timed(addedUp));
    const report = reportOf(run, run + 1);
    took.more.push(
      await timed(() => {
        const [before, line] = [lines[run], lineOf(columns, report, "on-time")];
        if (before) enter(total, before, -1);
        enter(total, line, 1);
        lines[run] = line;
      }),
    );
    if (summing) took.sqlite.push(await timed(() => summing.all()));
    if (duck) took.duck.push(await timed(() => duck.run(sum)));
  }
  if (JSON.stringify(total) !== JSON.stringify(addedUp())) throw new Error("the sums by difference are not the sums");
  sqlite?.close();
  duck?.disconnectSync();
  const own = median(took.own);
  const more = median(took.more);
  return [
    beside(own, "better-sqlite3", took.sqlite, 30),
    beside(own, "DuckDB", took.duck, 3),
    { name: "consolidate, after one more report", value: round(more), unit: "ms", target: "< 1", met: more < 1 },
  ];

  function addedUp(): Sums {
    const sums = noSums(columns);
    for (const line of lines) enter(sums, line, 1);
    return sums;
  }
};

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
