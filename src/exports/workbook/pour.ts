import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Workbook, Worksheet } from "exceljs";
import JSZip from "jszip";
import { ZipFile } from "yazl";
import { plain } from "../sheet/style.ts";

/** A cell as it is poured: a figure, live where it has a formula, or a text, or nothing but its look. */
export type PouredCell = {
  readonly look: string;
  readonly value?: number;
  readonly formula?: string;
  readonly text?: string;
};

/** Lines that go into a sheet beside the library, which would hold a million cells as objects before it wrote any. */
export type Poured = {
  readonly sheet: Worksheet;
  /** Where they begin; the library's sheet holds a sample of each look there, in the order of `looks`. */
  readonly first: number;
  readonly count: number;
  /** Of every line, in points. */
  readonly height: number;
  /** The letters of the columns. */
  readonly letters: readonly string[];
  readonly looks: readonly string[];
  readonly cells: (line: number) => readonly PouredCell[];
};

/** So many lines are one piece of the stream. */
const PIECE = 64;

/** The file: what the library writes, with the lines poured in place of their samples. */
export async function pour(book: Workbook, poured: readonly Poured[]): Promise<Uint8Array> {
  const written = await JSZip.loadAsync(await book.xlsx.writeBuffer());
  const file = new ZipFile();
  const mtime = book.created;
  const sheets = new Map(poured.map((each) => [`xl/worksheets/sheet${each.sheet.id}.xml`, each]));
  for (const [name, entry] of Object.entries(written.files)) {
    if (entry.dir) continue;
    const lines = sheets.get(name);
    if (lines) file.addReadStream(Readable.from(pieces(await entry.async("string"), lines)), name, { mtime });
    else file.addBuffer(Buffer.from(await entry.async("uint8array")), name, { mtime });
  }
  file.end();
  return buffer(Readable.from(file.outputStream));
}

/** The sheet in pieces: what comes before the samples, the lines, what comes after. */
function* pieces(xml: string, { first, count, height, letters, looks, cells }: Poured): Generator<string> {
  const samples = new RegExp(`<row r="${first}"[^>]*>.*?</row>`, "s").exec(xml);
  if (!samples) throw new Error("the samples of the looks are not where they were put");
  const styles = new Map([...samples[0].matchAll(/ s="(\d+)"/g)].map(([, style = ""], index) => [looks[index], style]));
  const last = first + count - 1;
  const head = xml.slice(0, samples.index);
  yield head.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${letters.at(-1)}${last + 1}"/>`);
  for (let from = 0; from < count; from += PIECE) {
    let piece = "";
    for (let index = from; index < Math.min(count, from + PIECE); index += 1) {
      const row = first + index;
      piece += `<row r="${row}" ht="${height}" customHeight="1">`;
      cells(index).forEach((cell, place) => {
        piece += `<c r="${letters[place]}${row}" s="${styles.get(cell.look)}"${content(cell)}`;
      });
      piece += "</row>";
    }
    yield piece;
  }
  yield xml.slice(samples.index + samples[0].length);
}

function content({ value, formula, text }: PouredCell): string {
  if (text) return ` t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  if (value === undefined) return "/>";
  return `>${formula === undefined ? "" : `<f>${escaped(formula)}</f>`}<v>${value}</v></c>`;
}

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string): string => plain(text).replace(/[&<>]/g, (mark) => marks[mark] ?? mark);
