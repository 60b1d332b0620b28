import { automatic } from "./automatic.ts";
import { badRequest } from "./refused.ts";

export type Entity = { readonly type: string; readonly offset: number; readonly length: number };
export type Formatted = { readonly text: string; readonly entities: readonly Entity[] };

/** Tags that Telegram knows, by the entity that they make. */
const tags: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  a: "text_link",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};
const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** Reads HTML as tdlib's parse_html does: known tags that close in order, four named references, numbers; else refused. */
export function parseHtml(html: string): Formatted {
  let text = "";
  const entities: Entity[] = [];
  const open: { readonly tag: string; readonly offset: number }[] = [];
  let at = 0;
  while (at < html.length) {
    const rest = html.slice(at);
    const reference = /^&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/i.exec(rest);
    const code = reference?.[1] ? Number(reference[1]) : reference?.[2] ? Number.parseInt(reference[2], 16) : undefined;
    const meant = code === undefined ? named[reference?.[3] ?? ""] : String.fromCodePoint(code);
    if (reference && meant !== undefined) {
      text += meant;
      at += reference[0].length;
      continue;
    }
    if (!rest.startsWith("<")) {
      text += rest[0];
      at += 1;
      continue;
    }
    const offset = Buffer.byteLength(html.slice(0, at));
    const end = /^<\/([^>]*)>/.exec(rest);
    if (end) {
      const last = open.pop();
      if (!last) throw badRequest(`can't parse entities: Unexpected end tag at byte offset ${offset}`);
      if (end[1]?.trim() && end[1].trim() !== last.tag)
        throw badRequest(
          `can't parse entities: Unmatched end tag at byte offset ${offset}, expected "</${last.tag}>", found "${end[0]}"`,
        );
      const length = text.length - last.offset;
      if (length > 0) entities.push({ type: tags[last.tag] ?? last.tag, offset: last.offset, length });
      at += end[0].length;
      continue;
    }
    const tag = (/^<([^\s>/]*)/.exec(rest)?.[1] ?? "").toLowerCase();
    if (!(tag in tags))
      throw badRequest(`can't parse entities: Unsupported start tag "${tag}" at byte offset ${offset}`);
    const start = /^<[^\s>/]+(?:\s+[a-z-]+(?:="[^"]*")?)*\s*>/i.exec(rest);
    if (!start) throw badRequest(`can't parse entities: Unclosed start tag at byte offset ${offset}`);
    open.push({ tag, offset: text.length });
    at += start[0].length;
  }
  const left = open.at(-1);
  if (left) throw badRequest(`can't parse entities: Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text, entities };
}

/** What the server makes of a text: control characters become spaces, direction marks go, the ends are trimmed. */
export function cleaned(text: string): string {
  return unmarked(text).trim();
}

/** The same without the trimming, which comes after the entities were read. */
export function unmarked(text: string): string {
  let clean = "";
  for (const character of text.replaceAll("\r", "")) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32 && character !== "\n") clean += " ";
    else if ((code >= 0x2028 && code <= 0x202e) || code === 0x333 || code === 0x33f || code === 0x30a) continue;
    else clean += character;
  }
  return clean;
}

/** A text that is sent: parsed, cleaned, and within 1 to `most` code points. */
export function formatted(raw: string, html: boolean, most: number, what: "message" | "caption"): Formatted {
  if (Buffer.byteLength(raw) > 32_768) throw badRequest(`${what} is too long`);
  const parsed = html ? parseHtml(raw) : { text: raw, entities: [] };
  const text = cleaned(parsed.text);
  if (what === "message" && text === "") throw badRequest("message text is empty");
  if ([...text].length > most)
    throw badRequest(what === "message" ? "message is too long" : "message caption is too long");
  const before = (at: number) => unmarked(parsed.text.slice(0, at).replace(/^\s+/, "")).length;
  const entities = parsed.entities.map(({ type, offset, length }) => ({
    type,
    offset: before(offset),
    length: before(offset + length) - before(offset),
  }));
  return { text, entities: [...entities, ...automatic({ text, entities })] };
}
