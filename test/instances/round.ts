import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { createBot } from "../../src/app/bot.ts";
import { rehearsalClock } from "../../src/app/clock.ts";
import { clockPosition } from "../../src/app/clock-history.ts";
import { dutiesOf } from "../../src/app/deliveries/duties.ts";
import { chance } from "../../src/app/rehearsal/chance.ts";
import { readCampaign } from "../../src/campaign.ts";
import { owed } from "../../src/core/calendar/owed.ts";
import { MINUTE } from "../../src/core/time.ts";
import { exports, makeChart, makeForm, makePicture } from "../../src/exports/index.ts";
import { secrets } from "../../src/secrets.ts";
import { openPostgres } from "../../src/store/postgres/index.ts";
import { reportsNothing } from "../channels/reporting.ts";
import { flowFrom } from "../interview/talk.ts";
import { startCluster } from "../store/cluster.ts";
import { type Audited, audit } from "./audit.ts";
import { booksOfAll } from "./books.ts";
import { castOn, rosterText } from "./cast.ts";
import { type Disturbed, disturb } from "./disturb.ts";
import { watchDuty } from "./duty.ts";
import { type Fleet, startFleet } from "./fleet.ts";
import { type Ground, numberIn, type Stage } from "./platforms/ground.ts";

export type RoundOptions = {
  readonly ground: Ground;
  readonly units: number;
  readonly instances: number;
  readonly seed: number;
  /** One instance dies so often, in milliseconds. */
  readonly every: number;
  /** How many times as fast the clock runs. */
  readonly speed: number;
  /** How many times as short the platform's seconds are, by which it and the instances reckon the limits. */
  readonly faster: number;
};

/** What a round on several instances came to. */
export type Outcome = Audited &
  Disturbed & {
    readonly acts: number;
    readonly acknowledged: number;
    /** What the platform should have brought until it was acknowledged, and was not. */
    readonly unacknowledged: readonly string[];
    readonly waits: readonly number[];
    readonly owed: readonly string[];
    /** What the platform counted, by name. */
    readonly counts: Readonly<Record<string, number>>;
    readonly seconds: number;
    readonly codes: Readonly<Record<string, number>>;
    readonly strange: readonly string[];
  };

const round = "2020-05-21";
/** On the day it is due: the reminders of the days before are over, that of the last hour is to come. */
const BEGINS = "2020-05-21T15:00+08:00";
const JUST_BEFORE = ["2020-05-21T16:59:40+08:00", "2020-05-21T17:29:40+08:00"] as const;
/** At their phones at once; and how long each waits for an answer before they begin again, in milliseconds. */
const AT_ONCE = 40;
const PATIENCE = 15_000;
/** What is leased now is owed again by then, unless it was done, on the bot's clock. */
const LEASES = 4 * MINUTE;
/** Longer than any lease at the speed of a rehearsal, in milliseconds. */
const SETTLES_WITHIN = 300_000;

/**
 * Plays the last two hours of a round on several instances of the real bot on one PostgreSQL: they are killed and hang, the
 * database crashes once, all of them are renewed while they work. Then everything is audited.
 */
export async function playOnInstances(options: RoundOptions, say: (line: string) => void): Promise<Outcome> {
  const { ground, units, instances, seed, speed, faster } = options;
  const began = performance.now();
  const folder = await mkdtemp(join(tmpdir(), "baosong-instances-"));
  const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const { channel } = ground;
  const roster = castOn(ground, flow, units);
  const file = join(folder, "roster.yaml");
  await writeFile(file, rosterText(roster));
  const cluster = await startCluster();
  const url = await cluster.database();
  let fleet: Fleet | undefined;
  const stage = await ground.open({ roster, faster, speed, urls: () => fleet?.urls() ?? [] });
  const duty = watchDuty(url);
  let clockStart = BEGINS;
  try {
    fleet = await startFleet(
      instances,
      folder,
      (name) => ({
        BAOSONG_ROSTER: file,
        DATABASE_URL: `${url}?application_name=${name}`,
        ...stage.environment,
        CLOCK_START: clockStart,
        CLOCK_SPEED: String(speed),
        FASTER: String(faster),
        LOG_LEVEL: "warn",
      }),
      say,
    );
    const books = booksOfAll();
    const liaisons = roster.people.filter(({ role }) => role === "liaison");
    const busy = liaisons.filter((_, index) => index % 10 !== 9);
    const addressOf = ({ addresses }: Addressed) => addresses[channel] ?? "";
    const byAddress = new Map(liaisons.map((member) => [addressOf(member), member.id]));
    const playing = stage.play(busy.map(addressOf), {
      begin: (person) => (reportsNothing(numberIn(person)) ? "零报告" : "填报"),
      patience: PATIENCE,
      atOnce: AT_ONCE,
      did: (person, done) => books.did(byAddress.get(person) ?? "", `${channel}/${person}`, done),
    });
    const disturbing = disturb({ fleet, duty, cluster, luck: chance(seed), every: options.every, say });
    const telling = setInterval(
      () => say(`${playing.receipts()} of ${busy.length} have their receipt, ${books.acknowledged()} answers`),
      10_000,
    );
    await when(() => playing.receipts() > busy.length / 2);
    await disturbing.crash();
    await playing.done;
    clearInterval(telling);
    const leadership = roster.groups.find((group) => group.leadership);
    const group = leadership ? addressOf(leadership) : "";
    for (const at of JUST_BEFORE) {
      say(`all are renewed, and it is ${at}`);
      clockStart = at;
      await disturbing.peacefully(async () => fleet?.renew());
      if (at === JUST_BEFORE[0]) await when(() => isPosted(stage, group));
    }
    const silent = liaisons.filter((member) => !busy.includes(member)).map(addressOf);
    await when(() => silent.every((person) => stage.shown(person).some(isOverdue)));
    const disturbed = await disturbing.stop();
    await when(() => stage.underWay() === 0);
    const left = await settled(url, file);
    await fleet.stop();
    const { codes, strange } = fleet.said();
    const about = { url, channel, stage, books, flow: flow.id, round, liaisons, group };
    const audited = await audit({ ...about, reported: new Set(busy.map(({ id }) => id)) });
    return {
      ...audited,
      ...disturbed,
      acts: books.acts(),
      acknowledged: books.acknowledged(),
      unacknowledged: books.unacknowledged(),
      waits: books.waits(),
      owed: left,
      counts: stage.counts(),
      seconds: (performance.now() - began) / 1_000,
      codes,
      strange,
    };
  } finally {
    await fleet?.stop();
    await duty.stop();
    await stage.stop();
    await cluster.stop();
    await rm(folder, { recursive: true });
  }
}

type Addressed = { readonly addresses: Readonly<Record<string, string>> };
const isOverdue = ({ text }: { readonly text: string }) => text.includes("您单位记为未报");

function isPosted(stage: Stage, group: string): boolean {
  return stage.shown(group).some(({ isFile }) => isFile);
}

function when(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const looking = setInterval(() => {
      if (!holds()) return;
      clearInterval(looking);
      resolve();
    }, 100);
  });
}

/** Waits until nothing is owed any more; gives what still is after a while. */
async function settled(url: string, roster: string): Promise<readonly string[]> {
  const store = await openPostgres(url);
  try {
    const clock = rehearsalClock((await clockPosition(store)) ?? 0, 0);
    const campaign = readCampaign({ BAOSONG_FLOWS: "flows", BAOSONG_ROSTER: roster });
    const parts = { exports, form: makeForm, picture: makePicture, chart: makeChart, imports: [], secrets };
    const log = pino({ level: "silent" });
    const { house } = await createBot({ store, ...campaign, ...parts, clock, log, language: "zh-CN" });
    const until = performance.now() + SETTLES_WITHIN;
    for (;;) {
      const found: string[] = [];
      for (const running of house.flows) {
        const duties = await dutiesOf(house, running);
        for (const { key } of owed(duties, clock.now() + LEASES).owed) found.push(key);
      }
      if (found.length === 0 || performance.now() > until) return found;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  } finally {
    await store.close();
  }
}
