import {
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { widestWord } from "../sheet/style.ts";
import { CLOSE, faces, settings } from "./faces.ts";
import type { ReportPart, ReportTable } from "./parts.ts";

/** Twentieths of a point in a millimetre. */
const MM = 56.7;
const mm = (length: number) => Math.round(length * MM);

/** A4, with the margins of GB/T 9704: 156 mm of text across. */
export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(25) },
};
const ACROSS = mm(156);
/** The longest word that a column of figures takes at the usual size. */
const WORD = 8;
/** The column of labels. */
const LABELS = mm(30);
/** The longest figure that a column takes at the usual size, a separator taking half the room of a digit. */
const FIGURE = 8;

/** The columns of a list but for its last one, in millimetres. */
const NARROW = 26;

const tight = { top: 24, bottom: 24, left: 30, right: 30 };
const pad = { top: 15, bottom: 15, left: 80, right: 80 };

type Looks = {
  readonly run: IRunOptions;
  readonly paragraph: IParagraphOptions;
  readonly margins: typeof pad;
  readonly span?: number;
};

function cell(text: string, width: number, { run, paragraph, margins, span = 1 }: Looks): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    margins,
    verticalAlign: VerticalAlign.CENTER,
    children: text
      .split("\n")
      .map((line) => new Paragraph({ ...paragraph, run, children: [new TextRun({ text: line, ...run })] })),
  });
}

/** The figures: heads repeated on every page, groups as lines across, no row broken between pages. */
export function reportTable({ head, bands }: ReportTable): Table {
  const figures = head.length - 1;
  const widths = head.map((_, index) => (index === 0 ? LABELS : Math.floor((ACROSS - LABELS) / figures)));
  // Words that are longer than a column of Chinese heads are set smaller: a word processor would break them anywhere.
  const longest = Math.max(...head.map(widestWord));
  const run = longest > WORD ? { ...faces.cellHead, size: 13 } : faces.cellHead;
  const widest = Math.max(...bands.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(digitsWide))));
  const figure =
    widest > FIGURE ? { ...faces.cell, size: Math.floor((faces.cell.size * FIGURE) / widest) } : faces.cell;
  const looks = (paragraph: IParagraphOptions) => ({ margins: tight, paragraph: { ...paragraph, spacing: CLOSE } });
  const heads = head.map((text, index) => cell(text, widths[index] ?? 0, { run, ...looks(settings.head) }));
  const rows = bands.flatMap(({ label, rows: lines }) => [
    new TableRow({
      cantSplit: true,
      children: [cell(label, ACROSS, { run: faces.cellHead, ...looks(settings.band), span: head.length })],
    }),
    ...lines.map(
      (line) =>
        new TableRow({
          cantSplit: true,
          children: [line.label, ...line.cells].map((text, index) => {
            const paragraph = index === 0 ? settings.label : settings.figure;
            const run = index === 0 ? faces.cell : figure;
            return cell(text, widths[index] ?? 0, { run, ...looks(paragraph) });
          }),
        }),
    ),
  ]);
  return table(widths, [new TableRow({ tableHeader: true, cantSplit: true, children: heads }), ...rows]);
}

/** How wide a figure is set, in digits. */
function digitsWide(figure: string): number {
  return figure.length - 0.5 * (figure.match(/[,.]/g)?.length ?? 0);
}

/** A list of texts under one head; the last column takes what room is left. */
export function listTable({ head, rows: lines, widths: given }: Extract<ReportPart, { kind: "list" }>): Table {
  const narrow = head.slice(1).map((_, index) => mm(given?.[index] ?? NARROW));
  const widths = [...narrow, ACROSS - narrow.reduce((sum, width) => sum + width, 0)];
  // Names of units are read down the page, so they begin at one edge.
  const named = given !== undefined;
  const row = (texts: readonly string[], run: IRunOptions, tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      children: texts.map((text, index) => {
        const centred = tableHeader || (index < texts.length - 1 && !(named && index === 0));
        const paragraph = centred ? settings.head : settings.label;
        return cell(text, widths[index] ?? 0, { run, paragraph: { ...paragraph, keepNext: false }, margins: pad });
      }),
    });
  return table(widths, [row(head, faces.listHead, true), ...lines.map((texts) => row(texts, faces.list, false))]);
}

function table(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: ACROSS, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    rows: [...rows],
  });
}
