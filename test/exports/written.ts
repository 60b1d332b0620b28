import JSZip from "jszip";

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const marks: Readonly<Record<string, string>> = { 方正小标宋简体: "= ", 楷体: "~ ", 黑体: "# " };

/**
 * What a Word report holds, as it would be read: a line for each paragraph, `=` the title, `~` what stands under it, `#`
 * a heading, a caption or a head; `-----` where a page begins of itself; a table by rows, with a bar between cells.
 */
export async function writtenIn(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
  const parts = xml.match(/<w:tbl>[\s\S]*?<\/w:tbl>|<w:p>[\s\S]*?<\/w:p>/g) ?? [];
  const lines = parts.flatMap((part) => {
    if (!part.startsWith("<w:tbl>")) return paragraph(part);
    const rows = part.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? [];
    return rows.map((row) => (row.match(/<w:tc>[\s\S]*?<\/w:tc>/g) ?? []).map(wordsIn).join(" | "));
  });
  return `${lines.join("\n")}\n`;
}

function paragraph(xml: string): readonly string[] {
  const mark = marks[/w:eastAsia="([^"]*)"/.exec(xml)?.[1] ?? ""] ?? "";
  const begins = /<w:pageBreakBefore\/>/.test(xml) ? ["-----"] : [];
  return [...begins, ...`${mark}${wordsIn(xml)}`.split("\n")];
}

const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text]) => (text === undefined ? "\n" : text))
    .join("")
    .replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all);
