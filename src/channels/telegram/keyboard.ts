import type { Choice } from "../../core/message.ts";
import { columnsOf } from "../degrade.ts";

export type Key = { readonly text: string; readonly callback_data: string };
export type Keyboard = readonly (readonly Key[])[];

/** Columns of text that a row of buttons shows on a phone without cutting labels. */
const WIDTH = 32;
const KEYS_IN_A_ROW = 4;
/** Telegram cuts a keyboard off at 300 buttons without a word; a phone is scrolled to death long before. */
export const MOST_KEYS = 100;

/** Lays buttons out in rows of equal keys, as many in a row as their longest label allows. */
export function keyboardOf(choices: readonly Choice<string>[]): Keyboard {
  const rows: Key[][] = [];
  let widest = 0;
  let tickable: boolean | undefined;
  for (const choice of choices) {
    const key = keyOf(choice);
    const wide = columnsOf(key.text) + 2;
    // What ends a choice stands apart from what may be chosen.
    const row = (choice.ticked !== undefined) === tickable ? rows.at(-1) : undefined;
    tickable = choice.ticked !== undefined;
    if (row && row.length < KEYS_IN_A_ROW && Math.max(widest, wide) * (row.length + 1) <= WIDTH) {
      row.push(key);
      widest = Math.max(widest, wide);
    } else {
      rows.push([key]);
      widest = wide;
    }
  }
  return rows;
}

function keyOf({ label, action, ticked }: Choice<string>): Key {
  // A button without words is refused, and with it the message.
  const words = label.trim() === "" ? "…" : label;
  return { text: ticked ? `${words} ✓` : words, callback_data: action };
}
