import { expect, test } from "vitest";
import { csv } from "../../src/exports/csv/index.ts";
import { csvLine } from "../../src/exports/csv/line.ts";
import { wordingOf } from "../../src/wording/wording.ts";
import { campaignText, flowOf } from "../flow/files.ts";
import { returnWith, unitPart } from "./fixture.ts";
import { parseCsv } from "./parse-csv.ts";

const flow = flowOf(campaignText);
const of = returnWith(flow, [
  unitPart("福州", { "mask.screening.screened": 12, "mask.screening.failed": 0, "mask.price.filed": "n/a" }),
  unitPart("厦门", {}, { standing: "missing" }),
]);
const lines = async (audience: "up" | "leaders") => {
  const { bytes } = await csv.make(of, audience, wordingOf("zh-CN").word);
  return parseCsv(new TextDecoder().decode(bytes));
};

test("a line holds a row of the form with its figures as numbers, this round's first", async () => {
  const [head = [], first = [], ...rest] = await lines("up");
  expect(head.slice(0, 7)).toEqual([
    ...["数据", "期数", "单位", "报送情况", "类别"],
    ...["生产企业排查情况 排查企业数量（家）", "生产企业排查情况 不合格企业数量（家）"],
  ]);
  expect(first.slice(0, 8)).toEqual(["本期", "第1期", "全部", "", "口罩", "12", "0", ""]);
  expect(rest).toHaveLength(15);
  for (const line of rest) expect(line).toHaveLength(head.length);
});

test("the leaders' file goes on with every unit: its rows, or how it stands", async () => {
  const own = (await lines("leaders")).filter(([, , unit]) => unit === "福州" || unit === "厦门");
  expect(own.map((line) => line.slice(2, 7))).toEqual([
    ["福州", "按时", "口罩", "12", "0"],
    ["厦门", "未报"],
  ]);
  expect(own[0]).toContain("不适用");
});

test("texts that a spreadsheet would reckon are quoted, figures below 0 are not", () => {
  expect(csvLine(["=1+1", "-2", "＋3", " @x", "\t=1", "-", "a,b", 'q"', -3, 0, undefined])).toBe(
    `'=1+1,'-2,'＋3,' @x,'\t=1,'-,"a,b","q""",-3,0,\r\n`,
  );
});
