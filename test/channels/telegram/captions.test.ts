import { afterEach, beforeEach, expect, test } from "vitest";
import { readReport } from "../../../src/app/documents.ts";
import { cellAt } from "../../../src/core/cells.ts";
import { type OnTelegram, onTelegram } from "./bot.ts";

let it: OnTelegram;
beforeEach(async () => {
  it = await onTelegram();
});
afterEach(() => it.end());

const round = "2020-05-21";
const report = (unit = "fuzhou-market") => readReport(it.bot.house.store, "epidemic-supplies-weekly", round, unit);
const liaison = "fuzhou-market-liaison";
const commerce = "fj-commerce-liaison";
const photo = (last: number) => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, last);

async function toFigures(): Promise<void> {
  await it.presses(liaison, "开始填报");
  await it.presses(liaison, "口罩");
  await it.presses(liaison, "选好了");
}

test("figures under a photo answer the screen, and the photo is evidence for its row", async () => {
  await toFigures();
  await it.sends(liaison, photo(1), { caption: "12 2 1" });
  expect(it.last(it.account(liaison)).text).toContain("✓ 口罩 排查12 不合格2 整改1");
  const { cells, attachments } = await report();
  expect(cellAt(cells, "mask.screening.screened")).toBe(12);
  expect(attachments).toMatchObject([{ to: "mask" }]);
  expect(attachments?.[0]).not.toHaveProperty("words");
});

test("an edited caption corrects the figures that it gave", async () => {
  await toFigures();
  await it.sends(liaison, photo(1), { caption: "12 2 1" });
  const sent = it.platform.shown(it.account(liaison)).findLast(({ from }) => from !== "bot");
  await it.platform.edits(it.account(liaison), sent?.id ?? 0, "15 2 1").confirmed;
  expect(cellAt((await report()).cells, "mask.screening.screened")).toBe(15);
});

test("words under a photo that answer nothing stay with it, and whoever reads the files reads them", async () => {
  await toFigures();
  await it.sends(liaison, photo(1), { caption: "约30家，现场照片" });
  const said = it.last(it.account(liaison)).text;
  expect(said).toContain("附言“约30家，现场照片”一并留存，没有当作答案");
  expect(cellAt((await report()).cells, "mask.screening.screened")).toBeUndefined();
  expect((await report()).attachments).toMatchObject([{ to: "mask", words: "约30家，现场照片" }]);
  await it.says("fj-coordinator", "附件");
  expect(it.last(it.account("fj-coordinator")).text).toContain("“约30家，现场照片”");
});

test("a product named under a photo ticks nothing", async () => {
  await it.presses(liaison, "开始填报");
  await it.sends(liaison, photo(1), { caption: "口罩" });
  expect((await report()).chosen).toEqual({});
  expect((await report()).attachments).toMatchObject([{ words: "口罩" }]);
});

test("an album with a caption is one narrative with all its pictures", async () => {
  await it.presses(commerce, "开始填报");
  await it.sends(commerce, photo(1), { caption: "走访企业 12 家", album: "7" });
  await it.sends(commerce, photo(2), { album: "7" });
  const { told, attachments } = await report("fj-commerce");
  expect(told.work).toMatchObject({ text: "走访企业 12 家" });
  expect(attachments?.map(({ to }) => to)).toEqual(["work", "work"]);
});

test("words under what cannot be kept are taken alone", async () => {
  await toFigures();
  await it.sends(liaison, Uint8Array.of(1, 2, 3), { caption: "12 2 1" });
  const said = it.last(it.account(liaison)).text;
  expect(said).toContain("没有存");
  expect(said).toContain("✓ 口罩 排查12 不合格2 整改1");
  expect((await report()).attachments).toBeUndefined();
});

test("a photo that replies to a leader's question answers it and is kept with the report", async () => {
  await it.says(liaison, "口罩 排查 12 2 1");
  await it.bot.moveTo(Date.parse("2020-05-21T17:01+08:00"));
  const group = it.account("leadership");
  await it.says("leader-1", "@baosong_test_bot 福州市监 口罩 排查怎么这么少", group);
  await it.sends(liaison, photo(1), { caption: "还有两家没有排查完" });
  expect(it.last(group).text).toContain("还有两家没有排查完");
  expect((await report()).attachments).toHaveLength(1);
  expect(it.last(it.account(liaison)).text).toContain("已转给领导");
});

test("in a group a question under a photo is asked, and the photo is said to have gone nowhere", async () => {
  await it.says(liaison, "口罩 排查 12 2 1");
  await it.bot.moveTo(Date.parse("2020-05-21T17:01+08:00"));
  const chat = it.account("leadership");
  await it.sends("leader-1", photo(1), { caption: "@baosong_test_bot 福州市监 口罩 排查怎么这么少", chat });
  expect(it.last(it.account(liaison)).text).toContain("怎么这么少");
  expect(it.last(chat).text).toContain("群里只看文字");
});
