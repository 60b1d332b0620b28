import { askedOf } from "../../src/core/flow/flow.ts";
import { flowFrom } from "../interview/talk.ts";
import { type Bench, type Figure, median } from "./figure.ts";
import { bareDisk, embedded, plainLowdb, postgres, type Stock, sqlite, type Writer } from "./writers.ts";

const RUNS = 5;
/** Length of a journal record for one cell, in bytes. */
const RECORD = 330;

type Contestant = {
  readonly name: string;
  readonly writer: Writer | undefined;
  readonly writes: number;
  readonly runs: number;
};

/** The store alone, one durable answer, 10,000 reports stored: fifty writers and one, each peer in turn in every run. */
export const benchStore: Bench = async (say) => {
  const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const stock: Stock = { reports: 10_000, cells: askedOf(flow, "market-regulation").map(({ id }) => id) };
  say(`storing ${stock.reports} reports of ${stock.cells.length} figures in each`);
  const own = await embedded(stock);
  const alone = await sqlite(stock, false);
  const shared = await sqlite(stock, true);
  const server = await postgres(stock, 50);
  const plain = await plainLowdb(stock);
  const disk = await bareDisk(RECORD);
  const many = await contest(50, say, [
    { name: "this store", writer: own, writes: 20_000, runs: RUNS },
    { name: "better-sqlite3", writer: alone, writes: 5_000, runs: RUNS },
    { name: "better-sqlite3, shared commits", writer: shared, writes: 10_000, runs: RUNS },
    { name: "PostgreSQL", writer: server, writes: 10_000, runs: RUNS },
    { name: "lowdb JSONFile", writer: plain, writes: 50, runs: 1 },
  ]);
  const single = await contest(1, say, [
    { name: "this store", writer: own, writes: 2_000, runs: RUNS },
    { name: "better-sqlite3", writer: alone, writes: 2_000, runs: RUNS },
    { name: "overwrite + fdatasync", writer: disk, writes: 2_000, runs: RUNS },
  ]);
  for (const each of [own, alone, shared, server, plain, disk]) await each?.close();
  return [
    ...beside("store-50", many, {
      "better-sqlite3": 6,
      "better-sqlite3, shared commits": 5,
      PostgreSQL: 3.5,
      "lowdb JSONFile": 10_000,
    }),
    ...beside("store-1", single, { "better-sqlite3": 1, "overwrite + fdatasync": 0.8 }),
  ];
};

/** Answers a second by contestant, the median of its runs; undefined where it is not installed. */
async function contest(
  writers: number,
  say: (line: string) => void,
  contestants: readonly Contestant[],
): Promise<ReadonlyMap<string, number | undefined>> {
  const speeds = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run += 1)
    for (const { name, writer, writes, runs } of contestants) {
      if (!writer || run >= runs) continue;
      const began = performance.now();
      const one = async (which: number) => {
        for (let turn = 0; turn < writes / writers; turn += 1) await writer.write(which, run * writes + turn + 1);
      };
      await Promise.all(Array.from({ length: writers }, (_, which) => one(which)));
      const speed = (writes / (performance.now() - began)) * 1_000;
      speeds.set(name, [...(speeds.get(name) ?? []), speed]);
      say(`${writers} writers, ${name}: ${Math.round(speed * 10) / 10}/s`);
    }
  return new Map(contestants.map(({ name }) => [name, speeds.has(name) ? median(speeds.get(name) ?? []) : undefined]));
}

function beside(
  name: string,
  speeds: ReadonlyMap<string, number | undefined>,
  targets: Readonly<Record<string, number>>,
): readonly Figure[] {
  const own = speeds.get("this store") ?? 0;
  return Object.entries(targets).map(([peer, times]) => {
    const speed = speeds.get(peer);
    const figure = { name, value: Math.round(own), unit: "answers/s", target: `≥ ${times} ×` };
    if (speed === undefined) return { ...figure, peer: `${peer}: not installed` };
    const ratio = Number((own / speed).toPrecision(3));
    return { ...figure, peer: `${peer} ${Math.round(speed * 10) / 10}/s`, ratio, met: ratio >= times };
  });
}
