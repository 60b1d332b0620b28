import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { questionsIn } from "../../src/app/asking.ts";
import { createBot } from "../../src/app/bot.ts";
import { rehearsalClock } from "../../src/app/clock.ts";
import { fileBlocks } from "../../src/app/files.ts";
import { returnFor } from "../../src/app/returns.ts";
import { summaryBlocks } from "../../src/app/summary.ts";
import { summaryPicture } from "../../src/app/summary-pictures.ts";
import { plannedRounds } from "../../src/core/calendar/rounds.ts";
import { type Entry, reportKey, roundKey } from "../../src/core/entry.ts";
import { askedOf } from "../../src/core/flow/flow.ts";
import { loadFlow } from "../../src/core/flow/load.ts";
import type { Roster, Unit } from "../../src/core/roster.ts";
import { makeChart, makeForm, makePicture, workbook } from "../../src/exports/index.ts";
import { secrets } from "../../src/secrets.ts";
import { openLowdb } from "../../src/store/lowdb/index.ts";
import type { Store } from "../../src/store/store.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { campaignText } from "../flow/files.ts";
import { type Figure, median, quantile } from "./figure.ts";

const UNITS = 3000;
const CITIES = 30;
const ASKED = 200;

/** The shipped flow with a round more: seven. */
function sevenRounds() {
  const loaded = loadFlow(campaignText.replace("last_due: 2020-06-25", "last_due: 2020-07-02"), "bench");
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.flow;
}

function bigRoster(): Roster {
  const units: Unit[] = [{ id: "top", name: "全省", short: "全省", reports: false }];
  for (let city = 0; city < CITIES; city += 1) {
    units.push({ id: `c${city}`, name: `${city}市`, short: `${city}市`, parent: "top", reports: false });
    for (let of = 0; of < UNITS / CITIES; of += 1) {
      const name = `${city}市${of}局`;
      const own = { id: `u${city}-${of}`, name, short: name, parent: `c${city}`, reports: true };
      units.push({ ...own, department: "market-regulation" });
    }
  }
  const people = [{ id: "chief", name: "局长", role: "leader" as const, unit: "top", addresses: {} }];
  return { departments: { "market-regulation": "市场监管" }, units, people, groups: [] };
}

/** What a leader waits for with 3,000 units and seven rounds: text, picture, workbook; a report changes before each. */
export async function benchSummary(say: (line: string) => void): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "baosong-summary-"));
  const flow = sevenRounds();
  const roster = bigRoster();
  const units = roster.units.flatMap(({ id, reports }) => (reports ? [id] : []));
  const store = await openLowdb({ folder });
  try {
    const now = Date.UTC(2020, 6, 1, 4);
    const rounds = plannedRounds(flow.calendar, now);
    for (const { id, number, due, covers } of rounds) {
      const opened = { kind: "opened", number, due, covers, units, flowHash: flow.hash } as const;
      const key = roundKey(flow.id, id);
      await store.change([key], () => [{ key, entry: { ...opened, id: `open/${id}`, at: due, by: "bot" } }]);
      for (let at = 0; at < units.length; at += 100)
        await Promise.all(
          units.slice(at, at + 100).map((unit, index) => put(store, flow, id, unit, at + index + number)),
        );
      say(`stored round ${number}`);
    }
    await store.folded();
    const before = process.memoryUsage().rss;
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
    const { house } = bot;
    const member = house.people.member("chief");
    if (!member) throw new Error("no leader");
    const newest = rounds.at(-1)?.id ?? "";
    const ask = async (words: string, turn: number) => {
      await put(store, flow, newest, units[turn * 7] ?? "", turn);
      const began = performance.now();
      const read = questionsIn(house, member, "summary", words, [
        "unit",
        "department",
        "row",
        "figures",
        "by",
        "drafts",
      ]);
      const [question] = "questions" in read ? read.questions : [];
      if (!question) throw new Error(words);
      wordingOf("zh-CN").blocks(await summaryBlocks(house, question, () => true));
      return { ms: performance.now() - began, question };
    };
    const first = (await ask("", 0)).ms;
    const round: number[] = [];
    const cumulative: number[] = [];
    for (let turn = 1; turn <= ASKED; turn += 1) {
      round.push((await ask("", turn)).ms);
      cumulative.push((await ask("全部 累计 7市", turn)).ms);
    }
    const { question } = await ask("", 1);
    const pictures: number[] = [];
    const workbooks: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const start = performance.now();
      const of = await returnFor(house, question, () => true, "zh-CN");
      const made = performance.now();
      await summaryPicture(house, question, of, () => true, "zh-CN");
      pictures.push(performance.now() - start);
      const drawn = performance.now();
      await fileBlocks(house, of, "leaders");
      workbooks.push(performance.now() - drawn + (made - start));
    }
    const text = quantile(round, 0.99);
    const within = (value: number) => Math.round(value * 10) / 10;
    const name = "/summary, 3,000 units × 7 rounds";
    return [
      { name: `${name}: text p99`, value: within(text), unit: "ms", target: "20 ms", met: text <= 20 },
      { name: `${name}: cumulative of a city, p99`, value: within(quantile(cumulative, 0.99)), unit: "ms" },
      { name: `${name}: first text after a start`, value: Math.round(first), unit: "ms" },
      { name: `${name}: picture`, value: Math.round(median(pictures)), unit: "ms" },
      { name: `${name}: workbook`, value: Math.round(median(workbooks)), unit: "ms" },
      {
        name: `${name}: memory above the store's`,
        value: Math.round((process.memoryUsage().rss - before) / 2 ** 20),
        unit: "MB",
      },
    ];
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

/** A usual report: 288 figures, one in five of them more than nought. */
async function put(
  store: Store,
  flow: ReturnType<typeof sevenRounds>,
  round: string,
  unit: string,
  seed: number,
): Promise<void> {
  const key = reportKey(flow.id, round, unit);
  const ids = askedOf(flow, "market-regulation");
  const cells = Object.fromEntries(
    ids.map(({ id }, index) => [id, (seed + index) % 5 === 0 ? (seed * 7 + index) % 40 : 0]),
  );
  const head = { at: seed, by: "liaison", channel: "simulator" };
  const entries: Entry[] = [
    { ...head, id: `a/${round}/${unit}/${seed}`, kind: "answered", screen: "all", cells },
    { ...head, id: `s/${round}/${unit}/${seed}`, kind: "submitted", number: `FY-${unit}`, late: false, zero: false },
  ];
  await store.change([key], () => entries.map((entry) => ({ key, entry })));
}
