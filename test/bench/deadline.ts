import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { createBot } from "../../src/app/bot.ts";
import type { Clock } from "../../src/app/clock.ts";
import { type Channel, showsAll } from "../../src/channels/channel.ts";
import { closing } from "../../src/core/calendar/closing.ts";
import { nextDue } from "../../src/core/calendar/next-due.ts";
import { owed } from "../../src/core/calendar/owed.ts";
import type { OwedInput } from "../../src/core/calendar/standing.ts";
import { emptyReport, type Report } from "../../src/core/report.ts";
import { emptyRound, evolveRound, type Round } from "../../src/core/round.ts";
import { HOUR } from "../../src/core/time.ts";
import { makeChart, makeForm, makePicture, workbook } from "../../src/exports/index.ts";
import { secrets } from "../../src/secrets.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import { flowFrom } from "../interview/talk.ts";
import { exampleRoster } from "../world.ts";
import { type Figure, median } from "./figure.ts";

const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
const RUNS = 9;
/** A round more than the campaign has. */
const dates = ["2020-05-21", "2020-05-28", "2020-06-04", "2020-06-11", "2020-06-18", "2020-06-25", "2020-07-02"];
const calendar = { ...flow.calendar, last_due: "2020-07-02" };

/** What is owed at the hour before the deadline with so many units and seven rounds, and how soon after 17:00 it is posted. */
export async function benchDeadline(): Promise<readonly Figure[]> {
  const sizes = [200, 2_000, 20_000];
  const ticks = sizes.map(tickOf);
  const growth = ticks.map((ms, index) => {
    const before = ticks[index - 1];
    return before === undefined ? undefined : Math.round((ms / before) * 10) / 10;
  });
  return [
    ...sizes.map((units, index) => ({
      name: `tick with ${units} units, 7 rounds`,
      value: Math.round((ticks[index] ?? 0) * 100) / 100,
      unit: "ms",
      ...(growth[index] === undefined ? {} : { target: `×${growth[index]} for ×10 units` }),
    })),
    await postedAfter(),
  ];
}

/** One look at what is owed, and when the next thing is, where half of the units have reported. */
function tickOf(units: number): number {
  const input = standing(units);
  const now = (input.rounds.get("2020-07-02")?.due ?? 0) - HOUR;
  const samples = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    const { owed: acts } = owed(input, now);
    nextDue(input, now);
    if (acts.length < units / 2) throw new Error("half of the units owe a reminder");
    return performance.now() - began;
  });
  return median(samples);
}

function standing(count: number): OwedInput {
  const units = Array.from({ length: count }, (_none, index) => `u${index}`);
  const rounds = new Map(dates.map((date, index) => [date, roundOf(date, index + 1, units)]));
  const reports = new Map(
    [...rounds.keys()].map((date) => [date, new Map(units.map((unit, index) => [unit, reportOf(date, unit, index)]))]),
  );
  const all = new Set(units);
  const overseers = [{ person: "coordinator", role: "coordinator" as const, units: all }];
  return { flow: { id: flow.id, calendar }, installedSince: 0, units: all, overseers, posts: true, rounds, reports };
}

function roundOf(id: string, number: number, units: readonly string[]): Round {
  const due = Date.parse(`${id === "2020-06-25" ? "2020-06-24" : id}T17:00+08:00`);
  const head = { id: "x", at: due - 80 * HOUR, by: "bot" } as const;
  const covers = { from: 0, to: 0 };
  const opened = evolveRound(emptyRound(flow.id, id), {
    ...head,
    kind: "opened",
    number,
    due,
    covers,
    units,
    flowHash: "",
  });
  if (number === dates.length) return opened;
  const frozen = evolveRound(opened, { ...head, kind: "frozen", counted: {} });
  const [post] = closing(frozen, "PT5M", true);
  const sent = { kind: "sent", delivery: post?.key ?? "", message: "m", to: "g" } as const;
  return evolveRound(frozen, { ...head, ...sent });
}

function reportOf(round: string, unit: string, index: number): Report {
  const report = emptyReport(flow.id, round, unit);
  return index % 2 === 0 ? report : { ...report, status: "submitted", revision: 1 };
}

/** The real clock, moved to shortly before a deadline; how long after 17:00:00 the leadership group has version 1. */
async function postedAfter(): Promise<Figure> {
  const due = Date.parse("2020-05-21T17:00+08:00");
  const samples: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const folder = await mkdtemp(join(tmpdir(), "baosong-deadline-"));
    const store = await openLowdb({ folder });
    let offset = Date.parse("2020-05-21T16:59:58+08:00") - Date.now();
    const clock: Clock = { now: () => Date.now() + offset, until: (at) => at - (Date.now() + offset) };
    let posted = (_at: number): void => {};
    const arrived = new Promise<number>((resolve) => {
      posted = resolve;
    });
    const channel: Channel = {
      name: "simulator",
      can: showsAll,
      start: async () => async () => {},
      send: async (to, message) => {
        if (to.id === "leadership") posted(clock.now());
        return { kind: "sent", id: message.key };
      },
    };
    const quiet = pino({ level: "silent" });
    const parts = {
      store,
      flows: [flow],
      roster: exampleRoster(),
      exports: [workbook],
      form: makeForm,
      picture: makePicture,
      chart: makeChart,
      imports: [],
      secrets,
    };
    // Opened, reminded and idle by the time of the deadline.
    const first = offset;
    offset = Date.parse("2020-05-19T09:00+08:00") - Date.now();
    const bot = await createBot({ ...parts, log: quiet, language: "zh-CN", clock });
    await bot.start([channel], { timed: false });
    offset = first;
    await bot.stop();
    const live = await createBot({ ...parts, log: quiet, language: "zh-CN", clock });
    offset = Date.parse("2020-05-21T16:59:57+08:00") - Date.now();
    await live.start([channel]);
    samples.push((await arrived) - due);
    await live.stop();
    await store.close();
    await rm(folder, { recursive: true });
  }
  const ms = Math.round(median(samples));
  return {
    name: "version 1 after 17:00:00, idle machine, 56 units",
    value: ms,
    unit: "ms",
    target: "≤ 1000",
    met: ms <= 1000,
  };
}
