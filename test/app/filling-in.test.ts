import ExcelJS from "exceljs";
import JSZip from "jszip";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { byId, cellAt, idsIn } from "../../src/core/cells.ts";
import { reportKey, roundKey } from "../../src/core/entry.ts";
import type { Report } from "../../src/core/report.ts";
import { workbook } from "../../src/exports/index.ts";
import type { Store } from "../../src/store/store.ts";
import { type World, world } from "../world.ts";

const liaison = "fuzhou-market-liaison";
const deputy = "fuzhou-market-deputy";
const report = reportKey("epidemic-supplies-weekly", "2020-05-21", "fuzhou-market");

let it: World;
beforeEach(async () => {
  it = await world();
});
afterEach(() => it.end());

const round = roundKey("epidemic-supplies-weekly", "2020-05-21");

async function frozenNow(): Promise<boolean> {
  const kept = await it.store.read(round);
  return kept?.kind === "round" && kept.doc.state === "frozen";
}

async function reportNow(): Promise<Report> {
  const kept = await it.store.read(report);
  if (kept?.kind !== "report") throw new Error("there is no report");
  return kept.doc;
}

/** The file of the last message to the liaison. */
function lastFile(): { readonly name: string; readonly bytes: Uint8Array } {
  const file = it.sent.at(-1)?.blocks.find((block) => block.kind === "file");
  if (file?.kind !== "file") throw new Error("no file was sent");
  return file;
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

const send = (name: string, bytes: Uint8Array, person = liaison) =>
  it.act(person, { kind: "sent-file", name, size: bytes.length, bytes: async () => bytes });

const saved = async (book: ExcelJS.Workbook) => new Uint8Array(await book.xlsx.writeBuffer());

/** Writes figures into a row of the form, by the heads over them: `生产企业排查情况/排查企业数量`. */
function fill(book: ExcelJS.Workbook, row: string, figures: Readonly<Record<string, number | string>>): void {
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error("the form has no sheet");
  const headRow = rowWith(sheet, 1, "口罩") - 1;
  const line = rowWith(sheet, 1, row);
  for (const [name, value] of Object.entries(figures)) {
    const [group = "", column = ""] = name.split("/");
    let at = 0;
    for (let index = 2; index <= sheet.columnCount; index += 1) {
      const over = sheet.getCell(headRow - 1, index);
      const head = String(sheet.getCell(headRow, index).value ?? "");
      if (String(over.master.value ?? "") === group && head.startsWith(column)) at = index;
    }
    if (at === 0) throw new Error(`the form has no ${name}`);
    sheet.getCell(line, at).value = value;
  }
}

function rowWith(sheet: ExcelJS.Worksheet, column: number, text: string): number {
  for (let row = 1; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, column).value === text) return row;
  throw new Error(`no row ${text}`);
}

function answer(book: ExcelJS.Workbook, question: string, words: string): void {
  const sheet = book.worksheets.at(-1);
  if (!sheet) throw new Error("the form has no sheet of words");
  sheet.getCell(rowWith(sheet, 1, question), 2).value = words;
}

const oldFormat = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

describe("the unit's own workbook", () => {
  test("filled in and sent back makes the whole report: three messages", async () => {
    await it.press(liaison, "下载表样");
    const book = await opened(lastFile().bytes);
    fill(book, "口罩", {
      "生产企业排查情况/排查企业数量": 12,
      "生产企业排查情况/不合格企业数量": 2,
      "生产企业排查情况/整改企业数量": 1,
      "质量违法类/立案": 3,
      "质量违法类/处罚案件": 1,
      "质量违法类/罚没": 1.5,
      "质量违法类/出动": 24,
    });
    answer(book, "工作开展情况", "开展联合检查12次，约谈企业3家。");
    const reply = await send("第1期.xlsx", await saved(book));
    expect(reply).toContain("读到 7 个数，非零 7 个");
    expect(reply).toContain("空着的 281 格按 0 记");
    expect(reply).toContain("1 口罩 生产企业排查：排查12 不合格2 整改1");
    expect(await it.press(liaison, "报送")).toContain("已报送  FY01-福州市监-01");
    const { cells, told } = await reportNow();
    expect(idsIn(cells).length).toBe(288);
    expect(cellAt(cells, "mask.quality.fines")).toBe(1.5);
    expect(told.work).toEqual({ kind: "text", text: "开展联合检查12次，约谈企业3家。" });
  });

  test("comes with what to do with it as the report stands: fill in, print, or nothing any more", async () => {
    expect(await it.say(liaison, "/form")).toContain("填好直接发回来");
    await it.say(liaison, "其余都是0\n工作情况：联合检查");
    await it.press(liaison, "报送");
    const sent = await it.say(liaison, "/form");
    expect(sent).toContain("FY01-福州市监-01 的表，可打印、签字、盖章");
    expect(sent).not.toContain("填好");
    await it.at("2020-05-21T17:00+08:00");
    await it.say("fj-coordinator", "锁定 数据已上报总局");
    expect(await it.say(liaison, "/form")).toContain("这期已锁定，数不能再改");
    expect(await it.say("xiamen-market-liaison", "/form")).toContain("这期已锁定，填了也不收");
  });

  test("covers what the chat says it covers, also where the round before was missed", async () => {
    const period = async () => {
      await it.say(liaison, "/form");
      return (await opened(lastFile().bytes)).worksheets.map((sheet) => sheet.getCell("A3").text);
    };
    const first = await period();
    expect(first.length).toBeGreaterThan(0);
    for (const line of first) expect(line).toMatch(/统计时间：5月11日 — 5月20日24时$/);
    await it.at("2020-05-25T09:00+08:00");
    for (const line of await period())
      expect(line).toMatch(/统计时间：5月11日 — 5月27日24时　　前面有没报的期次，这次从5月11日起一并报$/);
  });

  test("that differs from what stands shows each difference and changes nothing before the one yes", async () => {
    await it.say(liaison, "口罩 排查11 不合格2 整改1");
    await it.say(liaison, "/form");
    const book = await opened(lastFile().bytes);
    fill(book, "口罩", { "生产企业排查情况/排查企业数量": 12, "生产企业排查情况/整改企业数量": 2 });
    const reply = await send("第1期.xlsx", await saved(book));
    expect(reply).toContain("口罩 排查 | 11 | 12");
    expect(reply).toContain("口罩 整改 | 1 | 2");
    expect(cellAt((await reportNow()).cells, "mask.screening.screened")).toBe(11);
    expect(await it.press(liaison, "都采用")).toContain("采用了 2 处");
    expect(cellAt((await reportNow()).cells, "mask.screening.screened")).toBe(12);
    expect(cellAt((await reportNow()).cells, "mask.screening.rectified")).toBe(2);
  });

  test("says what it could not read, and keeps the rest", async () => {
    await it.say(liaison, "/form");
    const book = await opened(lastFile().bytes);
    fill(book, "口罩", { "生产企业排查情况/排查企业数量": "约30", "生产企业排查情况/不合格企业数量": "二" });
    const reply = await send("第1期.xlsx", await saved(book));
    expect(reply).toContain("没看懂：口罩 生产企业排查 排查 “约30”，没有存");
    const { cells } = await reportNow();
    expect(cellAt(cells, "mask.screening.screened")).toBeUndefined();
    expect(cellAt(cells, "mask.screening.failed")).toBe(2);
    expect(reply).toContain("口罩 · 生产企业排查");
  });

  test("is read as cumulative where it says so, each figure less what earlier rounds came to", async () => {
    await it.say(liaison, "口罩 排查10 不合格1 整改0");
    await it.say(liaison, "其余都是0");
    await it.say(liaison, "工作情况：联合检查");
    await it.press(liaison, "报送");
    await it.at("2020-05-25T09:05+08:00");
    await it.say(liaison, "/form");
    const book = await opened(lastFile().bytes);
    const sheet = book.worksheets[0];
    if (!sheet) throw new Error("the form has no sheet");
    sheet.getCell(rowWith(sheet, 1, "填的是"), 2).value = "累计";
    fill(book, "口罩", { "生产企业排查情况/排查企业数量": 14, "生产企业排查情况/不合格企业数量": 1 });
    expect(await send("第2期.xlsx", await saved(book))).toContain("排查4（累计14）");
    const second = await it.store.read(reportKey("epidemic-supplies-weekly", "2020-05-28", "fuzhou-market"));
    if (second?.kind !== "report") throw new Error("there is no report");
    expect(cellAt(second.doc.cells, "mask.screening.screened")).toBe(4);
    expect(cellAt(second.doc.cells, "mask.screening.failed")).toBe(0);
  });

  test("once sent comes filled in, with the receipt's number, to be printed and signed", async () => {
    await it.say(liaison, "/zero");
    await it.press(liaison, "是，报送");
    await it.press(liaison, "我的表");
    const { name, bytes } = lastFile();
    expect(name).toContain("FY01-福州市监-01");
    const book = await opened(bytes);
    const texts: string[] = [];
    book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => void texts.push(cell.text)));
    expect(texts.join("\n")).toContain("FY01-福州市监-01");
    expect(texts.join("\n")).toContain("盖章");
  });

  test("of the official kind, filled in by hand, is taken as well", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("情况表（原件）");
    sheet.addRow([
      "",
      "生产企业排查情况",
      "",
      "",
      "产品质量监督抽查情况",
      "",
      "",
      "质量违法类",
      "",
      "",
      "认证检验检测类",
      "",
      "",
    ]);
    sheet.addRow([
      "",
      "排查企业数量",
      "不合格企业数量",
      "整改企业数量",
      "开展质量抽查企业数量",
      "抽查产品批次",
      "监督抽查批次不合格发现率",
      "立案\n（件）",
      "处罚案件\n（件）",
      "罚没\n（万元）",
      "移送公安案件\n（件）",
      "被查处单位\n（家）",
      "出动执法人员\n（人次）",
    ]);
    sheet.addRow(["口罩", 12, 2, 1, 8, 10, "10%", 3, 1, 1.5, 0, 1, 24]);
    const reply = await send("情况表.xlsx", await saved(book));
    expect(reply).toContain("口罩 发现率 10%，口罩 不合格批次按 1？");
    await it.press(liaison, "采用");
    expect(byId((await reportNow()).cells)).toMatchObject({
      "mask.sampling.failed_batches": 1,
      "mask.quality.fines": 1.5,
      "mask.certification.officers": 24,
    });
    expect(cellAt((await reportNow()).cells, "mask.quality.officers")).toBeUndefined();
  });

  test.each([
    ["a renamed program", "表.xlsx", [0x4d, 0x5a, 0x90], "不是表格，也不是照片"],
    ["an empty file", "表.xlsx", [], "是空的"],
    ["the old format", "表.xls", oldFormat, "老式的 .xls"],
    ["a broken one", "表.xlsx", [0x50, 0x4b, 3, 4], "坏了或没有传完"],
    ["one under a password", "表.xlsx", [...oldFormat, ...Buffer.from("EncryptedPackage", "utf16le")], "加了密码"],
  ])("that is %s gets an answer of its own", async (_what, name, bytes, answered) => {
    expect(await send(name, Uint8Array.from(bytes))).toContain(answered);
    expect(await it.store.read(report)).toMatchObject({ doc: { status: "none" } });
  });

  test("that unpacks without end is not opened, and that is what is said", async () => {
    const zip = new JSZip().file("xl/workbook.xml", "<workbook/>").file("xl/sheet.xml", Buffer.alloc(40 * 1024 * 1024));
    const bomb = await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    expect(await send("表.xlsx", bomb)).toContain("内容多得不像一张填好的表");
  });

  test("that holds nothing of the form says where to get the right one", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("通讯录").addRow(["张三", 13800000000]);
    expect(await send("通讯录.xlsx", await saved(book))).toContain("下载表样");
  });
});

describe("a form of somebody else", () => {
  test("is not taken: another unit's, or one of an earlier round", async () => {
    await it.say("xiamen-market-liaison", "/form");
    expect(await send("表.xlsx", lastFile().bytes)).toContain("这张表是厦门市市场监督管理局的");
    await it.say(liaison, "/form");
    const { bytes } = lastFile();
    await it.at("2020-05-25T09:05+08:00");
    expect(await send("表.xlsx", bytes)).toContain("这张表是第1期的，现在填第2期");
    expect(await it.store.read(report)).toMatchObject({ doc: { status: "none" } });
  });
});

describe("evidence", () => {
  const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

  test("is kept with the question that is asked, listed for the leaders, and can be taken off", async () => {
    await it.say(liaison, "/report");
    await it.say(liaison, "口罩");
    expect(await send("现场.jpg", photo)).toContain("收到“现场.jpg”，附在口罩，共 1 件");
    expect(await send("现场.jpg", photo)).toContain("已经附过了");
    const listed = await it.say("leader-1", "/files");
    expect(listed).toContain("福州市监 · 口罩：现场.jpg");
    await it.press("leader-1", "取第 1 件");
    const picture = it.sent.at(-1)?.blocks[0];
    expect(picture?.kind === "picture" && picture.bytes).toEqual(photo);
    expect(await it.say(liaison, "附件")).toContain("现场.jpg");
    await send("另一张.jpg", Uint8Array.from([...photo, 9]));
    await it.press(liaison, "撤下这件");
    expect((await reportNow()).attachments?.map(({ name }) => name)).toEqual(["现场.jpg"]);
  });

  test("of a sent report is listed in the leaders' workbook, with the mark to get it by", async () => {
    await it.end();
    it = await world({ exports: [workbook] });
    await send("现场.jpg", photo);
    await it.say(liaison, "/zero");
    await it.press(liaison, "是，报送");
    await it.say("leader-1", "/summary");
    const book = await opened(lastFile().bytes);
    const sheet = book.getWorksheet("附件");
    const row = sheet?.getRow(2).values;
    expect(Array.isArray(row) && row.slice(1, 4)).toEqual(["福州市市场监督管理局", "整份报表", "现场.jpg"]);
    const mark = String(sheet?.getCell("F2").value);
    expect(await it.say("leader-1", `附件 ${mark}`)).toContain("现场.jpg");
  });

  test("of a sent report goes with its number, gives no new receipt, and may come after the deadline", async () => {
    await it.say(liaison, "/zero");
    await it.press(liaison, "是，报送");
    expect(await send("盖章表.jpg", photo)).toContain("附在FY01-福州市监-01 这份报表");
    expect((await reportNow()).submission?.number).toBe("FY01-福州市监-01");
    await it.at("2020-05-21T17:05+08:00");
    expect(await send("盖章表2.jpg", Uint8Array.from([...photo, 1]))).toContain("FY01-福州市监-01");
    const { attachments, submission } = await reportNow();
    expect(attachments?.map(({ name }) => name)).toEqual(["盖章表.jpg", "盖章表2.jpg"]);
    expect([submission?.corrections, submission?.late]).toEqual([0, false]);
  });

  test("does not move the question that is asked", async () => {
    await it.say(liaison, "/report");
    await it.say(liaison, "口罩");
    await send("现场.jpg", photo);
    expect(await it.say(liaison, "12 2 1")).toContain("✓ 口罩 排查12 不合格2 整改1");
  });
});

describe("correcting", () => {
  test("an edited message corrects the answer that it made, and the open question stays open", async () => {
    await it.say(liaison, "/report");
    await it.say(liaison, "口罩");
    await it.say(liaison, "12 2 1", { id: "first" });
    const reply = await it.act(liaison, { kind: "amended", of: "first", text: "13 2 1" });
    expect(reply).toContain("排查 12 → 13");
    expect(reply).toContain("口罩 · 监督抽查");
    expect(cellAt((await reportNow()).cells, "mask.screening.screened")).toBe(13);
  });

  test("may be edited again and again, and the history has the words of each", async () => {
    await it.say(liaison, "/report");
    await it.say(liaison, "口罩");
    await it.say(liaison, "12 2 1", { id: "first" });
    await it.act(liaison, { kind: "amended", of: "first", text: "13 2 1" });
    expect(await it.act(liaison, { kind: "amended", of: "first", text: "14 2 1" })).toContain("排查 13 → 14");
    expect(await it.say(liaison, "修改记录 口罩 排查")).toContain("13 → 14（“14 2 1”）");
  });

  test("is refused from the very moment of the freeze, also while the disk is still busy with it", async () => {
    await it.end();
    let slow = false;
    const around = (store: Store): Store => ({
      ...store,
      read: (key) => store.read(key),
      history: (key) => store.history(key),
      figures: (...about) => store.figures(...about),
      since: (position) => store.since(position),
      keepFile: (bytes) => store.keepFile(bytes),
      readFile: (hash) => store.readFile(hash),
      close: () => store.close(),
      change: async (keys, by) => {
        const done = await store.change(keys, by);
        if (slow && keys.length > 10) await new Promise((later) => setTimeout(later, 300));
        return done;
      },
    });
    it = await world({ around });
    await it.say(liaison, "/zero");
    await it.press(liaison, "是，报送");
    slow = true;
    const freezing = it.at("2020-05-21T17:00+08:00");
    // The reminders of the last hour go out first.
    await expect
      .poll(async () => (await it.store.read(round))?.kind === "round" && (await frozenNow()), { timeout: 30_000 })
      .toBe(true);
    // It is 17:00 sharp: in time, and taken in after the freeze.
    expect(await it.say(liaison, "撤回")).toContain("不能撤回");
    expect(await it.say(liaison, "改 口罩 排查 5")).toContain("更正随下一版");
    await freezing;
    expect(it.heard("leadership")[0]).toContain("排查 0 家");
    await it.at("2020-05-21T17:05+08:00");
    expect(it.heard("leadership")[1]).toContain("更正：福州市市场监督管理局 口罩 生产企业排查 排查 0 → 5");
  });

  test("an edit of what was changed since changes nothing, and of what kept nothing neither", async () => {
    await it.say(liaison, "/report");
    await it.say(liaison, "口罩");
    await it.say(liaison, "12 2 1", { id: "first" });
    await it.say(liaison, "改 口罩 排查 14");
    expect(await it.act(liaison, { kind: "amended", of: "first", text: "13 2 1" })).toContain("后来又改过");
    expect(await it.act(liaison, { kind: "amended", of: "never", text: "13 2 1" })).toContain("什么都没变");
    expect(cellAt((await reportNow()).cells, "mask.screening.screened")).toBe(14);
  });

  test("a figure's history names who, when, old and new, and the words", async () => {
    await it.say(liaison, "口罩 排查12 不合格2 整改1");
    await it.say(deputy, "改 口罩 排查 14");
    const history = await it.say(liaison, "修改记录 口罩 排查");
    expect(history).toContain("空 → 12（“口罩 排查12 不合格2 整改1”）");
    expect(history).toContain("12 → 14（“改 口罩 排查 14”）");
    expect(history.split("\n").filter((line) => line.includes(" → ")).length).toBe(2);
  });

  test("a sent report can be taken back before the deadline, and gets a number of its own when it is sent again", async () => {
    await it.say(liaison, "/zero");
    await it.press(liaison, "是，报送");
    expect(await it.say(liaison, "撤回")).toContain("撤回 FY01-福州市监-01？");
    expect(await it.press(liaison, "是，撤回")).toContain("已撤回");
    expect((await reportNow()).status).toBe("draft");
    await it.say(liaison, "/zero");
    expect(await it.press(liaison, "是，报送")).toContain("FY01-福州市监-02");
    await it.at("2020-05-21T17:05+08:00");
    expect(await it.say(liaison, "撤回")).toContain("不能撤回");
  });

  test("the deputy goes on where the liaison stopped, and both are named as authors", async () => {
    await it.say(liaison, "/report");
    await it.say(liaison, "口罩");
    expect(await it.say(deputy, "/report")).toContain("口罩 · 生产企业排查");
    expect(await it.say(deputy, "12 2 1")).toContain("✓ 口罩");
    expect((await reportNow()).authors).toEqual([liaison, deputy]);
  });
});
