import ExcelJS from "exceljs";
import { afterEach, expect, test } from "vitest";
import type { Outbound } from "../../src/core/message.ts";
import { workbook } from "../../src/exports/index.ts";
import { shown } from "../interview/talk.ts";
import { type World, world } from "../world.ts";
import { shippedCaseFlows } from "./play.ts";

let it: World;
afterEach(() => it.end());

const liaison = "fuzhou-market-liaison";
const coordinator = "fj-coordinator";

/** A problem that is assigned to a unit until 20 May. */
async function assigned(): Promise<void> {
  await it.say(liaison, "问题台账");
  await it.press(liaison, "新报一件");
  for (const text of ["福州某公司口罩标识不全", "企业排查", "是"]) await it.say(liaison, text);
  await it.say(coordinator, "问题台账 1");
  await it.press(coordinator, "交办");
  for (const text of ["福州市市场监督管理局", "5月20日", "是"]) await it.say(coordinator, text);
}

function posted(): Outbound {
  const message = it.sent.findLast(({ key }) => key.startsWith("post/") && key.endsWith("/1"));
  if (!message) throw new Error("nothing was posted");
  return message;
}

async function booksOf({ blocks }: Outbound): Promise<readonly ExcelJS.Workbook[]> {
  const files = blocks.flatMap((block) => (block.kind === "file" ? [block] : []));
  return Promise.all(
    files.map(async ({ bytes }) => {
      const book = new ExcelJS.Workbook();
      const buffer = new ArrayBuffer(bytes.byteLength);
      new Uint8Array(buffer).set(bytes);
      await book.xlsx.load(buffer);
      return book;
    }),
  );
}

test("the posting says which cases are overdue, and its workbook lists them all", { timeout: 60_000 }, async () => {
  it = await world({ caseFlows: shippedCaseFlows(), exports: [workbook] });
  await assigned();
  await it.at("2020-05-21T17:01+08:00");

  expect(shown(posted().blocks)).toContain("问题台账：在办 1 件，超时 1 件\n⚠ 第1号（福州市监）");
  const [book] = await booksOf(posted());
  const sheet = book?.getWorksheet("问题台账");
  const line = sheet?.getRow(2).values;
  expect(line).toEqual(expect.arrayContaining(["1", "已交办", "福州市监", "福州某公司口罩标识不全", "企业排查"]));
  const up = it.sent.findLast(({ key }) => key.endsWith("/up"));
  const [official] = up ? await booksOf(up) : [];
  expect(official?.worksheets.map(({ name }) => name)).not.toContain("问题台账");
});

test("coordinators and leaders see the ledger in their overview", async () => {
  it = await world({ caseFlows: shippedCaseFlows() });
  await assigned();

  const said = await it.say(coordinator, "进度");
  expect(said).toContain("问题台账：在办 1 件\n[问题台账]");
  expect(await it.press(coordinator, "问题台账")).toContain("问题台账 · 在办 1 件");
});
