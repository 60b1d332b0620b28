import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Entry, reportKey } from "../../src/core/entry.ts";
import { askedOf } from "../../src/core/flow/flow.ts";
import { type LowdbStore, openLowdb } from "../../src/store/lowdb/index.ts";
import { flowFrom } from "../interview/talk.ts";
import { type Bench, median } from "./figure.ts";

const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
const ids = askedOf(flow, "market-regulation").map((place) => place.id);
const ROUNDS = 17;
const UNITS = 3000;
const RUNS = 5;

const roundOf = (round: number) => `2020-01-${String(round + 1).padStart(2, "0")}`;

/** A stored report: 288 figures, as one answer and its submission. */
async function put(store: LowdbStore, round: number, unit: number): Promise<void> {
  const key = reportKey(flow.id, roundOf(round), `u${unit}`);
  const cells = Object.fromEntries(ids.map((id, index) => [id, (unit * 7 + index * 13 + round) % 400]));
  const head = { at: round * 1e6 + unit, by: "liaison", channel: "simulator" };
  const entries: Entry[] = [
    { ...head, id: `a${round}-${unit}`, kind: "answered", screen: "all", cells },
    { ...head, id: `s${round}-${unit}`, kind: "submitted", number: `FY${round}-${unit}`, late: false, zero: false },
  ];
  await store.change([key], () => entries.map((entry) => ({ key, entry })));
}

/** Starting and memory with 51,000 reports stored, 3,000 of them in the open round; reading the same bytes beside it. */
export const benchStored: Bench = async (say) => {
  const folder = await mkdtemp(join(tmpdir(), "baosong-stored-"));
  try {
    const store = await openLowdb({ folder });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let unit = 0; unit < UNITS; unit += 100)
        await Promise.all(Array.from({ length: 100 }, (_, index) => put(store, round, unit + index)));
      say(`stored ${(round + 1) * UNITS} reports`);
    }
    await store.folded();
    await store.close();
    const open = roundOf(ROUNDS - 1);
    const runs = Array.from({ length: RUNS }, () => ({
      start: once(folder, "start", open),
      bytes: once(folder, "bytes", open),
      closed: once(folder, "closed", roundOf(2)),
    }));
    const start = Math.round(median(runs.map((run) => run.start.ms)));
    const bytes = Math.round(median(runs.map((run) => run.bytes.ms)));
    const ratio = Number((start / bytes).toPrecision(3));
    const heap = Math.round(median(runs.map((run) => run.start.heap)));
    const json = Math.round(median(runs.map((run) => run.start.json)));
    const weight = Number((heap / json).toPrecision(3));
    return [
      {
        name: `start: ${ROUNDS * UNITS} reports, ${UNITS} of them open`,
        value: start,
        unit: "ms",
        peer: `the same bytes read and parsed ${bytes} ms`,
        ratio,
        target: "≤ 1.5 ×",
        met: ratio <= 1.5,
      },
      {
        name: "memory for each report of the open round",
        value: heap,
        unit: "bytes",
        peer: `its JSON ${json} bytes`,
        ratio: weight,
        target: "≤ 1.5 ×",
        met: weight <= 1.5,
      },
      { name: "memory of the process then", value: Math.round(median(runs.map((run) => run.start.rss))), unit: "MB" },
      {
        name: "figures of a closed round, first time",
        value: Math.round(median(runs.map((run) => run.closed.ms))),
        unit: "ms",
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
};

const found = z.object({ ms: z.number(), rss: z.number(), json: z.number().default(0), heap: z.number().default(0) });

function once(folder: string, how: string, round: string): z.infer<typeof found> {
  const script = fileURLToPath(new URL("./start-once.ts", import.meta.url));
  const args = ["--expose-gc", "--import", "tsx", script, folder, how, flow.id, round, String(UNITS)];
  const ran = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return found.parse(JSON.parse(ran.stdout));
}
