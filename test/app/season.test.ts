import { afterAll, beforeAll, expect, test } from "vitest";
import { timelinessChart } from "../../src/app/summaries/attendance.ts";
import type { Chart } from "../../src/exports/export.ts";
import { makePicture } from "../../src/exports/index.ts";
import { exampleRoster, type World, world } from "../world.ts";

type Strip = Extract<Chart, { kind: "timeliness" }>;

let it: World;
const charts: Chart[] = [];

beforeAll(async () => {
  const drawing = {
    picture: makePicture,
    chart: async (chart: Chart) => {
      charts.push(chart);
      return { name: "strip.png", type: "image/png", bytes: new Uint8Array(), width: 1, height: 1, alt: chart.title };
    },
  };
  it = await world({ drawing });
  await it.say("fuzhou-commerce-liaison", "零报告");
  await it.say("fuzhou-commerce-liaison", "是");
  await it.at("2020-05-21T18:00+08:00");
  await it.say("xiamen-commerce-liaison", "零报告");
  await it.say("xiamen-commerce-liaison", "是");
  await it.say("xiamen-commerce-liaison", "联络员在外地出差");
  await it.at("2020-05-26T10:00+08:00");
  await it.say("fuzhou-commerce-liaison", "零报告");
  await it.say("fuzhou-commerce-liaison", "是");
}, 60_000);

afterAll(() => it.end());

async function stripOf(words: string): Promise<Strip> {
  await it.say("fj-coordinator", words);
  const chart = charts.at(-1);
  if (chart?.kind !== "timeliness") throw new Error(`no strip but ${chart?.kind}`);
  return chart;
}

const row = (strip: Strip, name: string) => strip.units.find((unit) => unit.name === name)?.standings;

test("a strip shows in time, late and silent, and of an open round who still has time", async () => {
  const strip = await stripOf("进度 全部 商务");
  expect(strip.rounds).toEqual(["第1期", "第2期"]);
  expect(row(strip, "福州商务")).toEqual(["on-time", "on-time"]);
  expect(row(strip, "厦门商务")).toEqual(["late", "open"]);
  expect(row(strip, "莆田商务")).toEqual(["missing", "open"]);
  expect(strip.note).toBeUndefined();
});

test("units that fit one picture stand in the order of the roster", async () => {
  const { units } = await stripOf("进度 全部 福州");
  expect(units.map(({ name }) => name)).toEqual(["福州市监", "福州发改", "福州工信", "福州公安", "福州商务"]);
});

test("of more units than a phone shows those behind are drawn, and the note says what holds of the others", async () => {
  const { units, note } = await stripOf("进度 全部");
  expect(units).toHaveLength(30);
  expect(units.every(({ standings }) => standings[0] === "missing")).toBe(true);
  expect(note).toBe("只画按时率最低的 30 个单位；其余 26 个不低于 0%");
});

test("where fewer than a picture holds were ever behind, they alone are drawn", async () => {
  const chart = (behind: number): string => {
    const standings = Array.from({ length: 40 }, (_, index): "late" | "on-time" =>
      index < behind ? "late" : "on-time",
    );
    const { units } = exampleRoster();
    const [round] = it.bot.house.rounds.of("epidemic-supplies-weekly");
    if (!round) throw new Error("no round");
    const attended = {
      rounds: [round],
      units: standings.map((standing, index) => ({ unit: units[index]?.id ?? "", standings: [standing] })),
      closed: standings.map((standing, index) => ({
        round: round.round,
        number: 1,
        unit: units[index]?.id ?? "",
        department: "",
        standing,
      })),
    };
    const strip = timelinessChart(it.bot.house, attended, { title: "", theme: "light" }, "zh-CN");
    return strip.kind === "timeliness" ? `${strip.units.length} ${strip.note}` : strip.kind;
  };
  expect(chart(7)).toBe("7 只画有迟报、未报的 7 个单位；其余 33 个各期都按时");
  expect(chart(0)).toBe("30 各期都按时；只画 30 个单位，其余 10 个也是");
});
