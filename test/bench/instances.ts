import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { booksOfAll } from "../instances/books.ts";
import { castOn, rosterText } from "../instances/cast.ts";
import { type Fleet, startFleet } from "../instances/fleet.ts";
import { telegram } from "../instances/platforms/telegram.ts";
import { flowFrom } from "../interview/talk.ts";
import { programs, startCluster } from "../store/cluster.ts";
import { type Bench, type Figure, quantile } from "./figure.ts";
import { secondsOf } from "./processor.ts";

const LIAISONS = 240;
const AT_ONCE = 60;
/** Reports before it is measured, and after: what is not warm, and what is not busy. */
const WARM = 40;
const TAIL = 30;
/** The platform's seconds are so many times as short that no limit is met: it is not what is measured. */
const FASTER = 1_000;

/**
 * Answers through the whole path of the real bot, one, two and three processes of it: a platform that calls by webhook, a
 * balancer, PostgreSQL with every commit synced; and what processor time an answer takes, by whose it is.
 */
export const benchInstances: Bench = async (say) => {
  if (programs === undefined) return [{ name: "instances", value: 0, unit: "", peer: "PostgreSQL: not installed" }];
  const figures: Figure[] = [];
  for (const instances of [1, 2, 3]) {
    const { perSecond, p99, bot, database, around } = await throughput(instances, say);
    const ms = (each: number) => `${each.toFixed(1)} ms`;
    const share = Math.round((database / (bot + database + around)) * 100);
    figures.push({
      name: `instances: ${instances} on ${cpus().length} cores, p99 ${Math.round(p99)} ms`,
      value: Math.round(perSecond),
      unit: "answers/s",
      peer: `processor time an answer: bot ${ms(bot)}, database ${ms(database)} (${share} %), platform, phones and balancer ${ms(around)}`,
    });
  }
  return figures;
};

type Throughput = {
  readonly perSecond: number;
  readonly p99: number;
  /** Processor time of one answer, in milliseconds. */
  readonly bot: number;
  readonly database: number;
  readonly around: number;
};

async function throughput(instances: number, say: (line: string) => void): Promise<Throughput> {
  const folder = await mkdtemp(join(tmpdir(), "baosong-bench-"));
  const roster = castOn(telegram, flowFrom("flows/epidemic-supplies-weekly.yaml"), LIAISONS);
  const file = join(folder, "roster.yaml");
  await writeFile(file, rosterText(roster));
  const accounts = roster.people.flatMap(({ role, addresses }) =>
    role === "liaison" ? (addresses.telegram ?? []) : [],
  );
  const cluster = await startCluster();
  const url = await cluster.database();
  let fleet: Fleet | undefined;
  const stage = await telegram.open({ roster, faster: FASTER, speed: 0, urls: () => fleet?.urls() ?? [] });
  try {
    const environment = () => ({
      BAOSONG_ROSTER: file,
      DATABASE_URL: url,
      ...stage.environment,
      CLOCK_SPEED: "0",
      FASTER: String(FASTER),
      LOG_LEVEL: "warn",
    });
    fleet = await startFleet(instances, folder, environment, say);
    const bots = fleet.pids();
    const books = booksOfAll();
    const playing = stage.play(accounts, {
      atOnce: AT_ONCE,
      patience: 60_000,
      did: (account, done) => books.did(account, `telegram/${account}`, done),
    });
    const reached = async (receipts: number) => {
      while (playing.receipts() < receipts) await new Promise((resolve) => setTimeout(resolve, 20));
      const own = process.cpuUsage();
      return {
        at: performance.now(),
        answers: books.acknowledged(),
        bot: secondsOf(bots),
        database: secondsOf([cluster.pid()]),
        around: (own.user + own.system) / 1e6,
      };
    };
    const before = await reached(WARM);
    const after = await reached(LIAISONS - TAIL);
    await playing.done;
    const answers = after.answers - before.answers;
    const each = (of: "bot" | "database" | "around") => ((after[of] - before[of]) * 1_000) / answers;
    return {
      perSecond: (answers * 1_000) / (after.at - before.at),
      p99: quantile(books.waits(), 0.99),
      bot: each("bot"),
      database: each("database"),
      around: each("around"),
    };
  } finally {
    await fleet?.stop();
    await stage.stop();
    await cluster.stop();
    await rm(folder, { recursive: true });
  }
}
