import type { Block } from "../../core/message.ts";

/** What a phone shows for a moment over the card. */
export type Toast = { readonly type: "info" | "error"; readonly content: string };

const LONGEST = 60;

/** What is said before the question or the heading, in short: what was kept, or what was wrong. */
export function toastOf(blocks: readonly Block<string>[]): Toast | undefined {
  const [first] = blocks;
  if (first?.kind !== "text") return undefined;
  const wrong = blocks.some(
    (block) => block.kind === "inputs" && block.inputs.some(({ error }) => error !== undefined),
  );
  const characters = [...first.text.replaceAll("\n", " ")];
  const content = characters.length <= LONGEST ? characters.join("") : `${characters.slice(0, LONGEST - 1).join("")}…`;
  return content === "" ? undefined : { type: wrong ? "error" : "info", content };
}
