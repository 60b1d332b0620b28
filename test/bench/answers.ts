import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { createBot } from "../../src/app/bot.ts";
import { rehearsalClock } from "../../src/app/clock.ts";
import { castOf } from "../../src/app/rehearsal/cast.ts";
import { simulator } from "../../src/channels/simulator/index.ts";
import { loadRoster } from "../../src/core/roster-load.ts";
import { makeChart, makeForm, makePicture } from "../../src/exports/index.ts";
import { secrets } from "../../src/secrets.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { openPostgres } from "../../src/store/postgres/index.ts";
import type { Store } from "../../src/store/store.ts";
import { flowFrom } from "../interview/talk.ts";
import { programs, startCluster } from "../store/cluster.ts";
import { type Bench, median, quantile } from "./figure.ts";
import { openSqlite } from "./peers.ts";
import { wholeReport } from "./script.ts";
import { sqliteStore } from "./sqlite-store.ts";

const PEOPLE = 50;
const RUNS = 3;
/** How many times as many people report as answer at once; the first two fifths are not measured. */
const BEFORE_AND_MEASURED = 5;

/**
 * Answers through the whole path: the simulator in this process, the store on disk, fifty people at once and one alone;
 * beside it the same over SQLite, in turn.
 */
export const benchAnswers: Bench = async () => {
  const many: Answers[] = [];
  const beside: Answers[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    many.push(await answers(PEOPLE, embedded));
    if (openSqlite) beside.push(await answers(PEOPLE, overSqlite));
  }
  const one = await answers(1, embedded);
  const shared = await overPostgres();
  const speed = (runs: readonly Answers[]) => Math.round(median(runs.map(({ perSecond }) => perSecond)));
  const p99 = median(many.map((run) => run.p99));
  const ratio = Number((speed(many) / speed(beside)).toPrecision(3));
  const peer = openSqlite
    ? { peer: `the same over better-sqlite3 ${speed(beside)}/s`, ratio, met: ratio >= 2 }
    : { peer: "better-sqlite3: not installed" };
  return [
    { name: "answer-50", value: speed(many), unit: "answers/s", target: "≥ 2 ×", ...peer },
    { name: "answer-50 p50", value: median(many.map((run) => run.p50)), unit: "ms" },
    { name: "answer-50 p99", value: p99, unit: "ms", target: "≤ 10", met: p99 <= 10 },
    ...shared.map(({ perSecond, p99: slowest, people }) => ({
      name: `answer-${people} over PostgreSQL, p99 ${slowest} ms`,
      value: Math.round(perSecond),
      unit: "answers/s",
    })),
    { name: "answer-1 p50", value: one.p50, unit: "ms" },
    { name: "answer-1 p99", value: one.p99, unit: "ms" },
  ];
};

/** The store that instances share, through one instance; none where no PostgreSQL is installed. */
async function overPostgres(): Promise<readonly (Answers & { readonly people: number })[]> {
  if (programs === undefined) return [];
  const cluster = await startCluster();
  try {
    const measured = [];
    for (const people of [PEOPLE, 1]) {
      const url = await cluster.database();
      measured.push({ ...(await answers(people, () => openPostgres(url))), people });
    }
    return measured;
  } finally {
    await cluster.stop();
  }
}

type Answers = { readonly perSecond: number; readonly p50: number; readonly p99: number };

const embedded = (folder: string): Promise<Store> => openLowdb({ folder });
const overSqlite = async (folder: string): Promise<Store> => {
  if (!openSqlite) throw new Error("better-sqlite3 is not installed");
  return sqliteStore(openSqlite(join(folder, "db")));
};

async function answers(people: number, open: (folder: string) => Promise<Store>): Promise<Answers> {
  const folder = await mkdtemp(join(tmpdir(), "baosong-bench-"));
  const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const loaded = loadRoster(readFileSync(new URL("../../data/example/roster.yaml", import.meta.url), "utf8"));
  if (!("roster" in loaded)) throw new Error("the example roster does not load");
  const market = {
    ...loaded.roster,
    units: loaded.roster.units.filter(
      (unit) => unit.department !== undefined && unit.department === "market-regulation",
    ),
  };
  const roster = castOf(market, flow, people * BEFORE_AND_MEASURED);
  const store = await open(folder);
  const clock = rehearsalClock(Date.UTC(2020, 4, 19, 1), 0);
  const bot = await createBot({
    store,
    flows: [flow],
    roster,
    clock,
    form: makeForm,
    secrets,
    picture: makePicture,
    chart: makeChart,
    imports: [],
    exports: [],
    log: pino({ level: "silent" }),
    language: "zh-CN",
  });
  await bot.start([simulator({ folder, desk: bot.desk })], { timed: false });
  const who = roster.people.filter((member) => member.role === "liaison").map((member) => member.id);
  const samples: number[] = [];
  const play = async (person: string, measured: boolean) => {
    for (const [index, text] of ["填报", ...wholeReport].entries()) {
      const from = { channel: "simulator", id: person };
      const began = performance.now();
      const at = bot.now();
      const { replied } = await bot.receive({
        id: `${person}-${index}`,
        from,
        chat: from,
        sentAt: at,
        at,
        kind: "said",
        text,
      });
      await replied;
      if (measured) samples.push(performance.now() - began);
    }
  };
  // Whoever has reported makes room for the next: so many are at it at any time.
  const inTurn = async (some: readonly string[], measured: boolean) => {
    const waiting = [...some];
    const phone = async () => {
      for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) await play(person, measured);
    };
    await Promise.all(Array.from({ length: people }, phone));
  };
  // What has run a while is compiled: the first thousand answers of a process tell of the compiler.
  await inTurn(who.slice(0, people * 2), false);
  const began = performance.now();
  await inTurn(who.slice(people * 2), true);
  const seconds = (performance.now() - began) / 1000;
  await bot.stop();
  await store.close();
  await rm(folder, { recursive: true });
  const round = (ms: number) => Math.round(ms * 100) / 100;
  return {
    perSecond: samples.length / seconds,
    p50: round(quantile(samples, 0.5)),
    p99: round(quantile(samples, 0.99)),
  };
}
