import { afterEach, beforeEach, expect, test } from "vitest";
import { readReport } from "../../../src/app/documents.ts";
import { type OnTelegram, onTelegram } from "./bot.ts";

let it: OnTelegram;
beforeEach(async () => {
  it = await onTelegram();
});
afterEach(() => it.end());

const round = "2020-05-21";
const report = (unit: string) => readReport(it.bot.house.store, "epidemic-supplies-weekly", round, unit);

test("a narrative is asked for with an example in the empty field, and the reply that the phone sends is the answer", async () => {
  const liaison = "fj-commerce-liaison";
  await it.presses(liaison, "开始填报");
  const asked = it.last(it.account(liaison));
  expect(asked.asks).toEqual({ placeholder: "如：检查药店 12 家、口罩企业 3 家，未发现问题", selective: false });
  await it.says(liaison, "走访企业 12 家，帮助复产 3 家");
  expect(it.platform.shown(it.account(liaison)).findLast(({ from }) => from !== "bot")?.answers).toBe(asked.id);
  expect((await report("fj-commerce")).told.work).toMatchObject({ text: "走访企业 12 家，帮助复产 3 家" });
});

test("a leader's question is put with an example in the empty field, and the reply goes back to the group", async () => {
  const liaison = "fuzhou-market-liaison";
  await it.says(liaison, "口罩 排查 12 2 1");
  await it.bot.moveTo(Date.parse("2020-05-21T17:01+08:00"));
  const group = it.account("leadership");
  await it.says("leader-1", "@baosong_test_bot 福州市监 口罩 排查怎么这么少", group);
  const asked = it.last(it.account(liaison));
  expect(asked.text).toContain("怎么这么少");
  expect(asked.asks?.placeholder).toBe("如：单位填错，应为 1.5 万元");
  await it.says(liaison, "还有两家没有排查完");
  expect(it.last(it.account(liaison)).text).toContain("已转给领导");
  expect(it.last(group).text).toContain("还有两家没有排查完");
});
