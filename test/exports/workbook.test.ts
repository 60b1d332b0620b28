import JSZip from "jszip";
import { expect, test } from "vitest";
import type { Return } from "../../src/exports/export.ts";
import { campaignText, flowOf, mealsText } from "../flow/files.ts";
import { made, opened, realistic, returnWith, unitPart } from "./fixture.ts";

const flow = flowOf(campaignText);
const cells = {
  "mask.screening.screened": 12,
  "mask.screening.failed": 0,
  "mask.sampling.batches": 117,
  "mask.sampling.failed_batches": 11,
  "mask.quality.filed": 2,
  "mask.price.filed": 3,
  "mask.quality.fines": 1.25,
  "mask.other.fines": 3,
  "mask.other.officers": 2400,
};
const one = unitPart("福州市市场监管局", cells, {
  cumulative: () => ({ ...cells, "mask.screening.screened": 40 }),
  submittedAt: Date.UTC(2020, 4, 21, 8, 30),
  submittedBy: "陈晓",
  number: "FY-1-001",
  told: { work: { kind: "text", text: "检查了企业。" } },
  kept: [{ check: "x", cells: ["mask.quality.filed"], reason: "以前立的案", by: "p1" }],
});
const campaign = returnWith(flow, [
  one,
  unitPart("厦门市市场监管局", {}, { standing: "missing", cumulative: () => ({ "mask.screening.screened": 5 }) }),
  unitPart("泉州市市场监管局", { "mask.screening.screened": 99 }, { standing: "draft" }),
  unitPart("漳州市市场监管局", { "mask.screening.screened": 0 }, { standing: "late", zero: true }),
]);

const official = async (sheet = "情况表", of: Return = campaign) => {
  const found = (await opened(of, "up")).getWorksheet(sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  return found;
};
const rowText = (sheet: Awaited<ReturnType<typeof official>>, row: number, from = 2) =>
  Array.from({ length: sheet.columnCount - from + 1 }, (_, index) =>
    sheet.getCell(row, from + index).text.replaceAll("\n", ""),
  );

test("the copy that is sent up holds the layouts of the flow and nothing else", async () => {
  const book = await opened(campaign, "up");
  expect(book.worksheets.map(({ name }) => name)).toEqual(["情况表", "情况表（原件）"]);
  const text = book.worksheets.flatMap((sheet) => sheet.getSheetValues().map((row) => JSON.stringify(row))).join();
  expect(text).not.toContain("福州");
  expect(text).not.toContain("检查了企业");
});

test("the leaders' copy adds figures by unit, narratives, standings and what is not printed", async () => {
  const book = await opened(campaign, "leaders");
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    "情况表",
    "情况表（原件）",
    "分单位",
    "工作情况",
    "报送情况",
    "表外数据",
  ]);
});

const classes = ["质量违法类", "认证检验检测类", "药械资质类", "价格违法类", "其他", "合计"];
const [filed, penalised, fines] = ["立案(件)", "处罚案件(件)", "罚没(万元)"] as const;
const [police, entities, officers] = ["移送公安案件(件)", "被查处单位(家)", "出动执法人员(人次)"] as const;
const first = [
  ...["排查企业数量", "不合格企业数量", "整改企业数量"],
  ...["开展质量抽查企业数量", "抽查产品批次", "监督抽查批次不合格发现率"],
];

test("the full sheet has its 42 heads in the order of the form, in both sections", async () => {
  const sheet = await official();
  const heads = [...first, ...classes.flatMap(() => [filed, penalised, fines, police, entities, officers])];
  expect(heads).toHaveLength(42);
  expect(rowText(sheet, 5)).toEqual(heads);
  expect(rowText(sheet, 16)).toEqual(heads);
});

test("the sheet as transcribed has exactly its 24 heads under eight groups of three", async () => {
  const sheet = await official("情况表（原件）");
  const turns = [0, 1, 2].flatMap(() => [filed, penalised, fines, police, entities, officers]);
  expect(rowText(sheet, 5)).toEqual([...first, ...turns]);
  const groups = rowText(sheet, 4).filter((_, index) => index % 3 === 0);
  expect(groups).toEqual(["生产企业排查情况", "产品质量监督抽查情况", ...classes]);
  const note = "按转录表样列示，每类只列部分栏目，仅供对照，不上报；上报用“情况表”";
  expect(sheet.getCell("A29").text).toBe(note);
  expect(sheet.getCell("A2").text.endsWith(note)).toBe(true);
  expect((await official("情况表")).getCell("A2").text).not.toContain("对照");
});

test("title, head line, captions and group heads are merged across what they stand over", async () => {
  const sheet = await official("情况表（原件）");
  const merges: readonly string[] = sheet.model.merges;
  for (const range of ["A1:Y1", "A2:Y2", "A3:Y3", "A4:A5", "B4:D4", "E4:G4", "W4:Y4", "A14:Y14", "A15:A16", "B15:D15"])
    expect(merges).toContain(range);
});

test("title, head line and foot say what the form says", async () => {
  const sheet = await official();
  expect(sheet.getCell("A1").text).toBe("全国防疫物资产品质量和市场秩序专项整治行动情况表");
  for (const part of ["填报单位：福建省市场监督管理局", "填报人：林静", "电话：0591-87654321"])
    expect(sheet.getCell("A2").text).toContain(part);
  expect([3, 14, 25, 26, 27, 28].map((row) => sheet.getCell(row, 1).text)).toEqual([
    "累计",
    "本期（第1期）",
    "数据截至时间：2020年5月20日",
    "填表说明：",
    "1. 本表所称“企业”包含个体工商户等各类防疫物资生产者。",
    "2. 同一企业生产多类产品时，按照所生产产品种类分别统计企业数量。",
  ]);
});

test("figures that nobody reported are blank, a reported nought is 0, a rate is shown with its decimals", async () => {
  const sheet = await official();
  expect(["B6", "B17", "C17", "D17"].map((cell) => sheet.getCell(cell).value)).toEqual([45, 12, 0, null]);
  expect(sheet.getCell("G17").value).toBe(9.4);
  expect(sheet.getCell("G17").numFmt).toBe("0.00_)");
  expect(sheet.getCell("B17").numFmt).toBe("#,##0_)");
  expect(sheet.getCell("J17").numFmt).toBe("#,##0.00_)");
  expect(sheet.getCell("AH17").numFmt).toBe("#,##0_)");
});

test("the total over the classes is a live formula with its result, and blank where no class has a figure", async () => {
  const sheet = await official();
  expect(sheet.getCell("AL17").value).toMatchObject({ formula: "SUM(H17,N17,T17,Z17,AF17)", result: 5 });
  expect(sheet.getCell("AN17").value).toMatchObject({ result: 4.25 });
  expect(sheet.getCell("AM17").value).toBeNull();
  const transcribed = await official("情况表（原件）");
  expect(transcribed.getCell("Y17").value).toBe(2400);
});

test("a page is A3 across, fitted on one page, its label column in sight", async () => {
  const { pageSetup, views } = await official();
  expect(pageSetup).toMatchObject({ paperSize: 8, orientation: "landscape", fitToWidth: 1, fitToHeight: 1 });
  expect(pageSetup.horizontalCentered).toBe(true);
  expect(pageSetup.printTitlesRow).toBe("1:2");
  expect(views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 2 });
});

test("every unit has a line with its standing, a nought of its own where it reported one, and the totals follow", async () => {
  const sheet = (await opened(campaign, "leaders")).getWorksheet("分单位");
  const lines = [3, 4, 5, 6, 7, 14, 15].map((row) => [1, 2, 3, 4].map((column) => sheet?.getCell(row, column).text));
  expect(lines).toEqual([
    ["福州市市场监管局", "按时", "口罩", "12"],
    ["厦门市市场监管局", "未报", "", ""],
    ["泉州市市场监管局", "填报中", "", ""],
    ["漳州市市场监管局", "迟报", "小计", "0"],
    ["合计", "", "口罩", "12"],
    ["合计", "", "红外传感器", ""],
    ["合计", "", "合计", "12"],
  ]);
  expect(sheet?.getCell(16, 1).text).toBe("小计、合计中“排查、不合格、整改、抽查企业、被查处”按行相加，同一家会计多次");
  expect(sheet?.autoFilter).toEqual("A2:C6");
});

test("in the leaders' copy sums, rates and totals are live, with their results", async () => {
  const two = { ...cells, "ventilator.sampling.batches": 3, "ventilator.sampling.failed_batches": 0 };
  const of = returnWith(flow, [one, unitPart("漳州市市场监管局", two)]);
  const sheet = (await opened(of, "leaders")).getWorksheet("分单位");
  // Asked for apart: the library's reader leaves a result of 0 out of a cell's value.
  const live = (cell: string) => {
    const { formula, result } = sheet?.getCell(cell) ?? {};
    return formula ? { formula, result } : null;
  };
  expect(sheet?.getCell("C6").text).toBe("小计");
  expect(live("H6")).toEqual({ formula: "SUM(H$4:H$5)", result: 120 });
  expect(live("J6")).toEqual({ formula: "ROUND(I6*100/H6,2)", result: 9.17 });
  expect(live("AO4")).toEqual({ formula: "SUM(K4,Q4,W4,AC4,AI4)", result: 5 });
  expect(live("D7")).toEqual({ formula: "SUMPRODUCT(--($C$3:$C$6=$C7),D$3:D$6)", result: 24 });
  expect(live("D15")).toEqual({ formula: "SUM(D$7:D$14)", result: 24 });
  expect(live("E15")).toEqual({ formula: "SUM(E$7:E$14)", result: 0 });
  expect(live("J8")).toEqual({ formula: "ROUND(I8*100/H8,2)", result: 0 });
  expect(["F15", "D8"].map((cell) => sheet?.getCell(cell).value)).toEqual([null, null]);
});

test("rows that a spreadsheet could not tell apart have totals that are plain figures", async () => {
  const alike = flow.blocks.map((block) => ({
    ...block,
    rows: block.rows.map((row) => ({ ...row, label: { en: "Same" } })),
  }));
  const sheet = (await opened(returnWith({ ...flow, blocks: alike }, [one]), "leaders")).getWorksheet("分单位");
  expect(sheet?.getCell("D4").value).toBe(12);
});

test("a long narrative goes on in the next line under the same unit, whole", async () => {
  const text = `${"工作情况。".repeat(700)}\n完`;
  const long = unitPart("a", {}, { told: { work: { kind: "text", text } } });
  const sheet = (await opened(returnWith(flow, [long]), "leaders")).getWorksheet("工作情况");
  const rows = Array.from({ length: (sheet?.rowCount ?? 1) - 1 }, (_, index) => index + 2);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.map((row) => sheet?.getCell(row, 2).value).join("")).toBe(text);
  expect(new Set(rows.map((row) => sheet?.getCell(row, 1).value))).toEqual(new Set(["a"]));
  for (const row of rows) expect(sheet?.getRow(row).height).toBeLessThan(409);
});

test("the file names no one but the product, and has no sheet that is hidden, no comment and no name but for print", async () => {
  const zip = await JSZip.loadAsync((await made(campaign, "up")).bytes);
  const part = async (name: string) => (await zip.file(name)?.async("string")) ?? "";
  const core = await part("docProps/core.xml");
  expect(core).toContain("<dc:creator>Baosong</dc:creator>");
  expect(core).toContain("<cp:lastModifiedBy>Baosong</cp:lastModifiedBy>");
  const book = await part("xl/workbook.xml");
  expect(book).not.toMatch(/state="(hidden|veryHidden)"/);
  const names = [...book.matchAll(/<definedName name="([^"]+)"/g)].map(([, name]) => name);
  expect(new Set(names)).toEqual(new Set(["_xlnm.Print_Area", "_xlnm.Print_Titles"]));
  expect(Object.keys(zip.files).filter((name) => /comment|drawing|external/i.test(name))).toEqual([]);
});

test("the leaders read who sent in what, when in the zone of the flow, and why a warning stands", async () => {
  const sheet = (await opened(campaign, "leaders")).getWorksheet("报送情况");
  expect([1, 2, 3, 4, 5, 6, 7].map((column) => sheet?.getCell(2, column).text)).toEqual([
    "福州市市场监管局",
    "按时",
    "2020-05-21 16:30",
    "陈晓",
    "FY-1-001",
    "",
    "口罩 质量违法 立案：以前立的案",
  ]);
  expect(sheet?.getCell(5, 6).text).toBe("是");
});

test("nothing that people write becomes a formula, and no control character reaches the file", async () => {
  const evil = ['=HYPERLINK("http://x")', "+1+1", "-2", "@SUM(A1)", "\u0000\u0007bell\ud800", "字".repeat(40_000)];
  const units = evil.map((text, index) =>
    unitPart(`${text.slice(0, 20)}${index}`, {}, { submittedBy: text, told: { work: { kind: "text", text } } }),
  );
  const of = returnWith(flow, units, { head: { unit: "=1+1", reporter: "=2+2", phone: "+86" } });
  const { bytes } = await made(of, "leaders");
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((name) => name.endsWith(".xml"));
  const texts = await Promise.all(names.map((name) => zip.file(name)?.async("string")));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that XML cannot hold
  for (const text of texts) expect(text).not.toMatch(/<hyperlink |[\u0000-\u0008\ud800]/);
  // Every formula of the file is of our own making.
  const formulas = texts.flatMap((text) => [...(text ?? "").matchAll(/<f[ >][^<]*<\/f>/g)].map(([formula]) => formula));
  for (const formula of formulas) expect(formula).toMatch(/<f>(SUM|SUMPRODUCT|ROUND)\([-A-Z0-9$:,=*/()]+\)<\/f>/);
  const sheet = (await opened(of, "leaders")).getWorksheet("工作情况");
  const written = units.map((_, index) => sheet?.getCell(index + 2, 2).value);
  expect(written.slice(0, 5)).toEqual([...evil.slice(0, 4), "bell"]);
  for (const text of texts)
    expect(Math.max(...(text ?? "").split(/<[^>]*>/).map(({ length }) => length))).toBeLessThan(32_768);
});

test("the head over the names of the rows says what they are, on the sheets that go up too", async () => {
  const [sheet] = (await opened(campaign, "up")).worksheets;
  const column = (sheet?.getColumn(1).values ?? []).map((value) => String(value));
  expect(column).toContain("类别");
});

test("the file is named by round, flow and day, safe on every file system", async () => {
  expect((await made(campaign, "up")).name).toBe("第1期 防疫物资专项整治周报 2020-05-20.xlsx");
  expect((await made(campaign, "leaders")).name).toBe("第1期 防疫物资专项整治周报 2020-05-20 领导参阅.xlsx");
  const scoped = { ...campaign, scope: "福州 · 口罩" };
  expect((await made(scoped, "up")).name).toBe("第1期 防疫物资专项整治周报（福州 · 口罩） 2020-05-20.xlsx");
  const odd = { ...flow, name: { "zh-CN": '../a:b*c?"<x>|' } };
  expect((await made({ ...campaign, flow: odd }, "up")).name).not.toMatch(/[\\/:*?"<>|]/);
});

test("another flow gets its own sheets, in its own language, this round first", async () => {
  const meals = flowOf(mealsText);
  const figures = { "lunch.food.cooked": 30.5, "lunch.food.wasted": 1, "lunch.served.pupils": 0 };
  const told = { kitchen: { kind: "option" as const, option: "short_staffed" } };
  const of = returnWith(meals, [unitPart("Hill School", figures, { told })]);
  const sheet = await official("Meals", of);
  expect(rowText(sheet, 5)).toEqual(["Pupils", "Staff", "Food cooked", "Food thrown away", "Share thrown away"]);
  expect(sheet.getCell("A3").text).toBe("This round (round 1)");
  expect(["B7", "C7", "D7", "F7"].map((cell) => sheet.getCell(cell).result ?? sheet.getCell(cell).value)).toEqual([
    0,
    null,
    30.5,
    3.3,
  ]);
  expect(sheet.getCell("F7").formula).toBe("ROUND(E7*100/D7,1)");
  expect(sheet.getCell("A13").text).toBe("Figures up to 20 May 2020");
  const leaders = await opened(of, "leaders");
  expect(leaders.worksheets.map(({ name }) => name)).toEqual(["Meals", "By unit", "Work", "Standings"]);
  expect(leaders.getWorksheet("Work")?.getCell("B2").text).toBe("Short-staffed");
});

test("every column is wide enough for the longest figure in it", async () => {
  const of = returnWith(flow, [
    unitPart("a", realistic(flow, 7)),
    unitPart("b", { "mask.quality.fines": 123_456.7891 }),
  ]);
  const sheet = await official("情况表", of);
  expect(sheet.getColumn(10).width).toBeGreaterThan("123,456.7891".length);
});
