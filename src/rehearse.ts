import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { z } from "zod";
import { type Rehearsed, rehearse } from "./app/rehearsal/rehearse.ts";
import { readCampaign } from "./campaign.ts";
import { makeChart, makeForm, makePicture, workbook } from "./exports/index.ts";
import { StartError } from "./failures.ts";
import { secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { openLowdb } from "./store/lowdb/index.ts";
import { writeFiles } from "./written.ts";

export type RehearseOptions = {
  readonly units: string;
  readonly rounds: string;
  readonly seed: string;
  readonly to: string;
};

const whole = z.coerce.number().int();
const optionsShape = z.object({
  units: whole.min(1).max(20_000),
  rounds: whole.min(1).max(500),
  seed: whole,
  to: z.string().min(1),
});

/** Plays a rehearsal in a store of its own, with a progress bar; gives the exit code: 1 where a total was wrong. */
export async function rehearseFromCommandLine(given: RehearseOptions, settings: Settings): Promise<number> {
  const read = optionsShape.safeParse(given);
  if (!read.success) throw new StartError("rehearse-options", { key: "rehearse-options" });
  const { units, rounds, seed, to } = read.data;
  const { flows, roster } = readCampaign(settings);
  const kept = join(to, `seed-${seed}`);
  await writeFiles(kept, []);
  const folder = await mkdtemp(join(tmpdir(), "baosong-rehearsal-"));
  const store = await openLowdb({ folder });
  const began = performance.now();
  try {
    const log = pino({ level: "silent" });
    const result = await rehearse(
      {
        store,
        flows,
        roster,
        form: makeForm,
        secrets,
        picture: makePicture,
        chart: makeChart,
        imports: [],
        exports: [workbook],
        log,
        language: settings.BAOSONG_LANGUAGE,
      },
      {
        units,
        rounds,
        seed,
        progress: bar,
        keep: (files) => writeFiles(kept, files),
      },
    );
    process.stderr.write("\n");
    process.stdout.write(`${summary(result, kept, (performance.now() - began) / 1000)}\n`);
    return result.wrong.length === 0 ? 0 : 1;
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

const WIDTH = 30;

function bar(done: number, of: number, round: string): void {
  const full = Math.round((done / of) * WIDTH);
  // On a terminal the bar stays in its line; in a log one line a round is enough.
  if (process.stderr.isTTY)
    process.stderr.write(`\r${round} ${"▓".repeat(full)}${"░".repeat(WIDTH - full)} ${done}/${of} `);
  else if (done === of) process.stderr.write(`${round} ${"▓".repeat(WIDTH)} ${done}/${of}\n`);
}

function summary(result: Rehearsed, kept: string, seconds: number): string {
  const lines = [
    `rounds played        ${result.rounds}`,
    `reports sent         ${result.reports} (${result.late} late, ${result.missing} never came, ${result.corrections} corrected)`,
    `messages from people ${result.messages}`,
    `messages from the bot ${result.sent}`,
    `workbooks            ${result.files} in ${kept}`,
    `totals checked       ${result.cellsChecked} cells against an independent sum, ${result.wrong.length} wrong`,
    `took                 ${seconds.toFixed(1)} s`,
  ];
  return [...lines, ...result.wrong.slice(0, 20)].join("\n");
}
