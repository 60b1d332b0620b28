import { afterEach, beforeEach, expect, test } from "vitest";
import { roundKey } from "../../src/core/entry.ts";
import type { Export } from "../../src/exports/export.ts";
import { type World, world } from "../world.ts";

const flow = "epidemic-supplies-weekly";
const round = roundKey(flow, "2020-05-21");

/** A file that says what it was made from, in place of a workbook. */
const telling: Export = {
  format: "xlsx",
  make: async (of, audience, word) => ({
    name: `${of.round.number}-${audience}.txt`,
    type: "text/plain",
    bytes: new TextEncoder().encode(`${of.head.unit} ${of.head.phone} ${of.asOf} ${word("posting-total")}`),
  }),
};

let it: World;
beforeEach(async () => {
  it = await world({ exports: [telling] });
});
afterEach(() => it.end());

/** Reports 12 screened, 2 failed, 1 put right for one product, the rest 0. */
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

const files = (chat: string) =>
  it.sent
    .filter(({ to }) => to.id === chat)
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "file" ? [block] : [])));

test("the posting adds up what was submitted, says who is missing and bears the leaders' file", async () => {
  expect(await report("fuzhou-market", 12)).toContain("已报送");
  expect(await report("xiamen-market", 1200)).toContain("已报送");
  await it.say("putian-market-liaison", "/report");
  await it.say("putian-market-liaison", "口罩");
  await it.say("putian-market-liaison", "777 2 1");
  await it.at("2020-05-21T17:00+08:00");
  const [posting] = it.heard("leadership");
  expect(posting).toContain("第1期情况表 · 第1版");
  expect(posting).toContain("数据截至5月20日24时");
  expect(posting).toMatch(/已报 2\/\d+，未报 \d+（1 个在填）/);
  expect(posting).toContain("排查 1,212 家，不合格 4，整改 2");
  expect(posting).toContain("发现率 10%");
  expect(posting).toMatch(/未报：.*福州商务/);
  expect(posting).toMatch(/在填（不计入）：莆田市监/);
  expect(posting).not.toContain("777");
  expect(files("leadership").map(({ name }) => name)).toEqual(["1-leaders.txt"]);
});

test("the coordinator gets the sheet to send up at the same time, headed as the form wants it", async () => {
  await it.at("2020-05-21T17:00+08:00");
  const [file] = files("fj-coordinator");
  expect(file?.name).toBe("1-up.txt");
  expect(new TextDecoder().decode(file?.bytes)).toBe("福建省市场监督管理局 0591-00000000 2020-05-20 合计");
});

test("a posting that is tried again does not give the coordinator the sheet twice", async () => {
  it.answerWith((message) =>
    message.to.id === "leadership" ? { kind: "unknown" } : { kind: "sent", id: message.key },
  );
  await it.at("2020-05-21T17:00+08:00");
  it.answerWith((message) => ({ kind: "sent", id: message.key }));
  await it.at("2020-05-21T17:10+08:00");
  expect(files("fj-coordinator")).toHaveLength(1);
  expect(it.heard("leadership")).toHaveLength(1);
});

test("the sheet to send up that did not get through is tried again, though the group has its posting", async () => {
  let lost = 0;
  it.answerWith(({ key, to }) => {
    if (!key.endsWith("/up") || lost > 0) return { kind: "sent", id: `${to.id}-${key}` };
    lost += 1;
    return { kind: "retry", after: 1_000 };
  });
  await it.at("2020-05-21T17:00+08:00");
  expect(it.heard("leadership")).toHaveLength(1);
  expect(it.heard("fj-coordinator").filter((text) => text.includes("上报"))).toHaveLength(0);
  await it.at("2020-05-21T17:10+08:00");
  expect(it.heard("leadership")).toHaveLength(1);
  expect(it.heard("fj-coordinator").filter((text) => text.includes("上报"))).toHaveLength(1);
});

test("a report that comes after the freeze is late and does not touch version 1", async () => {
  it.answerWith((message) =>
    message.to.id === "leadership" ? { kind: "unknown" } : { kind: "sent", id: message.key },
  );
  await it.at("2020-05-21T17:01+08:00");
  expect(await it.say("fuzhou-market-liaison", "/report")).toContain("现在报送记迟报");
  expect(await report("fuzhou-market", 12)).toContain("为什么晚了");
  expect(await it.say("fuzhou-market-liaison", "刚核对完")).toContain("记迟报");
  it.answerWith((message) => ({ kind: "sent", id: message.key }));
  await it.at("2020-05-21T17:10+08:00");
  expect(it.heard("leadership")[0]).toContain("本期还没有单位报送");
  expect(await it.say("fj-coordinator", "汇总")).toContain("其中迟报 1");
});

test("a file that cannot be made does not hold up the posting", async () => {
  await it.end();
  it = await world({ exports: [{ format: "xlsx", make: async () => Promise.reject(new Error("no paper")) }] });
  await it.at("2020-05-21T17:00+08:00");
  expect(it.heard("leadership")[0]).toContain("表格文件没有生成");
});

test("without a leadership group the posting is given up, and the round goes on", async () => {
  await it.end();
  const { exampleRoster } = await import("../world.ts");
  it = await world({ roster: { ...exampleRoster(), groups: [] } });
  await it.at("2020-05-21T17:00+08:00");
  const doc = await it.store.read(round);
  const deliveries = doc?.kind === "round" ? doc.doc.deliveries : {};
  expect(deliveries[`post/${flow}/2020-05-21/1`]?.state).toBe("undeliverable");
  await it.at("2020-05-25T09:00+08:00");
  expect(it.heard("fuzhou-market-liaison").at(-1)).toContain("第2期");
});

test("a summary is of the round that is named, and of the own city alone for its coordinator", async () => {
  await report("fuzhou-market", 12);
  await report("xiamen-market", 1200);
  expect(await it.say("fj-coordinator", "/summary")).toContain("排查 1,212 家");
  expect(await it.say("leader-1", "汇总 第1期")).toContain("排查 1,212 家");
  const own = await it.say("fuzhou-coordinator", "汇总");
  expect(own).toContain("排查 12 家");
  expect(own).not.toContain("厦门");
  expect(await it.say("fj-coordinator", "汇总 7")).toContain("没有“7”这一期");
  expect(await it.say("fj-coordinator", "汇总 上期")).toContain("没有“上期”这一期");
  expect(await it.say("fuzhou-market-liaison", "汇总")).toContain("“汇总”由");
});

test("progress is shown to each for what they answer for", async () => {
  await report("fuzhou-market", 12);
  expect(await it.say("fuzhou-market-liaison", "进度")).toContain("已报送");
  expect(await it.say("fuzhou-commerce-liaison", "进度")).toContain("还没开始填");
  const all = await it.say("fj-coordinator", "进度");
  expect(all).toMatch(/已报 1\/\d+ · 在填 0 · 未动 \d+/);
  expect(all).toContain("本级 | ");
  expect(await it.say("fuzhou-coordinator", "进度")).not.toContain("厦门");
});

test("it speaks English to whoever chose it", async () => {
  await it.say("fj-coordinator", "/language en");
  await report("fuzhou-market", 12);
  const summary = await it.say("fj-coordinator", "/summary");
  expect(summary).toContain("Round 1");
  expect(summary).toContain("screened 12 firms");
  expect(await it.say("fj-coordinator", "/status")).toMatch(/Reported 1\/\d+ · in progress 0/);
});

test("a unit that left the roster during the round is still counted, under its id", async () => {
  await report("fuzhou-market", 12);
  const { exampleRoster } = await import("../world.ts");
  const roster = exampleRoster();
  const units = roster.units.filter(({ id }) => id !== "fuzhou-market");
  const people = roster.people.filter(({ unit }) => unit !== "fuzhou-market");
  it = await it.restart({ roster: { ...roster, units, people } });
  await it.at("2020-05-21T17:00+08:00");
  expect(it.heard("leadership")[0]).toContain("排查 12 家");
  expect(await it.say("fj-coordinator", "进度")).toContain("已报 1/56");
});

test("the second posting says what rose most, and whose it is", async () => {
  await report("fuzhou-market", 12);
  await report("xiamen-market", 20);
  await it.at("2020-05-28T09:00+08:00");
  await report("fuzhou-market", 12);
  await report("xiamen-market", 90);
  await it.at("2020-05-28T17:00+08:00");
  const posting = it.heard("leadership").at(-1);
  expect(posting).toContain("第2期情况表");
  expect(posting).toContain("变化：口罩 生产企业排查 排查 102，上期 32（厦门市监 90）");
  expect(it.heard("leadership")[0]).not.toContain("变化");
});

test("a posting of other units than the last compares those that reported both rounds, and says how many they are", async () => {
  await report("fuzhou-market", 12);
  await report("xiamen-market", 1200);
  await it.at("2020-05-28T09:00+08:00");
  await report("fuzhou-market", 20);
  await report("putian-market", 5);
  await it.at("2020-05-28T17:00+08:00");
  const posting = it.heard("leadership").at(-1);
  expect(posting).toContain("排查 25 家，");
  expect(posting).not.toMatch(/[−+]1,187/);
  expect(posting).toContain("比上期（同 1 个单位）：排查 +8");
});

test("the coordinator is told which market regulators sent a second zero report in a row", async () => {
  const zero = async (unit: string) => {
    await it.say(`${unit}-liaison`, "零报告");
    await it.say(`${unit}-liaison`, "是");
  };
  await zero("xiamen-market");
  await zero("xiamen-commerce");
  await it.at("2020-05-21T17:00+08:00");
  expect(it.heard("fj-coordinator").at(-1)).not.toContain("请留意");
  await it.at("2020-05-25T09:00+08:00");
  await zero("xiamen-market");
  await zero("xiamen-commerce");
  await zero("putian-market");
  await it.at("2020-05-28T17:00+08:00");
  const told = it.heard("fj-coordinator").at(-1);
  expect(told).toContain("请留意：厦门市市场监督管理局——连续两期以上零报告");
  expect(told).not.toContain("商务局——");
});
