import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Entry, reportKey } from "../../src/core/entry.ts";
import { askedOf } from "../../src/core/flow/flow.ts";
import { type LowdbStore, openLowdb } from "../../src/store/lowdb/index.ts";
import { flowFrom } from "../interview/talk.ts";
import { type Figure, median, quantile } from "./figure.ts";

const flow = flowFrom("flows/epidemic-supplies-weekly.yaml");
const ids = askedOf(flow, "market-regulation").map((place) => place.id);
const ROUNDS = 17;
const UNITS = 3000;

/** A stored report: 288 figures, as one answer and its submission. */
async function put(store: LowdbStore, round: number, unit: number): Promise<void> {
  const key = reportKey(flow.id, `2020-01-${String(round + 1).padStart(2, "0")}`, `u${unit}`);
  const cells = Object.fromEntries(ids.map((id, index) => [id, (unit * 7 + index * 13 + round) % 400]));
  const head = { at: round * 1e6 + unit, by: "liaison", channel: "simulator" };
  const entries: Entry[] = [
    { ...head, id: `a${round}-${unit}`, kind: "answered", screen: "all", cells },
    { ...head, id: `s${round}-${unit}`, kind: "submitted", number: `FY${round}-${unit}`, late: false, zero: false },
  ];
  await store.change([key], () => entries.map((entry) => ({ key, entry })));
}

/** Starting, memory and single answers with 51,000 reports stored; the store alone with one and fifty writers. */
export async function benchStored(say: (line: string) => void): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "baosong-stored-"));
  try {
    const store = await openLowdb({ folder });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let unit = 0; unit < UNITS; unit += 100)
        await Promise.all(Array.from({ length: 100 }, (_, index) => put(store, round, unit + index)));
      say(`stored ${(round + 1) * UNITS} reports`);
    }
    await store.folded();
    const writers = [await write(store, 1, 1500), await write(store, 50, 15_000)];
    await store.folded();
    await store.close();
    const starts = Array.from({ length: 3 }, () => startOnce(folder));
    return [
      { name: "store-1 (one durable cell)", value: Math.round(writers[0]?.perSecond ?? 0), unit: "changes/s" },
      { name: "store-50 (one durable cell)", value: Math.round(writers[1]?.perSecond ?? 0), unit: "changes/s" },
      { name: "store-50 p99", value: Math.round((writers[1]?.p99 ?? 0) * 100) / 100, unit: "ms" },
      { name: "start with 51,000 reports", value: Math.round(median(starts.map(({ ms }) => ms))), unit: "ms" },
      {
        name: "memory after start with 51,000 reports",
        value: Math.round(median(starts.map(({ rss }) => rss))),
        unit: "MB",
      },
      {
        name: "figures of a round of 3,000 reports, first time",
        value: Math.round(median(starts.map(({ figures }) => figures))),
        unit: "ms",
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function write(store: LowdbStore, writers: number, changes: number) {
  const samples: number[] = [];
  const one = async (writer: number) => {
    const key = reportKey(flow.id, "2020-02-01", `w${writer}`);
    for (let turn = 0; turn < changes / writers; turn += 1) {
      const began = performance.now();
      const entry: Entry = {
        id: `w${writer}-${turn}`,
        at: turn,
        by: "liaison",
        kind: "answered",
        screen: "s",
        cells: { "mask.screening.screened": turn },
      };
      await store.change([key], () => [{ key, entry }]);
      samples.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: writers }, (_, writer) => one(writer)));
  return { perSecond: (samples.length / (performance.now() - began)) * 1000, p99: quantile(samples, 0.99) };
}

function startOnce(folder: string): { ms: number; rss: number; figures: number } {
  const script = fileURLToPath(new URL("./start-once.ts", import.meta.url));
  const ran = spawnSync(process.execPath, ["--import", "tsx", script, folder], { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout);
}
