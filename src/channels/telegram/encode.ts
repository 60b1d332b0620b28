import type { Block, Choice } from "../../core/message.ts";
import type { Capabilities } from "../channel.ts";
import { plain, splitText } from "../degrade.ts";
import { type Keyboard, keyboardOf, MOST_KEYS } from "./keyboard.ts";
import { html, inMessages, isBlank, type Line, lengthOf } from "./rich.ts";
import { shownTable } from "./table.ts";

/** What Telegram shows; forms are text and typed answers there. */
export const can: Capabilities = {
  buttons: true,
  inputs: false,
  tables: true,
  pictures: true,
  files: true,
  edits: true,
  actionBytes: 64,
  textLength: 4_096,
  tellsRepeats: 0,
};

const CAPTION = 1_024;
const PLACEHOLDER = 64;
/** Stands where Telegram wants words and there are none. */
const wordless: Line = [{ text: "…" }];

export type FilePart = {
  readonly kind: "file";
  readonly as: "photo" | "document";
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly caption: string;
  readonly keyboard: Keyboard;
};
export type TextPart = {
  readonly kind: "text";
  readonly html: string;
  readonly keyboard: Keyboard;
  /** Words are asked for, and the phone turns to answering; what stands greyed in the field. Never with a keyboard. */
  readonly asks?: string;
};
/** One message on Telegram. */
export type Part = TextPart | FilePart;

/**
 * A message as the messages that it takes on Telegram, mostly one: the words with their buttons, then the files. A
 * single file bears the words as its caption where they are short enough.
 */
export function encode(blocks: readonly Block<string>[]): readonly Part[] {
  const lines: Line[] = [];
  const choices: Choice<string>[] = [];
  const files: FilePart[] = [];
  let asks: string | undefined;
  const file = (as: FilePart["as"], name: string, bytes: Uint8Array, caption = "") =>
    files.push({ kind: "file", as, name, bytes, caption, keyboard: [] });
  for (const block of blocks)
    switch (block.kind) {
      case "heading":
        lines.push(...splitText(block.text, can.textLength).map((text): Line => [{ text, look: "b" }]));
        break;
      case "fields":
        for (const { label, value } of block.fields) lines.push(...field(label, value));
        break;
      case "table": {
        const shown = shownTable(block);
        if (block.caption !== undefined) lines.push([{ text: block.caption, look: "b" }]);
        if (shown.kind === "text") lines.push(...shown.texts.map((text): Line => [{ text, look: "pre" }]));
        else file("document", shown.name, shown.bytes);
        break;
      }
      case "choices":
        choices.push(...block.choices);
        break;
      case "picture":
        file("photo", block.name, block.bytes, captionOf(block.alt));
        break;
      case "file":
        file("document", block.name, block.bytes);
        break;
      case "text":
        asks = block.example ?? asks;
        if (block.text !== "") lines.push(...splitText(block.text, can.textLength).map((text): Line => [{ text }]));
        break;
      case "progress":
      case "inputs":
        lines.push(...splitText(plain([block]), can.textLength).map((text): Line => [{ text }]));
    }
  const words = isBlank(lines) ? [] : lines;
  const [only] = files;
  if (only && files.length === 1 && choices.length <= MOST_KEYS && lengthOf(words) <= CAPTION)
    return [{ ...only, caption: words.length > 0 ? html(words) : only.caption, keyboard: keyboardOf(choices) }];
  const said = texts(words, choices);
  const last = said.at(-1);
  // Telegram shows either buttons or the field: a question that can be answered by a press keeps its buttons.
  const asking =
    asks !== undefined && last && choices.length === 0 ? [...said.slice(0, -1), { ...last, asks: hint(asks) }] : said;
  return [...asking, ...files];
}

/** A placeholder as the Bot API takes it: one line of at most 64 characters. */
function hint(example: string): string {
  return [...example.replace(/\s+/g, " ").trim()].slice(0, PLACEHOLDER).join("");
}

function texts(lines: readonly Line[], choices: readonly Choice<string>[]): readonly TextPart[] {
  const keyboards = Array.from({ length: Math.ceil(choices.length / MOST_KEYS) }, (_, index) =>
    keyboardOf(choices.slice(index * MOST_KEYS, (index + 1) * MOST_KEYS)),
  );
  const [first = [], ...more] = keyboards;
  const messages = inMessages(lines, can.textLength).filter((message) => !isBlank(message));
  if (messages.length === 0 && first.length > 0) messages.push([wordless]);
  const part = (message: readonly Line[], keyboard: Keyboard): TextPart => ({
    kind: "text",
    html: html(message),
    keyboard,
  });
  return [
    ...messages.map((message, index) => part(message, index === messages.length - 1 ? first : [])),
    ...more.map((keyboard) => part([wordless], keyboard)),
  ];
}

function field(label: string, value: string): readonly Line[] {
  const whole = `${label}：${value}`;
  if ([...whole].length > can.textLength) return splitText(whole, can.textLength).map((text) => [{ text }]);
  return [[{ text: `${label}：`, look: "b" }, { text: value }]];
}

function captionOf(words: string): string {
  const [first = ""] = splitText(words, CAPTION);
  return isBlank([[{ text: first }]]) ? "" : html([[{ text: first }]]);
}
