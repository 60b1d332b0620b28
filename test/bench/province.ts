import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { type Bot, createBot } from "../../src/app/bot.ts";
import { rehearsalClock } from "../../src/app/clock.ts";
import { plannedRounds } from "../../src/core/calendar/rounds.ts";
import { type Entry, reportKey, roundKey } from "../../src/core/entry.ts";
import { askedOf, type Flow } from "../../src/core/flow/flow.ts";
import { loadFlow } from "../../src/core/flow/load.ts";
import type { Roster, Unit } from "../../src/core/roster.ts";
import { makeChart, makeForm, makePicture, workbook } from "../../src/exports/index.ts";
import { secrets } from "../../src/secrets.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import type { Store } from "../../src/store/store.ts";
import { campaignText } from "../flow/files.ts";

/** A bot over a province that has reported for some rounds; `put` sends in a unit's report of a round. */
export type Province = {
  readonly bot: Bot;
  readonly flow: Flow;
  readonly units: readonly string[];
  /** The ids of the rounds so far, the open one last. */
  readonly rounds: readonly string[];
  /** The memory of the process once all was stored, in bytes. */
  readonly stored: number;
  put(round: string, unit: string, seed: number): Promise<void>;
  end(): Promise<void>;
};

/** So many units in so many cities, and the rounds up to the one that is open at `now`. */
export type Size = {
  readonly units: number;
  readonly cities: number;
  readonly now: number;
  /** Units, from the first, that have not reported in the open round. */
  readonly waiting?: number;
};

/** Fills a new folder with reports of the shipped flow, ten rounds long at most, and opens a bot on it. */
export async function province({ units: count, cities, now, waiting = 0 }: Size, say: (line: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), "baosong-province-"));
  const flow = tenRounds();
  const roster = rosterOf(count, cities);
  const units = roster.units.flatMap(({ id, reports }) => (reports ? [id] : []));
  const store = await openLowdb({ folder });
  const planned = plannedRounds(flow.calendar, now);
  const newest = planned.at(-1);
  for (const { id, number, due, covers } of planned) {
    const opened = { kind: "opened", number, due, covers, units, flowHash: flow.hash } as const;
    const key = roundKey(flow.id, id);
    await store.change([key], () => [{ key, entry: { ...opened, id: `open/${id}`, at: due, by: "bot" } }]);
    const reporting = id === newest?.id ? units.slice(waiting) : units;
    for (let at = 0; at < reporting.length; at += 100)
      await Promise.all(
        reporting.slice(at, at + 100).map((unit, index) => put(store, flow, id, unit, at + index + number)),
      );
    say(`stored round ${number}`);
  }
  await store.folded();
  const stored = process.memoryUsage().rss;
  const bot = await createBot({
    store,
    flows: [flow],
    roster,
    clock: rehearsalClock(now, 0),
    secrets,
    exports: [workbook],
    form: makeForm,
    picture: makePicture,
    chart: makeChart,
    imports: [],
    log: pino({ level: "silent" }),
    language: "zh-CN",
  });
  const made: Province = {
    bot,
    flow,
    units,
    rounds: planned.map(({ id }) => id),
    stored,
    put: (round, unit, seed) => put(store, flow, round, unit, seed),
    end: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
  return made;
}

/** The shipped flow with four rounds more. */
function tenRounds(): Flow {
  const loaded = loadFlow(campaignText.replace("last_due: 2020-06-25", "last_due: 2020-07-23"), "bench");
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.flow;
}

function rosterOf(count: number, cities: number): Roster {
  const units: Unit[] = [{ id: "top", name: "全省", short: "全省", reports: false }];
  for (let city = 0; city < cities; city += 1) {
    units.push({ id: `c${city}`, name: `${city}市`, short: `${city}市`, parent: "top", reports: false });
    for (let of = 0; of < count / cities; of += 1) {
      const name = `${city}市${of}局`;
      const own = { id: `u${city}-${of}`, name, short: name, parent: `c${city}`, reports: true };
      units.push({ ...own, department: "market-regulation" });
    }
  }
  const liaisons = units.flatMap(({ id, reports }) =>
    reports ? [{ id: `${id}-liaison`, name: id, role: "liaison" as const, unit: id, addresses: {} }] : [],
  );
  const chief = { id: "chief", name: "局长", role: "leader" as const, unit: "top", addresses: {} };
  return { departments: { "market-regulation": "市场监管" }, units, people: [chief, ...liaisons], groups: [] };
}

/** A usual report: 288 figures, one class in five more than nought; all of a class alike, so that no sum is refused later. */
async function put(store: Store, flow: Flow, round: string, unit: string, seed: number): Promise<void> {
  const key = reportKey(flow.id, round, unit);
  const places = askedOf(flow, "market-regulation");
  const classes = [...new Set(places.map(({ row, group }) => `${row.id}.${group.id}`))];
  const cells = Object.fromEntries(
    places.map(({ id, row, group }) => {
      const of = seed + classes.indexOf(`${row.id}.${group.id}`);
      return [id, of % 5 === 0 ? (seed * 7 + of) % 40 : 0];
    }),
  );
  const head = { at: seed, by: "liaison", channel: "simulator" };
  const entries: Entry[] = [
    { ...head, id: `a/${round}/${unit}/${seed}`, kind: "answered", screen: "all", cells },
    { ...head, id: `s/${round}/${unit}/${seed}`, kind: "submitted", number: `FY-${unit}`, late: false, zero: false },
  ];
  await store.change([key], () => entries.map((entry) => ({ key, entry })));
}
