import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { chance } from "../../src/app/rehearsal/chance.ts";
import { isoWithOffset, parseIso } from "../../src/core/calendar/words.ts";
import type { Flow } from "../../src/core/flow/flow.ts";
import { HOUR } from "../../src/core/time.ts";
import { flowFrom } from "../interview/talk.ts";
import { exampleRoster } from "../world.ts";
import { audit, type Findings } from "./audit.ts";
import { booksOf } from "./books.ts";
import { playRound } from "./campaign.ts";
import { emptyTally, type Lives, livesOn, type Tally } from "./lives.ts";
import { phones } from "./phone.ts";

export type TortureOptions = {
  readonly kills: number;
  readonly seed: number;
  /** How many units report. */
  readonly units: number;
};

/** What a torture came to: figures, and a sentence for everything that was wrong. */
export type Tortured = Tally & {
  readonly rounds: number;
  readonly acts: number;
  readonly repeats: number;
  readonly entries: number;
  readonly wrong: readonly { readonly seed: number; readonly findings: Findings }[];
};

/**
 * Plays rounds on the real bot, each in a folder of its own and with the next seed, while it is killed at random moments
 * on a disk and a clock that misbehave, until it was killed so many times; each round is played to its end and audited.
 */
export async function torture(options: TortureOptions, say: (line: string) => void): Promise<Tortured> {
  const tally = emptyTally();
  const wrong: { seed: number; findings: Findings }[] = [];
  let [rounds, acts, repeats, entries] = [0, 0, 0, 0];
  for (let seed = options.seed; tally.kills < options.kills; seed += 1) {
    const played = await tortureRound(seed, options, tally);
    rounds += 1;
    acts += played.acts;
    repeats += played.repeats;
    entries += played.entries;
    const { findings } = played;
    const bad = Object.values(findings).some((each) => each.length > 0);
    if (bad) wrong.push({ seed, findings });
    say(`seed ${seed}: ${tally.kills} kills, ${acts} acts, ${repeats} repeats, ${wrong.length} rounds wrong`);
    for (const each of Object.values(findings).flat().slice(0, 5)) say(`  ${each}`);
    for (const each of tally.uncaught.slice(-3)) say(`  uncaught: ${each}`);
  }
  return { ...tally, rounds, acts, repeats, entries, wrong };
}

/** As the bot has them, and so short that it folds at every turn. */
const segmentSizes = [undefined, 150_000, 40_000] as const;
const none: Findings = { lost: [], doubled: [], broken: [], owed: [] };

async function tortureRound(seed: number, { kills, units }: TortureOptions, tally: Tally) {
  const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
  const roster = exampleRoster();
  const folder = await mkdtemp(join(tmpdir(), "baosong-torture-"));
  const luck = chance(seed);
  const books = booksOf(folder);
  let now = 0;
  const lives = livesOn(
    {
      folder,
      books,
      chance: luck,
      now: () => now || (parseIso("2020-05-19T09:00+08:00") ?? 0),
      segmentSize: segmentSizes[seed % segmentSizes.length],
    },
    tally,
  );
  const reporting = roster.units.filter(({ reports, department }) => reports && flow.asks[department ?? ""]);
  const phone = phones(books, lives.up, (what) => tally.uncaught.push(what));
  let over = false;
  const played = playRound({
    flow,
    units: shuffled(reporting, luck.next).slice(0, units),
    seed,
    phones: phone,
    moveTo: async (to) => {
      now = await moveClock(lives, flow, to);
    },
  }).finally(() => {
    over = true;
  });
  const living = lives.killUntil(() => over, kills);
  const [outcome] = await Promise.allSettled([played]);
  const last = await living;
  // Whatever the last death left in the air has its lease run out and is sent by a bot that nobody harms.
  if (outcome.status === "fulfilled") now = await moveClock(lives, flow, now + HOUR);
  last.kill();
  await last.ended;
  if (outcome.status === "rejected") {
    // The folder stays for whoever looks into it.
    tally.uncaught.push(`seed ${seed} came to no end in ${folder}: ${outcome.reason}`);
    return { findings: none, acts: phone.acts(), repeats: phone.repeats(), entries: books.entries() };
  }
  const findings = await audit({ folder, books, flow, roster, ...outcome.value, now });
  await rm(folder, { recursive: true });
  return { findings, acts: phone.acts(), repeats: phone.repeats(), entries: books.entries() };
}

const clock = z.object({ now: z.string() });
/** Longer than any move takes over any number of deaths, in milliseconds. */
const MOVES_WITHIN = 600_000;

/** Moves the clock to an instant, as often as it takes; gives where it stands then, which is later after a jump. */
async function moveClock(lives: Lives, flow: Flow, to: number): Promise<number> {
  lives.moving(true);
  const until = performance.now() + MOVES_WITHIN;
  try {
    while (performance.now() < until) {
      const url = await lives.up();
      const stands = await fetch(`${url}/api/clock`)
        .then(async (response) => parseIso(clock.parse(await response.json()).now))
        .catch(() => undefined);
      const target = Math.max(to, stands ?? 0);
      const body = JSON.stringify({ now: isoWithOffset(target, flow.calendar.zone) });
      const headers = { "content-type": "application/json" };
      const moved = await fetch(`${url}/api/clock`, { method: "POST", headers, body }).catch(() => undefined);
      if (moved?.status === 200) return target;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    throw new Error(`the clock could not be moved within ${MOVES_WITHIN / 1_000} s`);
  } finally {
    lives.moving(false);
  }
}

function shuffled<T>(all: readonly T[], next: () => number): readonly T[] {
  return all
    .map((each) => [next(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each);
}
