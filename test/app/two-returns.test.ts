import { afterEach, beforeEach, expect, test } from "vitest";
import { readReport, readRound } from "../../src/app/documents.ts";
import { byId } from "../../src/core/cells.ts";
import { type World, world } from "../world.ts";
import { inspections, supplies } from "./two-flows.ts";

const coordinator = "fj-coordinator";
const liaison = "putian-market-liaison";

let it: World;
beforeEach(async () => {
  it = await world({ flows: [supplies, inspections] });
});
afterEach(() => it.end());

const roundOf = (flow: string) => it.bot.house.rounds.of(flow).find(({ number }) => number === 1);

test("where two returns have closed, a command about a round asks which, and its button says so", async () => {
  await it.at("2020-05-21T17:20+08:00");
  expect(await it.say(coordinator, "锁定 已交总局")).toContain("是哪一份？");
  expect(await it.press(coordinator, "市场检查周报")).toContain("锁定（已交总局）");
  expect(roundOf("inspections-weekly")?.lock?.reason).toBe("已交总局");
  expect(roundOf("epidemic-supplies-weekly")?.lock).toBeUndefined();
});

test("the button below a posting's sheet is about that return alone", async () => {
  await it.at("2020-05-21T17:20+08:00");
  const sheets = it.sent.filter(({ to, key }) => to.id === coordinator && key.startsWith("post/"));
  const choices = sheets.flatMap(({ blocks }) =>
    blocks.flatMap((each) => (each.kind === "choices" ? each.choices : [])),
  );
  const sent = choices.find(({ action }) => action === "cmd:sent:in/2020-05-21 v1");
  expect(await it.act(coordinator, { kind: "pressed", action: sent?.action ?? "" })).toContain("已于");
  expect(roundOf("inspections-weekly")?.sentUp).toBeDefined();
  expect(roundOf("epidemic-supplies-weekly")?.sentUp).toBeUndefined();
});

test("a due date on a day off is decided for the return that the button names", async () => {
  await it.at("2020-06-18T09:00+08:00");
  const decided = await it.act(coordinator, { kind: "pressed", action: "cmd:dayoff:in/2020-06-25 after" });
  expect(decided).toContain("6月28日");
  expect((await readRound(it.store, "inspections-weekly", "2020-06-25")).shift).toBe("after");
  expect((await readRound(it.store, "epidemic-supplies-weekly", "2020-06-25")).shift).toBeUndefined();
});

test("an edited message mends the return that it answered, not the one asked about since", async () => {
  await it.say(liaison, "/report fy");
  await it.say(liaison, "口罩 排查12 不合格2 整改1", { id: "first" });
  await it.say(liaison, "/report in");
  await it.act(liaison, { kind: "amended", of: "first", text: "口罩 排查13 不合格2 整改1" });
  const cells = async (flow: string) => byId((await readReport(it.store, flow, "2020-05-21", "putian-market")).cells);
  expect(await cells("epidemic-supplies-weekly")).toMatchObject({ "mask.screening.screened": 13 });
  expect(await cells("inspections-weekly")).toEqual({});
});

test("what is said of a round names its return, to the liaison, to the coordinator and in the group", async () => {
  const own = await it.say(liaison, "进度");
  expect(own).toContain("防疫物资专项整治周报 · 第1期");
  expect(own).toContain("市场检查周报 · 第1期");
  const stands = await it.say(coordinator, "进度");
  expect(stands).toContain("市场检查周报 · 第1期进度");
  const sums = await it.say(coordinator, "汇总");
  expect(sums).toContain("防疫物资专项整治周报 · 第1期汇总");
  expect(sums).toContain("市场检查周报 · 第1期汇总");
  await it.at("2020-05-21T17:20+08:00");
  const posted = it.heard("leadership").map((text) => text.split("\n")[0]);
  expect(posted).toContain("防疫物资专项整治周报 · 第1期情况表 · 第1版");
  expect(posted).toContain("市场检查周报 · 第1期情况表 · 第1版");
});

test("a liaison who asks how an earlier round stands is shown that round, and told where there is none", async () => {
  await it.at("2020-05-25T10:00+08:00");
  const first = await it.say(liaison, "进度 第一期");
  expect(first).toContain("第1期");
  expect(first).toContain("这一期没有报送");
  expect(first).not.toContain("第2期");
  expect(await it.say(liaison, "进度 9")).toContain("没有“9”这一期");
});
