/** Words with one look; a message is lines of them. */
export type Span = { readonly text: string; readonly look?: "b" | "pre" };
export type Line = readonly Span[];

/** What is left of a text when Telegram has cleaned it; nothing where it would be refused as empty. */
export function isBlank(lines: readonly Line[]): boolean {
  return lines.flat().every(({ text }) => /^[\s\p{Cc}\u2028-\u202E]*$/u.test(text));
}

/** The length as Telegram counts it: code points, without the markup. */
export function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + spanLength(line) + 1, -1);
}

/** Lines as Telegram's HTML. Whatever a text holds, it arrives as that text. */
export function html(lines: readonly Line[]): string {
  return lines.map((line) => line.map(marked).join("")).join("\n");
}

/** Lines in messages of at most `most` code points. A line is not cut: no block of a message is longer than one. */
export function inMessages(lines: readonly Line[], most: number): readonly (readonly Line[])[] {
  const messages: Line[][] = [];
  for (const line of lines) {
    const last = messages.at(-1);
    if (last && lengthOf([...last, line]) <= most) last.push(line);
    else messages.push([line]);
  }
  return messages;
}

function spanLength(line: Line): number {
  return line.reduce((sum, { text }) => sum + [...text].length, 0);
}

function marked({ text, look }: Span): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return look === undefined || text === "" ? escaped : `<${look}>${escaped}</${look}>`;
}
