import { z } from "zod";
import type { Seen } from "../../../contracts/channel.ts";
import { all } from "./card-check.ts";
import type { Message, State } from "./state.ts";

const worded = z.object({ content: z.string() });
const carrying = z.object({ a: z.string() });

/** The words of a text, wherever it stands. */
const wordsOf = (text: unknown): string => worded.safeParse(text).data?.content ?? "";

/** A card as a person reads and presses it. */
export function readCard(content: string) {
  const card: { header?: { title?: unknown }; body: { elements: unknown[] } } = JSON.parse(content);
  const parts = all(card.body.elements);
  const buttons = parts
    .filter(({ tag }) => tag === "button")
    .map((button) => {
      const [behaviour] = Array.isArray(button.behaviors) ? button.behaviors : [];
      const value: unknown = behaviour?.value;
      return {
        label: wordsOf(button.text),
        action: carrying.safeParse(value).data?.a ?? "",
        value,
        name: typeof button.name === "string" ? button.name : undefined,
        submits: button.form_action_type === "submit",
      };
    });
  const inForm = all(parts.filter(({ tag }) => tag === "form"));
  const inputs = inForm
    .filter(({ tag }) => tag === "input")
    .map((input) => ({
      name: String(input.name),
      label: wordsOf(input.label),
      placeholder: wordsOf(input.placeholder),
      value: typeof input.default_value === "string" ? input.default_value : "",
    }));
  const selects = inForm
    .filter(({ tag }) => tag === "multi_select_static")
    .map((select) => ({
      name: String(select.name),
      options: z.array(z.object({ text: worded, value: z.string() })).parse(select.options),
      selected: z.array(z.string()).parse(select.selected_values ?? []),
    }));
  const tables = parts
    .filter(({ tag }) => tag === "table")
    .map((table) =>
      z
        .object({
          columns: z.array(z.object({ name: z.string(), display_name: z.string() })),
          rows: z.array(z.record(z.string(), z.string())),
        })
        .parse(table),
    );
  const lines = [
    wordsOf(card.header?.title),
    ...parts.filter(({ tag }) => tag === "div").map(({ text }) => wordsOf(text)),
    ...tables.flatMap(({ columns, rows }) => rows.map((row) => columns.map(({ name }) => row[name]).join(" | "))),
  ];
  return { text: lines.filter((line) => line !== "").join("\n"), buttons, inputs, selects, tables };
}

/** The words of a message. */
export function textOf({ type, content }: Message): string {
  if (type === "interactive") return readCard(content).text;
  return type === "text" ? String(JSON.parse(content).text) : "";
}

/** A message as the contract suite sees it. */
export function seen(state: State, message: Message): Seen {
  const { id, type, content, parent } = message;
  const quoted = parent === undefined ? {} : { answers: parent };
  switch (type) {
    case "interactive": {
      const { text, buttons } = readCard(content);
      return { id, text, buttons, files: [], ...quoted };
    }
    case "file": {
      const file = state.files.get(JSON.parse(content).file_key);
      return { id, text: "", buttons: [], files: file ? [file] : [], ...quoted };
    }
    default:
      return { id, text: textOf(message), buttons: [], files: [], ...quoted };
  }
}
