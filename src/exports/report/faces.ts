import { AlignmentType, type IParagraphOptions, type IRunOptions, LineRuleType } from "docx";

/** A typeface for Chinese, and the usual one beside it for Latin letters and figures. */
const face = (eastAsia: string) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  cs: "Times New Roman",
  eastAsia,
});

/** Half points, as the format counts type; the sizes are those of GB/T 9704. */
const SIZE_2 = 44;
const SIZE_3 = 32;
const SIZE_SMALL_5 = 18;

/** The typefaces of an official document. */
export const faces = {
  title: { font: face("方正小标宋简体"), size: SIZE_2 },
  under: { font: face("楷体"), size: SIZE_3 },
  heading: { font: face("黑体"), size: SIZE_3 },
  body: { font: face("仿宋"), size: SIZE_3 },
  appended: { font: face("黑体"), size: 28 },
  caption: { font: face("黑体"), size: 24 },
  cell: { font: face("宋体"), size: SIZE_SMALL_5 },
  cellHead: { font: face("宋体"), size: SIZE_SMALL_5, bold: true },
  list: { font: face("仿宋"), size: 24 },
  listHead: { font: face("黑体"), size: 24 },
  page: { font: face("宋体"), size: 28 },
} satisfies Record<string, IRunOptions>;

/** 28 points from line to line, exactly: 22 lines a page. */
const LINES = { line: 560, lineRule: LineRuleType.EXACT };

/** Lines of the table of figures: clear of the rules above and below, in a word processor that sets type lower too. */
export const CLOSE = { line: 230, lineRule: LineRuleType.EXACT };

/** How paragraphs stand; lengths in twentieths of a point. */
export const settings = {
  title: { alignment: AlignmentType.CENTER, spacing: { line: 640, lineRule: LineRuleType.EXACT, before: 280 } },
  under: { alignment: AlignmentType.CENTER, spacing: { ...LINES, after: 280 } },
  heading: { spacing: LINES, indent: { firstLine: 640 }, keepNext: true },
  body: { spacing: LINES, indent: { firstLine: 640 } },
  signature: { spacing: LINES, alignment: AlignmentType.RIGHT, indent: { right: 640 } },
  caption: { spacing: { before: 160, after: 80 }, alignment: AlignmentType.CENTER, keepNext: true },
  appendix: { spacing: LINES, pageBreakBefore: true },
  label: { alignment: AlignmentType.LEFT },
  band: { alignment: AlignmentType.LEFT, keepNext: true },
  head: { alignment: AlignmentType.CENTER, keepNext: true },
  figure: { alignment: AlignmentType.RIGHT },
} satisfies Record<string, IParagraphOptions>;
