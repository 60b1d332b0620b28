import type { Block, Input, Together } from "../../../core/message.ts";
import { buttonText } from "./buttons.ts";
import { type Part, paragraph, words } from "./parts.ts";
import { behaviour, fieldName } from "./press.ts";

type Inputs = Extract<Block<string>, { kind: "inputs" }>;

/** The longest answer that a field takes, and the longest hint in it, in code points. */
const LONGEST = 1_000;
const HINT = 100;

/** A form with a field for each figure; what is wrong with one stands beneath it. `index` tells a card's forms apart. */
export function form({ action, submit, inputs }: Inputs, to: string, index: number): Part {
  return {
    tag: "form",
    name: `f${index}`,
    elements: [...inputs.flatMap((input) => field(input, index)), submitting(submit, { a: action, to }, index)],
  };
}

/** A list to tick on the phone, sent with one press. */
export function ticking({ name, options, action, submit }: Together<string>, to: string, index: number): Part {
  const list: Part = {
    tag: "multi_select_static",
    name: fieldName(index, name),
    width: "fill",
    options: options.map(({ value, label }) => ({ text: words(label), value })),
    selected_values: options.filter(({ ticked }) => ticked).map(({ value }) => value),
  };
  return {
    tag: "form",
    name: `f${index}`,
    elements: [list, submitting(submit, { a: action, to, lists: [name] }, index)],
  };
}

function field({ name, label, unit, placeholder, value, error, lines }: Input<string>, index: number): readonly Part[] {
  const input: Part = {
    tag: "input",
    name: fieldName(index, name),
    label: words(unit ? `${label}（${unit}）` : label),
    width: "fill",
    max_length: LONGEST,
    ...(placeholder === undefined ? {} : { placeholder: words(cut(placeholder, HINT)) }),
    ...(value === undefined ? {} : { default_value: cut(value, LONGEST) }),
    ...(lines !== undefined && lines > 1 ? { input_type: "multiline_text", rows: lines } : {}),
  };
  return error === undefined ? [input] : [input, paragraph(error, "wrong")];
}

function submitting(label: string, press: { a: string; to: string; lists?: readonly string[] }, index: number): Part {
  return {
    tag: "button",
    name: `f${index}_send`,
    text: words(buttonText(label)),
    type: "primary",
    width: "fill",
    form_action_type: "submit",
    behaviors: behaviour(press),
  };
}

function cut(text: string, most: number): string {
  return [...text].slice(0, most).join("");
}
