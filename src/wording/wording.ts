import { readdirSync, readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Block, Choice, Input, Label, Phrase, Text, Together } from "../core/message.ts";

/** The languages that the bot speaks; a folder of `.ftl` files each, complete in both by test. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Puts what the core says into the words of one language. */
export type Wording = {
  readonly language: Language;
  text(text: Text): string;
  /**
   * A message in words. `inert` is put over every ready string in it but the bot's own commands and links: this is the
   * last place that tells what people wrote from the wording around it. Cells of tables, buttons and what stands in a
   * field stay as they are: nothing in them can be tapped, and they are read by more than eyes.
   */
  blocks(blocks: readonly Block<Text>[], inert?: Inert): readonly Block<string>[];
  word(key: string, args?: Readonly<Record<string, Text | number>>): string;
};

type Inert = (words: string) => string;
const asIs: Inert = (words) => words;

const loaded = new Map<Language, Wording>();

/** The words of a language; read from the wording files once. Throws on a file with a syntax error. */
export function wordingOf(language: Language): Wording {
  const ready = loaded.get(language);
  if (ready) return ready;
  const made = makeWording(language, bundleOf(language));
  loaded.set(language, made);
  return made;
}

/** The nearest language that the bot speaks: `zh`, `zh-Hans` and `zh-CN` are Chinese, `en-GB` English; else undefined. */
export function spoken(tag: string | undefined): Language | undefined {
  const main = tag?.toLowerCase().split("-")[0];
  return languages.find((language) => language.toLowerCase().split("-")[0] === main);
}

/** The label in a language, else in the first that it has. */
export function labelIn(label: Label, language: string): string {
  return label[language] ?? Object.values(label)[0] ?? "";
}

function bundleOf(language: Language): FluentBundle {
  // Isolation marks would travel into copied text and file names; the two scripts here need none.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const folder = new URL(`./${language}/`, import.meta.url);
  for (const name of readdirSync(folder).sort()) {
    const errors = bundle.addResource(new FluentResource(readFileSync(new URL(name, folder), "utf8")));
    if (errors.length > 0) throw new Error(`wording/${language}/${name}: ${errors.join("; ")}`);
  }
  return bundle;
}

function makeWording(language: Language, bundle: FluentBundle): Wording {
  const put = (from: Text, inert: Inert): string => {
    if (typeof from === "string") return inert(from);
    if ("live" in from) return from.live;
    if ("label" in from) return labelIn(from.label, language);
    if ("join" in from)
      return from.join.map((each) => put(each, inert)).join(from.by === undefined ? " " : put(from.by, inert));
    return phrase(from, inert);
  };
  const phrase = ({ key, args = {} }: Phrase, inert: Inert): string => {
    const pattern = bundle.getMessage(key)?.value;
    // A sentence that is missing must not silence the bot: the key is shown, and a test keeps this from shipping.
    if (!pattern) return key;
    const plain = Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "number" ? value : put(value, inert),
    ]);
    return bundle.formatPattern(pattern, Object.fromEntries(plain));
  };
  const text = (from: Text) => put(from, asIs);
  return {
    language,
    text,
    word: (key, args = {}) => text({ key, args }),
    blocks: (blocks, inert = asIs) => blocks.map((block) => inWords(block, (from) => put(from, inert), text)),
  };
}

/** `text` puts into words what is read as a text, `plain` what is not. */
function inWords(block: Block<Text>, text: Say, plain: Say): Block<string> {
  switch (block.kind) {
    case "heading":
      return { kind: "heading", text: text(block.text) };
    case "text": {
      const said = { kind: "text" as const, text: text(block.text) };
      return block.example === undefined ? said : { ...said, example: plain(block.example) };
    }
    case "fields":
      return {
        kind: "fields",
        fields: block.fields.map((each) => ({ label: text(each.label), value: text(each.value) })),
        ...(block.head === undefined ? {} : { head: [text(block.head[0]), text(block.head[1])] }),
      };
    case "table": {
      const rows = block.rows.map((row) => row.map(plain));
      const table = { kind: "table" as const, head: block.head.map(plain), rows };
      return block.caption === undefined ? table : { ...table, caption: text(block.caption) };
    }
    case "progress":
    case "file":
      return block;
    case "choices":
      return {
        kind: "choices",
        choices: choices(block.choices, plain),
        ...(block.together === undefined ? {} : { together: together(block.together, plain) }),
      };
    case "inputs":
      return { ...block, submit: plain(block.submit), inputs: block.inputs.map((each) => input(each, text)) };
    case "picture":
      return { ...block, alt: text(block.alt) };
  }
}

type Say = (from: Text) => string;

function choices(from: readonly Choice<Text>[], text: Say): readonly Choice<string>[] {
  return from.map((choice) => ({ ...choice, label: text(choice.label) }));
}

function together(from: Together<Text>, text: Say): Together<string> {
  const options = from.options.map((option) => ({ ...option, label: text(option.label) }));
  return { ...from, options, submit: text(from.submit), beside: choices(from.beside, text) };
}

function input(from: Input<Text>, text: Say): Input<string> {
  const { unit, placeholder, label, error, ...rest } = from;
  return {
    ...rest,
    label: text(label),
    ...(unit === undefined ? {} : { unit: text(unit) }),
    ...(placeholder === undefined ? {} : { placeholder: text(placeholder) }),
    ...(error === undefined ? {} : { error: text(error) }),
  };
}
