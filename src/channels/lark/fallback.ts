import type { Block } from "../../core/message.ts";
import { plain } from "../degrade.ts";

/** A text message holds far more, but nobody reads it. */
const LONGEST = 20_000;

/** The message as plain words, its buttons as numbered lines: what a person can read and answer by typing. */
export function asText(blocks: readonly Block<string>[]): string {
  const lines = blocks.map((block) =>
    block.kind === "choices" ? block.choices.map(({ label }) => `[${label}]`).join(" ") : plain([block]),
  );
  const text = lines.filter((line) => line !== "").join("\n");
  return literal([...text].slice(0, LONGEST).join(""));
}

/** A text message knows one mark-up, the mention: a space that nobody sees keeps it from being one. */
function literal(text: string): string {
  return text.replace(/<(?=\/?at\b)/gi, "<\u200B");
}
