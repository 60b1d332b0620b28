import { createCanvas, loadImage } from "@napi-rs/canvas";
import JSZip from "jszip";
import { expect } from "vitest";
import type { Format } from "../../src/exports/export.ts";
import { exports } from "../../src/exports/index.ts";
import { returnShape } from "../../src/exports/json/shape.ts";
import { exportContract, type ReadBack } from "../contracts/export.ts";
import { read } from "./fixture.ts";
import { parseCsv } from "./parse-csv.ts";

/** How each kind of file is opened; a format without a way to open it does not compile. */
const readers: Readonly<Record<Format, ReadBack>> = {
  xlsx: async (bytes) => {
    const book = await read(bytes);
    return book.worksheets.map((sheet) => JSON.stringify(sheet.getSheetValues())).join("\n");
  },
  csv: async (bytes) => {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    expect(text.startsWith("\ufeff")).toBe(true);
    const fields = parseCsv(text.slice(1)).flat();
    // Only figures may begin like a formula.
    for (const field of fields) expect(field).toMatch(/^(?![=+@\t\r＝＋－＠])(?!-(?!\d+(\.\d+)?$))/);
    return fields.join("\n");
  },
  json: async (bytes) => {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    returnShape.parse(JSON.parse(text));
    return text;
  },
  png: async (bytes) => {
    const image = await loadImage(Buffer.from(bytes));
    expect(image.width).toBeGreaterThanOrEqual(1080);
    const pen = createCanvas(image.width, image.height).getContext("2d");
    pen.drawImage(image, 0, 0);
    return "";
  },
  docx: async (bytes) => {
    const zip = await JSZip.loadAsync(bytes);
    const text = (await zip.file("word/document.xml")?.async("string")) ?? "";
    expect([...text].filter((char) => (char < " " && !/[\t\n]/.test(char)) || /\p{Cs}/u.test(char))).toEqual([]);
    expect(text.match(/<w:p[ >]/g)?.length).toBe(text.match(/<\/w:p>/g)?.length);
    return text.replace(/<[^>]*>/g, " ");
  },
};

for (const each of exports) exportContract(each, readers[each.format]);
