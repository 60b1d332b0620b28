import type { Chance } from "../../src/app/rehearsal/chance.ts";
import type { Cluster } from "../store/cluster.ts";
import { type DutyWatch, takenOverAfter } from "./duty.ts";
import type { Fleet } from "./fleet.ts";

/** What was done to the instances and their database, and how soon another was on duty, in milliseconds. */
export type Disturbed = {
  readonly kills: number;
  readonly hung: number;
  readonly crashes: number;
  readonly renewals: number;
  /** After the one on duty was killed; after it hung; after the database was back. */
  readonly takenOver: {
    readonly killed: readonly number[];
    readonly hung: readonly number[];
    readonly crash: readonly number[];
  };
};

export type Disturbing = {
  /** Crashes the database and lets it start again after a while. */
  crash(): Promise<void>;
  /** Does something while nobody is killed. */
  peacefully(work: () => Promise<unknown>): Promise<void>;
  stop(): Promise<Disturbed>;
};

type Parts = {
  readonly fleet: Fleet;
  readonly duty: DutyWatch;
  readonly cluster: Cluster;
  readonly luck: Chance;
  readonly every: number;
  readonly say: (line: string) => void;
};

/** How long the database is away, and an instance hangs, in milliseconds. */
const DOWN = 2_000;
const HANGS = 20_000;
/** Nobody waits longer for an heir. */
const NOBODY = 60_000;

/** Kills an instance so often, every other time the one on duty; now and then it hangs before it dies. */
export function disturb({ fleet, duty, cluster, luck, every, say }: Parts): Disturbing {
  const takenOver = { killed: [] as number[], hung: [] as number[], crash: [] as number[] };
  let [kills, hung, crashes, renewals, over] = [0, 0, 0, 0, false];
  let peace = Promise.resolve();
  let busy = Promise.resolve();
  let wake = () => {};

  const heirAfter = async (from: number, name: string | undefined): Promise<readonly number[]> => {
    for (const until = performance.now() + NOBODY; performance.now() < until; await pause(50)) {
      const after = takenOverAfter(duty.changes, from, name);
      if (after !== undefined) return [after];
    }
    return [NOBODY];
  };
  const strike = async (): Promise<void> => {
    const all = fleet.names();
    const holder = duty.holder();
    const [first = "", ...rest] = all;
    const victim = holder !== undefined && luck.happens(0.5) ? holder : luck.oneOf([first, ...rest]);
    if (victim === "" || !all.includes(victim)) return;
    const began = performance.now();
    if (luck.happens(0.15)) {
      hung += 1;
      say(`${victim} hangs${victim === holder ? ", on duty" : ""}`);
      const hanging = fleet.hang(victim, HANGS);
      if (victim === holder) takenOver.hung.push(...(await heirAfter(began, victim)));
      await hanging;
      return;
    }
    kills += 1;
    say(`${victim} is killed${victim === holder ? ", on duty" : ""}`);
    fleet.kill(victim);
    if (victim === holder) takenOver.killed.push(...(await heirAfter(began, victim)));
  };
  const striking = (async () => {
    while (!over) {
      await Promise.race([pause(every), new Promise<void>((resolve) => (wake = resolve))]);
      await peace;
      if (over) return;
      busy = strike();
      await busy;
    }
  })();

  return {
    crash: async () => {
      crashes += 1;
      say("the database crashes");
      await cluster.restart("immediate", DOWN);
      takenOver.crash.push(...(await heirAfter(performance.now(), undefined)));
    },
    peacefully: async (work) => {
      renewals += 1;
      await busy;
      peace = work().then(() => undefined);
      await peace;
    },
    stop: async () => {
      over = true;
      wake();
      await striking;
      return { kills, hung, crashes, renewals, takenOver };
    },
  };
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
