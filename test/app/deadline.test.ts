import { afterEach, expect, test } from "vitest";
import { workbook } from "../../src/exports/index.ts";
import { flowFrom } from "../interview/talk.ts";
import { type World, world } from "../world.ts";

const shipped = flowFrom("flows/epidemic-supplies-weekly.yaml");
const coordinator = "fj-coordinator";

let it: World;
afterEach(() => it.end());

test("with a collect-by time units are late from then on, and the coordinator sees a preview before it goes up", async () => {
  const calendar = { ...shipped.calendar, collect_by: { days_before: 0, time: "11:00" } };
  it = await world({ flows: [{ ...shipped, calendar }] });
  expect(it.heard("fuzhou-commerce-liaison")[0]).toContain("报送：5月21日（周四）11:00 前");
  await it.at("2020-05-21T11:00+08:00");
  expect(it.heard(coordinator).at(-1)).toContain("第1期预览（5月21日（周四）17:00 上报）");
  expect(it.heard("leadership")).toEqual([]);
  await it.at("2020-05-21T15:00+08:00");
  await it.say("fuzhou-commerce-liaison", "零报告");
  expect(await it.say("fuzhou-commerce-liaison", "是")).toContain("为什么晚了");
  await it.say("fuzhou-commerce-liaison", "刚核对完");
  await it.at("2020-05-21T17:00+08:00");
  expect(it.heard("leadership")[0]).toContain("已报 1/56（其中迟报 1）");
});

test("where the names of the missing are for leaders alone, the group reads their number and each leader the names", async () => {
  it = await world({ flows: [{ ...shipped, missing_names: "leaders" }] });
  await it.at("2020-05-21T17:00+08:00");
  expect(it.heard("leadership")[0]).toContain("未报 56");
  expect(it.heard("leadership")[0]).not.toContain("未报：");
  expect(it.heard("leader-1")[0]).toContain("未报：省市监");
  expect(it.heard("leader-3")).toHaveLength(1);
  for (const words of ["汇总", "进度"]) {
    expect(await it.say("leader-1", words, { chat: "leadership" })).not.toContain("省市监、");
    expect(await it.say("leader-1", words)).toContain("省市监、");
  }
  it = await it.restart({ exports: [workbook] });
  await it.say("leader-1", "汇总 1 Excel", { chat: "leadership" });
  await it.say("leader-1", "汇总 1 Excel");
  const names = it.sent.flatMap(({ to, blocks }) =>
    blocks.flatMap((block) => (block.kind === "file" ? [`${to.id}: ${block.name}`] : [])),
  );
  expect(names).toEqual([
    expect.stringMatching(/^leadership: .*(?<!领导参阅)\.xlsx$/),
    expect.stringMatching(/^leader-1: .*领导参阅/),
  ]);
});

test("where those who reported have words alone, the posting says so instead of printing dashes", async () => {
  it = await world();
  await it.say("fuzhou-commerce-liaison", "零报告");
  await it.say("fuzhou-commerce-liaison", "是");
  await it.at("2020-05-21T17:00+08:00");
  expect(it.heard("leadership")[0]).toContain("已报的单位都只有文字，还没有可汇总的数");
  expect(it.heard("leadership")[0]).not.toContain("—");
});

test("a report that is filled in and not sent is reminded of that, and of no screens to go", async () => {
  it = await world();
  await it.bot.tick();
  await it.say("fuzhou-commerce-liaison", "工作情况：走访企业 12 家");
  await it.at("2020-05-20T17:00+08:00");
  expect(it.heard("fuzhou-commerce-liaison").at(-1)).toContain("都填完了，还没报送（5月21日（周四）17:00 截止）");
});

test("half an hour before the deadline the coordinator has whom to call, and nobody else has", async () => {
  it = await world();
  await it.say("fj-drug-liaison", "零报告");
  await it.say("fj-drug-liaison", "是");
  await it.at("2020-05-21T16:30+08:00");
  const list = it.heard(coordinator).at(-1);
  expect(list).toContain("第1期还有 55 个单位没报");
  expect(list).toContain("福建省市场监督管理局联络员");
  expect(list).not.toContain("省药监");
  expect(it.heard("fuzhou-coordinator")).toEqual([]);
});

test("an attempt in doubt is repeated as one, under the same key", async () => {
  it = await world();
  it.answerWith((message) => (message.key.startsWith("post/") ? { kind: "unknown" } : { kind: "sent", id: "m" }));
  await it.at("2020-05-21T17:00+08:00");
  it.answerWith((message) => ({ kind: "sent", id: message.key }));
  await it.at("2020-05-21T17:05+08:00");
  const posting = it.sent.find(({ key, to }) => key.startsWith("post/") && to.id === "leadership");
  expect(posting?.repeat).toBe(true);
});

test("the list of whom to call names everybody who owes a report, with who and where, and what waits to be sent as such", async () => {
  it = await world();
  await it.say("fuzhou-commerce-liaison", "开始填报");
  await it.say("fuzhou-commerce-liaison", "已巡查商超，督促落实进货查验。");
  await it.at("2020-05-21T16:30+08:00");
  const list = it.heard(coordinator).at(-1) ?? "";
  expect(list).toContain("第1期还有 56 个单位没报");
  expect(list).toContain("福州市商务局联络员");
  expect(list).toMatch(/福州商务 \| 填完未报送 \|/);
  expect(list).not.toContain("差 0 屏");
  const rows = it.sent.at(-1)?.blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));
  expect(rows).toHaveLength(56);
});
