import ExcelJS from "exceljs";
import fc from "fast-check";
import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import type { Sheet } from "../../src/core/interview/sheet/grid.ts";
import { flawOf } from "../../src/imports/workbook/archive.ts";
import { readWorkbook } from "../../src/imports/workbook/index.ts";

async function workbookOf(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("表"), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const read = await readWorkbook.read("表.xlsx", bytes);
  if (read.kind !== "sheets") throw new Error(`unreadable: ${read.why}`);
  return read.sheets;
}

const whyOf = async (bytes: Uint8Array) => {
  const read = await readWorkbook.read("表.xlsx", bytes);
  return read.kind === "unreadable" ? read.why : read.kind;
};

describe("a workbook that was sent", () => {
  test("is read cell by cell: text, figures, results of formulas, percentages as shown", async () => {
    const [sheet] = await sheetsOf(
      await workbookOf((of) => {
        of.getCell("A1").value = "口罩";
        of.getCell("B1").value = 12;
        of.getCell("C1").value = "十二";
        of.getCell("D1").value = { formula: "B1*2", result: 24 };
        of.getCell("E1").value = 0.1;
        of.getCell("E1").numFmt = "0.00%";
        of.getCell("F1").value = { richText: [{ text: "1" }, { text: "5" }] };
        of.getCell("G1").value = 0.1 + 0.2;
        of.getCell("H1").value = { text: "链接", hyperlink: "https://example.org" };
      }),
    );
    expect(sheet?.lines).toEqual([
      { number: 1, cells: ["口罩", 12, "十二", 24, "10%", "15", 0.3, "链接"], formulas: [3] },
    ]);
    expect(sheet?.remarks).toBeUndefined();
  });

  test("names the cells that cannot be read as they stand", async () => {
    const [sheet] = await sheetsOf(
      await workbookOf((of) => {
        of.getCell("A1").value = { formula: "B1+1" };
        of.getCell("B1").value = { formula: "1/0", result: { error: "#DIV/0!" } };
        of.getCell("C1").value = new Date(Date.UTC(2020, 4, 21));
        of.getCell("D1").value = { error: "#N/A" };
        of.mergeCells("A2:C2");
        of.getCell("A2").value = 7;
      }),
    );
    expect(sheet?.lines[1]?.cells).toEqual([7, undefined, undefined, undefined]);
    expect(sheet?.remarks).toEqual([
      { kind: "formula-without-result", at: "A1", column: 0 },
      { kind: "formula-error", at: "B1", column: 1 },
      { kind: "date", at: "C1", column: 2 },
      { kind: "formula-error", at: "D1", column: 3 },
      { kind: "merged", at: "A2", column: 0 },
    ]);
  });

  test("leaves out hidden rows, columns and sheets, and says which rows and columns", async () => {
    const sheets = await sheetsOf(
      await workbookOf((of, book) => {
        for (const row of [1, 2, 3]) for (const column of [1, 2, 3]) of.getCell(row, column).value = row * 10 + column;
        of.getRow(2).hidden = true;
        of.getColumn(3).hidden = true;
        book.addWorksheet("藏", { state: "hidden" }).getCell("A1").value = 1;
      }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(["表"]);
    expect(sheets[0]?.lines).toEqual([
      { number: 1, cells: [11, 12, undefined] },
      { number: 3, cells: [31, 32, undefined] },
    ]);
    expect(sheets[0]?.remarks).toEqual([
      { kind: "hidden", at: "C", column: 2 },
      { kind: "hidden", at: "2" },
    ]);
  });

  test("is told by its bytes, whatever it is called", async () => {
    expect(await whyOf(Uint8Array.from([0x4d, 0x5a, 0x90, 0]))).toBe("not-a-workbook");
    expect(await whyOf(new Uint8Array())).toBe("not-a-workbook");
    const zip = new JSZip().file("readme.txt", "hello");
    expect(await whyOf(await zip.generateAsync({ type: "uint8array" }))).toBe("not-a-workbook");
    const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2_000)]);
    expect(await whyOf(new Uint8Array(old))).toBe("old-format");
    const locked = Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(64)]);
    expect(await whyOf(new Uint8Array(locked))).toBe("encrypted");
    const whole = await workbookOf((of) => {
      of.getCell("A1").value = 1;
    });
    expect(await whyOf(whole.slice(0, whole.length - 200))).toBe("damaged");
    expect(await whyOf(whole.slice(0, 100))).toBe("damaged");
  });

  test("that unpacks to more than a form ever holds is not opened, whether it says so or lies", async () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024);
    const zip = new JSZip().file("xl/workbook.xml", "<workbook/>").file("xl/worksheets/sheet1.xml", zeros);
    const bomb = await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await whyOf(bomb)).toBe("too-much-inside");
    expect(await whyOf(lying(bomb))).toBe("too-much-inside");
  });

  test("that is not a workbook inside says so instead of failing", async () => {
    const zip = new JSZip().file("xl/workbook.xml", "<workbook").file("[Content_Types].xml", "no xml");
    expect(await whyOf(await zip.generateAsync({ type: "uint8array" }))).toMatch(/damaged|sheets/);
  });

  test("keeps nobody waiting: the bot's own thread goes on meanwhile", async () => {
    const large = await workbookOf((of) => {
      for (let row = 1; row <= 1_500; row += 1) of.addRow(Array.from({ length: 60 }, (_, index) => row * index));
    });
    let turns = 0;
    const clock = setInterval(() => {
      turns += 1;
    }, 5);
    const [sheet] = await sheetsOf(large);
    clearInterval(clock);
    expect(sheet?.lines.length).toBe(1_500);
    expect(turns).toBeGreaterThan(3);
  });

  test("may be any bytes at all, or a workbook with any of them changed: the directory is read without a throw", async () => {
    const whole = await workbookOf((of) => {
      of.addRow(["口罩", 12, 2, 1]);
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        flawOf(bytes);
        flawOf(Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]));
      }),
      { numRuns: 300 },
    );
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 });
    const spoilt: Uint8Array[] = [];
    fc.assert(
      fc.property(changes, fc.nat(whole.length), (bytes, length) => {
        const copy = whole.slice(0, length);
        for (const [at, byte] of bytes) copy[at] = byte;
        if (flawOf(copy) === undefined && spoilt.length < 4) spoilt.push(copy);
      }),
      { numRuns: 300 },
    );
    for (const bytes of spoilt) expect(await whyOf(bytes)).toMatch(/sheets|damaged|not-a-workbook|too-large/);
  });
});

/** The same archive with 10 bytes given as the unpacked size of every part. */
function lying(archive: Uint8Array): Uint8Array {
  const copy = Buffer.from(archive);
  const entry = Buffer.from([0x50, 0x4b, 1, 2]);
  for (let at = copy.indexOf(entry); at >= 0; at = copy.indexOf(entry, at + 4)) copy.writeUInt32LE(10, at + 24);
  return new Uint8Array(copy);
}
