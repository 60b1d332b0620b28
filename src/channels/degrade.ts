import type { Block, Choice, Outbound } from "../core/message.ts";
import type { Capabilities } from "./channel.ts";
import { tableText } from "./plain.ts";

export { columnsOf, plain, tableText } from "./plain.ts";

/** A message that the platform can show, and what was lost on the way there: for the log, without the message's words. */
export type Degraded = { readonly message: Outbound; readonly reasons: readonly string[] };

type Shown = { readonly blocks: readonly Block<string>[]; readonly reason?: string };

/** Turns what a platform cannot show into what it can. A message that it can show whole is given back as it is. */
export function degrade(message: Outbound, can: Capabilities): Degraded {
  const reasons = new Set<string>();
  const said = message.blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []));
  const blocks = message.blocks.flatMap((block) => {
    const shown = within(block, can, said);
    if (shown.reason !== undefined) reasons.add(shown.reason);
    return shown.blocks;
  });
  const { replaces, ...rest } = message;
  const renewed = replaces !== undefined && !can.edits;
  if (renewed) reasons.add("edit: sent as a new message");
  if (reasons.size === 0) return { message, reasons: [] };
  return {
    message: { ...rest, blocks, ...(replaces === undefined || renewed ? {} : { replaces }) },
    reasons: [...reasons],
  };
}

function within(block: Block<string>, can: Capabilities, said: readonly string[]): Shown {
  switch (block.kind) {
    case "heading":
    case "fields":
    case "progress":
      return { blocks: [block] };
    case "text": {
      const parts = splitText(block.text, can.textLength);
      if (parts.length <= 1) return { blocks: [block] };
      const { example } = block;
      const last = parts.length - 1;
      const shown = parts.map((part, index) =>
        example === undefined || index < last ? text(part) : { ...text(part), example },
      );
      return { blocks: shown, reason: "text: split, it is longer than one message bears" };
    }
    case "table":
      if (can.tables) return { blocks: [block] };
      return { blocks: splitText(tableText(block), can.textLength).map(text), reason: "table: as text" };
    case "choices":
      return choices(block, can);
    case "inputs":
      if (can.inputs) return { blocks: [block] };
      return { blocks: inputs(block, said), reason: "form: as text, to be answered by typing" };
    case "picture":
      if (can.pictures) return { blocks: [block] };
      return { blocks: [text(block.alt)], reason: "picture: as its description" };
    case "file":
      if (can.files) return { blocks: [block] };
      return { blocks: [text(block.name)], reason: "file: as its name" };
  }
}

type Choices = Extract<Block<string>, { kind: "choices" }>;
type Inputs = Extract<Block<string>, { kind: "inputs" }>;

/** Numbered where there are no buttons; a button whose action the platform cannot carry is said in words. */
function choices(block: Choices, can: Capabilities): Shown {
  if (!can.buttons)
    return { blocks: [text(block.choices.map(numbered).join("\n"))], reason: "buttons: as numbered text" };
  const fits = ({ action }: Choice<string>) => new TextEncoder().encode(action).length <= can.actionBytes;
  const kept = block.choices.filter(fits);
  if (kept.length === block.choices.length) return { blocks: [block] };
  const named = text(
    block.choices
      .filter((choice) => !fits(choice))
      .map(({ label }) => label)
      .join("\n"),
  );
  const left: readonly Block<string>[] = kept.length === 0 ? [] : [{ ...block, choices: kept }];
  return { blocks: [named, ...left], reason: "button: as text, its action is longer than the platform carries" };
}

function numbered({ label, ticked }: Choice<string>, index: number): string {
  return `${index + 1} ${label}${ticked ? " ✓" : ""}`;
}

/**
 * Labels in order and an example beneath; the labels are left out where the message says them already. A single field of
 * several lines asks for words, whose example is shown where they are typed.
 */
function inputs({ inputs }: Inputs, said: readonly string[]): readonly Block<string>[] {
  const [only] = inputs;
  if (only && inputs.length === 1 && (only.lines ?? 1) > 1) {
    const label = said.some((words) => words.includes(only.label)) ? "" : only.label;
    return [{ ...text(label), example: only.placeholder ?? "" }];
  }
  const samples = inputs.map(({ value, placeholder }) => value ?? placeholder ?? "");
  const example = samples.every((sample) => /^\S+$/.test(sample)) ? samples.join(" ") : undefined;
  const known = said.some((words) => inputs.every(({ label }) => words.includes(label)));
  const labels = inputs.map(({ label, unit }) => (unit ? `${label}（${unit}）` : label)).join("  ");
  const lines = [...(known ? [] : [labels]), ...(example === undefined ? [] : [example])];
  return lines.length === 0 ? [] : [text(lines.join("\n"))];
}

function text(words: string) {
  return { kind: "text" as const, text: words };
}

/**
 * Cuts a text into parts of at most `most` code points, at the end of a line or else at a space where there is one in
 * the second half. Joined by what was cut at, the parts are the text again; an empty text is one empty part.
 */
export function splitText(words: string, most: number): readonly string[] {
  if (words.length <= most) return [words];
  const parts: string[] = [];
  let rest = [...words];
  while (rest.length > most) {
    const cut = lastOf(rest, "\n", most) ?? lastOf(rest, " ", most);
    parts.push(rest.slice(0, cut ?? most).join(""));
    rest = rest.slice(cut === undefined ? most : cut + 1);
  }
  return [...parts, rest.join("")];
}

function lastOf(characters: readonly string[], mark: string, most: number): number | undefined {
  for (let at = most; at >= Math.max(1, Math.floor(most / 2)); at -= 1) if (characters[at] === mark) return at;
  return undefined;
}
