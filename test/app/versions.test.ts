import ExcelJS from "exceljs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { workbook } from "../../src/exports/index.ts";
import { type World, world } from "../world.ts";

let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

const flow = "epidemic-supplies-weekly";
const round = "2020-05-21";

/** Reports figures for one product, the rest 0. */
async function report(unit: string, screened: number): Promise<string> {
  const liaison = `${unit}-liaison`;
  await it.say(liaison, "/report");
  await it.say(liaison, "口罩");
  await it.say(liaison, `${screened} 2 1`);
  await it.say(liaison, "8 10 1");
  await it.press(liaison, "都没有");
  await it.say(liaison, "已检查。");
  return it.press(liaison, "报送");
}

const versions = () => it.sent.filter(({ key }) => key.startsWith("post/") && !key.includes("/up"));

test("what comes late is gathered for five minutes and posted as version 2, in reply to version 1", async () => {
  await report("fuzhou-market", 12);
  await it.at("2020-05-21T17:00+08:00");
  const [first] = versions();
  await it.at("2020-05-21T17:26+08:00");
  await report("putian-market", 30);
  await it.press("putian-market-liaison", "核对数据");
  await it.at("2020-05-21T17:29+08:00");
  await it.say("fuzhou-market-liaison", "改 口罩 排查 15");
  await it.say("fuzhou-market-liaison", "漏报三家");
  expect(versions()).toHaveLength(1);
  await it.at("2020-05-21T17:31+08:00");
  expect(versions()).toHaveLength(2);
  const [, second] = versions();
  const doc = it.bot.house.rounds.newest(flow);
  expect(doc?.deliveries[`post/${flow}/${round}/1`]).toMatchObject({ message: second?.answers });
  expect(first?.answers).toBeUndefined();
  expect(it.heard("leadership")[1]).toBe(
    [
      "第1期 · 第2版（更正第1版）",
      "补报：莆田市市场监督管理局（5月21日 17:26，核对数据）",
      "更正：福州市市场监督管理局 口罩 生产企业排查 排查 12 → 15（漏报三家）",
      "合计：排查 12 → 45，不合格 2 → 4，整改 1 → 2，抽查企业 8 → 16，批次 10 → 20，不合格批次 1 → 2",
      "已报 2/56",
      "[表格图] [Excel]",
    ].join("\n"),
  );
});

test("late reports after version 2 make version 3, and nothing makes none", async () => {
  await it.at("2020-05-21T17:10+08:00");
  await report("fuzhou-market", 12);
  await it.press("fuzhou-market-liaison", "数据到得晚");
  await it.at("2020-05-21T18:00+08:00");
  await report("xiamen-market", 12);
  await it.say("xiamen-market-liaison", "刚核对完");
  await it.at("2020-05-22T18:00+08:00");
  expect(versions().map(({ key }) => key.split("/").at(-1))).toEqual(["1", "2", "3"]);
  expect(it.heard("leadership")[2]).toContain("第3版（更正第2版）");
});

test("a correction that is given up makes no version", async () => {
  await report("fuzhou-market", 12);
  await it.at("2020-05-21T17:10+08:00");
  await it.say("fuzhou-market-liaison", "改 口罩 排查 15");
  await it.press("fuzhou-market-liaison", "不改了");
  await it.at("2020-05-22T17:00+08:00");
  expect(versions()).toHaveLength(1);
});

test("corrections that cancel each other make no version, and what follows is told against the last one", async () => {
  await report("fuzhou-market", 12);
  await it.at("2020-05-21T17:10+08:00");
  for (const figure of [15, 12]) {
    await it.say("fuzhou-market-liaison", `改 口罩 排查 ${figure}`);
    await it.say("fuzhou-market-liaison", "看错一行");
  }
  await it.at("2020-05-21T18:00+08:00");
  expect(versions()).toHaveLength(1);
  expect(it.bot.house.rounds.newest(flow)?.pending).toEqual({});
  await it.say("fuzhou-market-liaison", "改 口罩 排查 14");
  await it.say("fuzhou-market-liaison", "漏报两家");
  await it.at("2020-05-21T19:00+08:00");
  expect(it.heard("leadership")[1]).toContain("排查 12 → 14（漏报两家）");
});

test("a figure whose correction waits for its reason is counted as it was, also in the summary", async () => {
  await report("fuzhou-market", 12);
  await it.at("2020-05-21T17:10+08:00");
  await it.say("fuzhou-market-liaison", "改 口罩 排查 15");
  expect(await it.say("fj-coordinator", "汇总")).toContain("排查 12 家");
  await it.say("fuzhou-market-liaison", "核查后调整");
  expect(await it.say("fj-coordinator", "汇总")).toContain("排查 15 家");
});

test("a report sent in time and taken in after the freeze is on time, and in version 2", async () => {
  const liaison = "fuzhou-commerce-liaison";
  await it.say(liaison, "/zero");
  await it.at("2020-05-21T17:00+08:00");
  const sentAt = Date.parse("2020-05-21T16:59:58+08:00");
  await it.at("2020-05-21T17:00:03+08:00");
  await it.say(liaison, "是", { sentAt });
  await it.at("2020-05-21T17:06+08:00");
  expect(it.heard("leadership")[1]).toContain("按时：福州市商务局");
  expect(await it.say("fj-coordinator", "进度")).toContain("已报 1/56 ·");
});

test("the workbook of a later version lists what changed and marks it", async () => {
  await it.end();
  it = await world({ exports: [workbook] });
  await report("fuzhou-market", 12);
  await it.at("2020-05-21T17:05+08:00");
  await it.say("fuzhou-market-liaison", "改 口罩 排查 15");
  await it.say("fuzhou-market-liaison", "漏报三家");
  await it.at("2020-05-21T17:10+08:00");
  const file = versions()[1]?.blocks.find((block) => block.kind === "file");
  if (file?.kind !== "file") throw new Error("version 2 has a workbook");
  expect(file.name).toContain("第2版");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.bytes.slice().buffer);
  const changes = book.getWorksheet("改动");
  expect(changes?.getRow(2).values).toEqual([
    undefined,
    "福州市市场监督管理局",
    "第2版",
    "更正",
    "口罩 生产企业排查情况 排查企业数量",
    "12",
    "15",
    "福州市市场监督管理局联络员",
    "2020-05-21 17:05",
    "漏报三家",
  ]);
  const marked: string[] = [];
  book.getWorksheet("分单位")?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.fill?.type === "pattern" && cell.fill.fgColor?.argb === "FFFFFF00") marked.push(cell.text);
    }),
  );
  expect(marked).toEqual(["15"]);
});

test("the workbook of a third version lists what every version changed, the newest last", async () => {
  await it.end();
  it = await world({ exports: [workbook] });
  await report("fuzhou-market", 12);
  await it.at("2020-05-21T17:05+08:00");
  for (const [time, figure] of [
    ["17:05", "15"],
    ["17:20", "18"],
  ]) {
    await it.at(`2020-05-21T${time}+08:00`);
    await it.say("fuzhou-market-liaison", `改 口罩 排查 ${figure}`);
    await it.say("fuzhou-market-liaison", "漏报三家");
    await it.at(`2020-05-21T${time}+08:00`.replace(":05", ":10").replace(":20", ":30"));
  }
  const file = versions()[2]?.blocks.find((block) => block.kind === "file");
  if (file?.kind !== "file") throw new Error("version 3 has a workbook");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.bytes.slice().buffer);
  const changes = book.getWorksheet("改动");
  const columns = [2, 5, 6].map((column) => changes?.getColumn(column).values.slice(2));
  expect(columns).toEqual([
    ["第2版", "第3版"],
    ["12", "15"],
    ["15", "18"],
  ]);
});

test("a posting that could not go out in time says so", async () => {
  await report("fuzhou-market", 12);
  it = await it.restart({ start: "2020-05-22T09:00+08:00" });
  expect(it.heard("leadership")[0]).toContain("本应 5月21日（周四）17:00 发出，因故迟发");
});

test("the round keeps what each version counts", async () => {
  await report("fuzhou-market", 12);
  await it.at("2020-05-21T17:10+08:00");
  await report("xiamen-market", 20);
  await it.press("xiamen-market-liaison", "数据到得晚");
  await it.at("2020-05-21T17:20+08:00");
  const doc = it.bot.house.rounds.newest(flow);
  expect(doc?.round).toBe(round);
  expect(doc?.first?.["xiamen-market"]).toBe(0);
  expect(doc?.revisions?.map(({ counted }) => Object.keys(counted))).toEqual([["xiamen-market"]]);
});
