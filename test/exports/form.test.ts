import type ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { filledFrom, nothingFilled } from "../../src/core/cells.ts";
import { askedOf, type Flow, questionsFor } from "../../src/core/flow/flow.ts";
import type { FormSheet } from "../../src/exports/export.ts";
import { makeForm } from "../../src/exports/form/form.ts";
import { type Language, wordingOf } from "../../src/wording/wording.ts";
import { campaignText, changed, flowOf, mealsText } from "../flow/files.ts";
import { read, realistic } from "./fixture.ts";

const flow = flowOf(campaignText);
const meals = flowOf(mealsText);
const sent = { number: "FY01-福州市监-01", at: "2020-05-21 15:20", by: "陈晓" };

function formOf(department: string, more: Partial<FormSheet> = {}, from: Flow = flow): FormSheet {
  return {
    flow: from,
    language: from.languages[0] ?? "en",
    unit: "福州市监",
    reporter: "陈晓",
    phone: "0591-87654321",
    round: { number: 1, covers: "2020-05-11 — 2020-05-20" },
    places: askedOf(from, department),
    questions: questionsFor(from, department),
    cells: nothingFilled,
    told: {},
    ...more,
  };
}

const make = (of: FormSheet) => {
  const language: Language = of.language === "en" ? "en" : "zh-CN";
  return makeForm(of, wordingOf(language).word);
};

async function sheets(of: FormSheet): Promise<readonly ExcelJS.Worksheet[]> {
  return (await read((await make(of)).bytes)).worksheets;
}

async function sheetOf(of: FormSheet, index = 0): Promise<ExcelJS.Worksheet> {
  const sheet = (await sheets(of))[index];
  if (!sheet) throw new Error(`no sheet ${index}`);
  return sheet;
}

/** The row whose first cell holds a text. */
function rowOf(sheet: ExcelJS.Worksheet, label: string): number {
  for (let row = 1; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, 1).text === label) return row;
  throw new Error(`no row ${label}`);
}

const texts = (sheet: ExcelJS.Worksheet, row: number) =>
  Array.from({ length: sheet.columnCount - 1 }, (_, index) => sheet.getCell(row, index + 2).text);

const everything = (sheet: ExcelJS.Worksheet): string =>
  sheet
    .getSheetValues()
    .map((row) => JSON.stringify(row))
    .join();

/** The cell under a group's and a column's head, in the row of a label; found by the words alone, as a reader would. */
/** A head as the flow writes it: what is printed has its unit on a line of its own, in narrow brackets. */
function wide(head: string): string {
  return head.replaceAll("\n", "").replace("(", "（").replace(")", "）");
}

function cellUnder(sheet: ExcelJS.Worksheet, row: string, group: string, column: string): ExcelJS.Cell {
  const line = rowOf(sheet, row);
  const heads = sheet.getColumn(1).values.length;
  for (let head = 1; head < Math.min(line, heads); head += 1)
    for (let place = 2; place <= sheet.columnCount; place += 1) {
      const found = wide(sheet.getCell(head + 1, place).text) === column;
      if (found && sheet.getCell(head, place).text === group) return sheet.getCell(line, place);
    }
  throw new Error(`no cell ${row} ${group} ${column}`);
}

/** Every cell that takes an entry and is checked as a figure. */
function inputs(sheet: ExcelJS.Worksheet): readonly ExcelJS.Cell[] {
  const found: ExcelJS.Cell[] = [];
  sheet.eachRow((row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (["whole", "decimal"].includes(cell.dataValidation?.type ?? "")) found.push(cell);
    }),
  );
  return found;
}

const label = (of: Readonly<Record<string, string>>, language = "zh-CN") => of[language] ?? "";

test("the form is a sheet for the block that is asked and one for the words, named by round and unit", async () => {
  const of = formOf("market-regulation");
  expect((await sheets(of)).map(({ name }) => name)).toEqual(["情况表", "文字"]);
  expect((await make(of)).name).toBe("第1期-福州市监-表样.xlsx");
  expect((await make({ ...of, sent })).name).toBe("第1期-福州市监-FY01-福州市监-01.xlsx");
  const slashes = { ...of, unit: `a/b:${"很长".repeat(60)}`, sent };
  expect((await make(slashes)).name).toMatch(/^第1期-a_b_[很长]+-FY01-福州市监-01\.xlsx$/);
});

test("the top says what it is, who reports and what the round covers", async () => {
  const sheet = await sheetOf(formOf("market-regulation"));
  expect(sheet.getCell("A1").text).toBe(label(flow.title));
  for (const part of ["填报单位：福州市监", "填报人：陈晓", "电话：0591-87654321"])
    expect(sheet.getCell("A2").text).toContain(part);
  expect(sheet.getCell("A3").text).toContain("第1期");
  expect(sheet.getCell("A3").text).toContain("2020-05-11 — 2020-05-20");
});

test("two options stand in column B with their choices, this round and nought first", async () => {
  const sheet = await sheetOf(formOf("market-regulation"));
  const option = (name: string) => sheet.getCell(rowOf(sheet, name), 2);
  expect(option("填的是").value).toBe("本期");
  expect(option("填的是").dataValidation).toMatchObject({ type: "list", formulae: ['"本期,累计"'] });
  expect(option("空格按").value).toBe(0);
  expect(option("空格按").dataValidation).toMatchObject({ type: "list", formulae: ['"0,未报"'] });
  expect(sheet.getCell(rowOf(sheet, "空格按"), 3).text).toBe("空着的格按 0 记；改成“未报”则以后再问");
  for (const name of ["填的是", "空格按"]) expect(option(name).protection?.locked).toBe(false);
});

test("the heads are the labels of the flow with their units; rates are left out and totals stand at the right", async () => {
  const sheet = await sheetOf(formOf("market-regulation"));
  const head = rowOf(sheet, "口罩") - 1;
  const violations = ["立案（件）", "处罚案件（件）", "罚没（万元）", "移送公安案件（件）"];
  const six = [...violations, "被查处单位（家）", "出动执法人员（人次）"];
  expect(texts(sheet, head)).toEqual([
    ...["排查企业数量（家）", "不合格企业数量（家）", "整改企业数量（家）"],
    ...["开展质量抽查企业数量（家）", "抽查产品批次", "不合格批次"],
    ...Array.from({ length: 6 }, () => six).flat(),
  ]);
  expect([...new Set(texts(sheet, head - 1))]).toEqual([
    ...["生产企业排查情况", "产品质量监督抽查情况", "质量违法类", "认证检验检测类"],
    ...["药械资质类", "价格违法类", "其他", "合计"],
  ]);
});

for (const department of ["market-regulation", "drug-administration", "customs", "public-security"])
  test(`every cell that ${department} is asked is there once, open and checked, and no other`, async () => {
    const of = formOf(department);
    const sheet = await sheetOf(of);
    const found = of.places.map(({ row, group, column }) => {
      const head = label(column.label);
      const line = rowOf(sheet, label(row.label));
      const unit = column.unit ? `${head}（${label(column.unit)}）` : head;
      const name = texts(sheet, rowOf(sheet, label(of.places[0]?.row.label ?? {})) - 1).includes(head) ? head : unit;
      const cell = cellUnder(sheet, label(row.label), label(group.label), name);
      expect(Number(cell.row)).toBe(line);
      expect(cell.protection?.locked).toBe(false);
      expect(cell.dataValidation).toMatchObject({
        type: column.kind === "count" ? "whole" : "decimal",
        operator: "greaterThanOrEqual",
        formulae: [0],
        errorStyle: "warning",
      });
      expect(cell.numFmt).toBe(column.kind === "count" ? "0" : "0.####");
      return cell.address;
    });
    expect(new Set(found).size).toBe(of.places.length);
    expect(
      inputs(sheet)
        .map(({ address }) => address)
        .sort(),
    ).toEqual([...found].sort());
  });

test("a cell that this unit is not asked is grey and closed", async () => {
  const of = formOf("market-regulation");
  const places = of.places.filter(({ id }) => id !== "mask.screening.failed");
  const sheet = await sheetOf({ ...of, places });
  const cell = cellUnder(sheet, "口罩", "生产企业排查情况", "不合格企业数量（家）");
  expect(cell.fill).toMatchObject({ fgColor: { argb: "FFD9D9D9" } });
  expect(cell.protection?.locked).not.toBe(false);
  expect(cell.dataValidation).toBeUndefined();
  expect(inputs(sheet)).toHaveLength(places.length);
});

test("all but the cells to fill in is protected without a password, and the heads stay in sight", async () => {
  const sheet = await sheetOf(formOf("market-regulation"));
  expect(sheet).toHaveProperty("sheetProtection.sheet", true);
  expect(sheet).not.toHaveProperty("sheetProtection.hashValue");
  expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: rowOf(sheet, "口罩") - 1 });
  expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToWidth: 1 });
});

test("figures that stand already are filled in, the round before is a note, and totals add up what is asked", async () => {
  const cells = { "mask.quality.fines": 0.1, "mask.licence.fines": 0.2, "mask.other.filed": "n/a" } as const;
  const last = { number: 1, cells: filledFrom({ "mask.screening.screened": 12, "mask.quality.fines": 1.25 }) };
  const sheet = await sheetOf(formOf("drug-administration", { cells: filledFrom(cells), last }));
  const at = (group: string, column: string) => cellUnder(sheet, "口罩", group, column);
  expect(at("质量违法类", "罚没（万元）").value).toBe(0.1);
  expect(at("质量违法类", "罚没（万元）").note).toBe("第1期 1.25");
  expect(at("生产企业排查情况", "排查企业数量（家）").note).toBe("第1期 12");
  expect(at("生产企业排查情况", "整改企业数量（家）").note).toBeUndefined();
  expect(at("其他", "立案（件）").value).toBe("不适用");
  const total = at("合计", "罚没（万元）");
  const parts = ["质量违法类", "药械资质类", "其他"].map((group) => at(group, "罚没（万元）").address);
  expect(total.formula).toBe(`SUM(${parts.join(",")})`);
  expect(total.result).toBe(0.3);
  expect(total.protection?.locked).not.toBe(false);
});

test("the words sheet has a line for each text, says which are required and holds what was written", async () => {
  const told = { work: { kind: "text", text: "=1+1 检查了企业。" } } as const;
  const sheet = await sheetOf(formOf("market-regulation", { told }), 1);
  const work = rowOf(sheet, "工作开展情况");
  expect(sheet.getCell(work, 2).value).toBe("=1+1 检查了企业。");
  expect(sheet.getCell(work, 2).protection?.locked).toBe(false);
  expect(sheet.getCell(work, 3).text).toMatch(/^必填。/);
  expect(sheet.getCell(rowOf(sheet, "工作亮点和典型案例"), 3).text).toMatch(/^可不填。/);
  expect(sheet.getCell(rowOf(sheet, "存在的问题和建议"), 2).value).toBeNull();
});

test("a department that is asked words alone gets the words sheet alone", async () => {
  expect((await sheets(formOf("commerce"))).map(({ name }) => name)).toEqual(["文字"]);
  expect((await sheets(formOf("secondary", {}, meals))).map(({ name }) => name)).toEqual(["Meals"]);
});

test("a choice is offered as a list, unless its words cannot stand in one", async () => {
  const told = { kitchen: { kind: "option", option: "short_staffed" } } as const;
  const sheet = await sheetOf(formOf("primary", { told }, meals), 1);
  const answer = sheet.getCell(rowOf(sheet, "Kitchen"), 2);
  expect(answer.value).toBe("Short-staffed");
  expect(answer.dataValidation).toMatchObject({ type: "list", formulae: ['"As usual,Short-staffed,Closed"'] });
  const commas = flowOf(changed(mealsText, "{ en: As usual }", '{ en: "As usual, more or less" }'));
  const other = await sheetOf(formOf("primary", {}, commas), 1);
  expect(other.getCell(rowOf(other, "Kitchen"), 2).dataValidation).toBeUndefined();
  expect(other.getCell(rowOf(other, "Kitchen"), 3).text).toContain("As usual, more or less / Short-staffed / Closed");
});

test("the sent report has its figures, noughts too, and a foot to sign and stamp; nothing to choose or to note", async () => {
  const cells = { ...realistic(flow, 1), "mask.quality.filed": 0, "mask.quality.fines": 1234.5 };
  const last = { number: 0, cells: filledFrom(cells) };
  const of = formOf("market-regulation", {
    cells: last.cells,
    last,
    sent,
    told: { work: { kind: "text", text: "做了。" } },
  });
  const [sheet, words] = await sheets(of);
  if (!sheet || !words) throw new Error("two sheets are due");
  for (const { id, row, group, column } of of.places) {
    const unit = column.unit ? `（${label(column.unit)}）` : "";
    const heads = texts(sheet, rowOf(sheet, "口罩") - 1).map(wide);
    const name = heads.includes(label(column.label)) ? label(column.label) : label(column.label) + unit;
    const cell = cellUnder(sheet, label(row.label), label(group.label), name);
    expect(cell.value).toBe(Reflect.get(cells, id));
    expect(cell.dataValidation).toBeUndefined();
    expect(cell.note).toBeUndefined();
  }
  expect(cellUnder(sheet, "口罩", "质量违法类", "立案（件）").numFmt).toBe("#,##0_)");
  expect(cellUnder(sheet, "口罩", "质量违法类", "罚没（万元）").numFmt).toBe("#,##0.0_)");
  expect(everything(sheet)).not.toContain("填的是");
  expect(everything(sheet)).not.toContain("空格按");
  for (const each of [sheet, words]) {
    for (const part of ["FY01-福州市监-01", "2020-05-21 15:20", "报送人：陈晓", "负责人签字", "（盖章）"])
      expect(everything(each)).toContain(part);
    expect(each.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 1 });
  }
  expect(words.getCell(rowOf(words, "工作开展情况"), 2).value).toBe("做了。");
});

test("on the sent report what was not reported is blank, in the totals as well", async () => {
  const sheet = await sheetOf(formOf("market-regulation", { cells: filledFrom({ "mask.quality.filed": 0 }), sent }));
  expect(cellUnder(sheet, "呼吸机", "合计", "立案（件）").value).toBeNull();
  expect(cellUnder(sheet, "口罩", "合计", "立案（件）").result).toBe(0);
});

test("a long text is printed whole: it goes on over as many rows as it needs", async () => {
  const text = "检查了企业，开展了监督抽查。".repeat(280);
  const sheet = await sheetOf(formOf("commerce", { sent, told: { work: { kind: "text", text } } }));
  const first = rowOf(sheet, "工作开展情况");
  const after = rowOf(sheet, "工作亮点和典型案例");
  const points = Array.from({ length: after - first }, (_, index) => sheet.getRow(first + index).height);
  expect(sheet.getCell(first, 2).text).toBe(text);
  // 40 characters of type 11 to a line and 15 points a line, no row taller than the format's 409.
  expect(points.reduce((a, b) => a + b, 0)).toBeGreaterThan((text.length / 40) * 15);
  expect(Math.max(...points)).toBeLessThanOrEqual(409);
});

test("the form speaks English", async () => {
  const of = formOf("market-regulation", { language: "en", unit: "Fuzhou market" });
  expect((await make(of)).name).toBe("Round 1-Fuzhou market-form.xlsx");
  const [sheet, words] = await sheets(of);
  if (!sheet || !words) throw new Error("two sheets are due");
  expect(words.name).toBe("Words");
  expect(sheet.getCell(rowOf(sheet, "Figures are"), 2).dataValidation.formulae).toEqual(['"this round,cumulative"']);
  expect(texts(sheet, rowOf(sheet, "Masks") - 1).slice(0, 4)).toEqual([
    ...["Firms screened", "Firms found wanting", "Firms put right", "Firms sampled"],
  ]);
  expect(everything(sheet) + everything(words)).not.toMatch(/填|空格|文字/);
});

test("a block of one column still has room for the options and what they mean", async () => {
  const of = formOf("customs");
  const sheet = await sheetOf({ ...of, places: of.places.slice(0, 1) });
  expect(inputs(sheet)).toHaveLength(1);
  expect(sheet.getRow(rowOf(sheet, "空格按")).height).toBeLessThan(60);
});
