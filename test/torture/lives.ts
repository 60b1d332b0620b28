import type { Chance } from "../../src/app/rehearsal/chance.ts";
import type { Instant } from "../../src/core/time.ts";
import type { Books } from "./books.ts";
import { type Fault, faults } from "./fault.ts";
import { untilFolding, withOtherRules } from "./folding.ts";
import { type Life, live } from "./process.ts";
import { tear } from "./tear.ts";
import { whereabouts } from "./whereabouts.ts";

/** Which moment of its life the bot is killed at. */
const moments = ["starting", "just-started", "answering", "answering", "clock-moving"] as const;
/** Long segments are not folded while anybody waits for it. */
type Moment = (typeof moments)[number] | "folding";
/** As long as a start takes on a slow machine; a bot that is not there after it counts as hung, in milliseconds. */
const HUNG = 60_000;

/** So long a life is watched for a checkpoint being written; with long segments there may be none. */
const FOLDS_WITHIN = 2_500;

/** What came of the lives so far; told by name, and counted. */
export type Tally = {
  kills: number;
  readonly moments: Record<string, number>;
  readonly faults: Record<string, number>;
  /** Lives in which nothing was killed: the disk failed so early that the bot refused to start, with a sentence. */
  refused: number;
  readonly uncaught: string[];
  readyMax: number;
};
export const emptyTally = (): Tally => ({ kills: 0, moments: {}, faults: {}, refused: 0, uncaught: [], readyMax: 0 });
const count = (into: Record<string, number>, name: string) => {
  into[name] = (into[name] ?? 0) + 1;
};

/** The bot on one folder, one life after the other. */
export type Lives = {
  /** Where the bot answers, as soon as it does. Rejects where it starts no more. */
  up(): Promise<string>;
  /** Told by whoever moves the clock, so that a kill can fall into it. */
  moving(is: boolean): void;
  /** Lets the bot live and kills it, until the work is over or so many were killed; then lets it live on. */
  killUntil(over: () => boolean, most: number): Promise<Life>;
};

type Where = {
  readonly folder: string;
  readonly books: Books;
  readonly chance: Chance;
  readonly now: () => Instant;
  /** Bytes of the journal's segments: with short ones the bot folds all the time. */
  readonly segmentSize?: number | undefined;
};

export function livesOn({ folder, books, chance, now, segmentSize }: Where, tally: Tally): Lives {
  let last: Life | undefined;
  let moves = false;
  const { up, stands } = whereabouts(() => last?.said() ?? "nothing");
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  const begin = async (fault: Fault | undefined): Promise<Life> => {
    const life = live(folder, {
      ...fault?.start(chance, now()),
      ...(segmentSize === undefined ? {} : { segmentSize }),
    });
    last = life;
    void life.ready.then((at) => {
      if (at === undefined) return;
      stands(at);
      tally.readyMax = Math.max(tally.readyMax, life.readyAfter() ?? 0);
    });
    return life;
  };

  const untilMoment = async (life: Life, moment: Moment): Promise<void> => {
    if (moment === "starting") return void (await pause(chance.whole(0, 1_500)));
    const hung = await Promise.race([life.ready.then(() => false), pause(HUNG).then(() => true)]);
    if (hung) return void tally.uncaught.push(`it was not ready after ${HUNG / 1_000} s: ${life.said().slice(-300)}`);
    switch (moment) {
      case "folding":
        if (await untilFolding(folder, FOLDS_WITHIN)) await pause(chance.whole(0, 25));
        else count(tally.moments, "folding-not-seen");
        return;
      case "just-started":
        return void (await pause(chance.whole(0, 15)));
      case "answering":
        return void (await pause(chance.whole(10, 900)));
      case "clock-moving":
        for (let waited = 0; !moves && waited < 900; waited += 5) await pause(5);
        return void (await pause(chance.whole(0, 250)));
    }
  };

  /** One life with its death; what it said meanwhile is looked through. */
  const once = async (): Promise<void> => {
    const fault = chance.happens(0.45) ? chance.oneOf(faults) : undefined;
    const moment = chance.oneOf(segmentSize === undefined ? moments : ([...moments, "folding", "folding"] as const));
    const life = await begin(fault);
    if (fault) count(tally.faults, fault.name);
    if (fault?.refuses) return refusal(life);
    await untilMoment(life, moment);
    stands(undefined);
    life.kill();
    const { killed, code } = await life.ended;
    // A bot whose disk fails while it starts ends with a sentence: that is no crash.
    const refusedToStart = fault !== undefined && code === 1 && /^\[store-(?:unknown|refused)\] /m.test(life.said());
    if (refusedToStart) {
      tally.refused += 1;
      return books.read();
    }
    if (!killed || code !== null) tally.uncaught.push(`it ended by itself with ${code}: ${life.said().slice(-1_000)}`);
    tally.kills += 1;
    count(tally.moments, moment);
    heard(life);
    const torn = chance.happens(0.3) ? await tear(folder, books, chance) : undefined;
    if (torn) count(tally.faults, torn);
    if (chance.happens(0.1) && (await withOtherRules(folder))) count(tally.faults, "other-rules");
    await books.read();
  };

  /** It must end by itself, soon, with a sentence. */
  const refusal = async (life: Life): Promise<void> => {
    const late = setTimeout(() => life.kill(), HUNG);
    const { code, killed } = await life.ended;
    clearTimeout(late);
    if (killed || code !== 1 || !/^\[store-refused\] .*EROFS.*\n +-> ./.test(life.said()))
      tally.uncaught.push(`on a read-only folder it ended with ${code} and said ${life.said().slice(0, 300)}`);
  };

  const heard = (life: Life): void => {
    for (const line of life
      .said()
      .split("\n")
      .filter((each) => each !== "")) {
      // A line that is not the log's is a stack or a warning of the runtime; the last one may be cut by the kill.
      if (/^\{"level":\d+,/.test(line)) continue;
      if (!life.said().endsWith("\n") && life.said().endsWith(line)) continue;
      tally.uncaught.push(line.slice(0, 300));
      return;
    }
  };

  return {
    up,
    moving: (is) => {
      moves = is;
    },
    killUntil: async (over, most) => {
      while (!over() && tally.kills < most) await once();
      return begin(undefined);
    },
  };
}
