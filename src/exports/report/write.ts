import { AlignmentType, Document, type FileChild, Footer, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { faces, settings } from "./faces.ts";
import type { Report, ReportPart } from "./parts.ts";
import { listTable, PAGE, reportTable } from "./tables.ts";

/** Never an unknown author on a document that goes to another office. */
const PRODUCT = "Baosong";

/** Latin letters and figures are never taken for Chinese, or a line would break within a figure. */
const LANGUAGE = { value: "en-US", eastAsia: "zh-CN" };

/** Writes the report: A4 with the margins of GB/T 9704, page numbers at the foot. */
export async function work(report: Report): Promise<Uint8Array> {
  const title = new Paragraph({
    ...settings.title,
    children: report.title.map(
      (text, index) => new TextRun({ text, ...faces.title, ...(index > 0 ? { break: 1 } : {}) }),
    ),
  });
  const under = new Paragraph({ ...settings.under, children: [new TextRun({ text: report.under, ...faces.under })] });
  const made = new Document({
    creator: PRODUCT,
    lastModifiedBy: PRODUCT,
    title: report.title.join(""),
    styles: {
      default: { document: { run: { ...faces.body, language: LANGUAGE } } },
    },
    sections: [
      {
        properties: { page: { size: PAGE.size, margin: PAGE.margin } },
        footers: { default: footer() },
        children: [title, under, ...report.parts.flatMap((part, index) => written(part, report, index))],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(made));
}

function written(part: ReportPart, { parts, justified }: Report, index: number): readonly FileChild[] {
  switch (part.kind) {
    case "heading":
      return [
        new Paragraph({
          ...settings.heading,
          // A table takes a page: begun at the foot of one it would leave its heads there with a row or two.
          pageBreakBefore: parts[index + 1]?.kind === "table",
          children: [new TextRun({ text: part.text, ...faces.heading })],
        }),
      ];
    case "paragraph":
      return paragraphs(part, justified, parts[index + 1]?.kind === "signature");
    case "table":
      return part.titled ? [titleOf(part.table.title), reportTable(part.table)] : [reportTable(part.table)];
    case "list":
      return [listTable(part)];
    case "signature":
      return ["", ...part.lines].map(
        (text, line) =>
          new Paragraph({
            ...settings.signature,
            keepNext: line < part.lines.length,
            children: [new TextRun({ text, ...faces.body })],
          }),
      );
    case "appendix":
      return [
        new Paragraph({ ...settings.appendix, children: [new TextRun({ text: part.name, ...faces.heading })] }),
        new Paragraph({ ...settings.caption, children: [new TextRun({ text: part.title, ...faces.appended })] }),
      ];
  }
}

const titleOf = (text: string): Paragraph =>
  new Paragraph({ ...settings.caption, children: [new TextRun({ text, ...faces.caption })] });

/**
 * A paragraph for each line that was written; who wrote it stands before the first. What the signature follows goes with
 * it: a page that bears a signature alone could be put under anything.
 */
function paragraphs(
  { text, by }: Extract<ReportPart, { kind: "paragraph" }>,
  justified: boolean,
  keepNext: boolean,
): readonly Paragraph[] {
  return text.split("\n").map((line, index) => {
    const said = new TextRun({ text: line, ...faces.body });
    const name = by !== undefined && index === 0 ? [new TextRun({ text: by, ...faces.body, bold: true })] : [];
    const alignment = justified ? AlignmentType.BOTH : AlignmentType.LEFT;
    return new Paragraph({ ...settings.body, alignment, keepNext, children: [...name, said] });
  });
}

function footer(): Footer {
  const number = new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], ...faces.page });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
