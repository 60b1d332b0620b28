import type { Choice } from "../../../core/message.ts";
import { type Part, words } from "./parts.ts";
import { behaviour } from "./press.ts";

/** The longest text of a button, in code points. */
const LONGEST = 100;

/** Buttons side by side, in as many lines as the phone needs; the first is the one that most will press. */
export function buttons(choices: readonly Choice<string>[], to: string, first: "primary" | "default"): readonly Part[] {
  if (choices.length === 0) return [];
  const columns = choices.map((choice, index) => ({
    tag: "column",
    width: "auto",
    elements: [button(choice, to, index === 0 ? first : "default")],
  }));
  return [{ tag: "column_set", flex_mode: "flow", horizontal_spacing: "small", columns }];
}

function button({ label, action, ticked }: Choice<string>, to: string, type: "primary" | "default"): Part {
  const text = ticked ? `${label} ✓` : label;
  return {
    tag: "button",
    text: words(buttonText(text)),
    type: ticked ? "primary" : type,
    behaviors: behaviour({ a: action, to }),
  };
}

/** A button has room for so much. */
export function buttonText(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text || "…" : `${characters.slice(0, LONGEST - 1).join("")}…`;
}
