import { afterEach, beforeEach, expect, test } from "vitest";
import { exportRound } from "../../src/app/summaries/export-round.ts";
import { returnOf } from "../../src/app/summaries/returns.ts";
import { countedBy } from "../../src/core/round.ts";
import { exports } from "../../src/exports/index.ts";
import { returnShape } from "../../src/exports/json/shape.ts";
import { exampleRoster, type World, world } from "../world.ts";

/* Putian reports 12 in the first round and is out of the roster before the second; Fuzhou reports 3 and 5. */

const leader = "leader-1";
const cell = "mask.screening.screened";
const gone = "putian-market";

let it: World;
beforeEach(async () => {
  it = await world({ exports });
  await report(gone, 12);
  await report("fuzhou-market", 3);
  await it.at("2020-05-21T18:00+08:00");
  const roster = exampleRoster();
  const units = roster.units.filter(({ id }) => id !== gone);
  const people = roster.people.filter(({ unit }) => unit !== gone);
  it = await it.restart({ roster: { ...roster, units, people } });
  await it.at("2020-05-26T10:00+08:00");
  await report("fuzhou-market", 5);
}, 60_000);
afterEach(() => it.end());

async function report(unit: string, screened: number): Promise<void> {
  await it.say(`${unit}-liaison`, `口罩 排查${screened} 抽查企业2 批次5\n其余都是0\n工作情况：已检查。`);
  await it.say(`${unit}-liaison`, "提交");
}

async function exported(rounds: string) {
  const made = await exportRound(it.bot.house, rounds, ["json"]);
  const leaders = "files" in made ? made.files.at(-1) : undefined;
  return returnShape.parse(JSON.parse(Buffer.from(leaders?.bytes ?? []).toString()));
}

const own = (of: Awaited<ReturnType<typeof exported>>) =>
  (of.units ?? []).reduce((sum, { cells }) => sum + (typeof cells[cell] === "number" ? cells[cell] : 0), 0);

test("what a unit reported before it left is in the sum over a span, and in its files unit by unit", async () => {
  expect(await it.say(leader, "汇总 1-2")).toMatch(/口罩\D+20\b/);
  const span = await exported("1-2");
  expect(span.tables[0]?.round[cell]).toBe(20);
  expect(span.tables[0]?.cumulative[cell]).toBe(20);
  expect(own(span)).toBe(20);
  expect(span.units?.map(({ id }) => id)).toContain(gone);
});

test("it stays in the cumulative figures of the answer, the sheet and the posting, which are the same", async () => {
  expect(await it.say(leader, "汇总 累计")).toMatch(/口罩\D+20\b/);
  const round = await exported("2");
  expect(round.tables[0]?.round[cell]).toBe(5);
  expect(round.tables[0]?.cumulative[cell]).toBe(20);
  expect(round.units?.map(({ id }) => id)).not.toContain(gone);
  await it.at("2020-05-28T17:10+08:00");
  const [flow, frozen] = [it.bot.house.flows[0]?.flow, it.bot.house.rounds.newest("epidemic-supplies-weekly")];
  if (!flow || !frozen) throw new Error("no round is frozen");
  const { tables } = await returnOf(it.bot.house, flow, frozen, countedBy(frozen, 1), "zh-CN");
  expect(tables[0]?.cumulative[cell]).toBe(20);
});

test("the parts of a division come to the whole: what a unit reported that is gone has a line of its own", async () => {
  expect(await it.say(leader, "汇总 累计 按地市")).toMatch(/已不在名册的单位 \| — \| 12\b/);
  const why = await it.say(leader, "数据来源 口罩 排查 累计");
  expect(why).toContain("= 20");
  expect(why).toContain("2 个单位填报");
});
