import type { Inbound, Phrase } from "../core/message.ts";

/** Longer texts are answered with a sentence: no question asks for as much, and reading them takes everybody's time. */
const LONGEST_TEXT = 10_000;

/** What is said of a message that brings a longer text than any question asks for; undefined of any other. */
export function tooLong(inbound: Inbound): Phrase | undefined {
  // Counted as people count only where it matters: characters take up to two units.
  const longest = Math.max(0, ...textsOf(inbound).map((text) => (text.length > LONGEST_TEXT ? [...text].length : 0)));
  return longest > LONGEST_TEXT ? { key: "too-long", args: { length: longest, most: LONGEST_TEXT } } : undefined;
}

function textsOf(inbound: Inbound): readonly string[] {
  switch (inbound.kind) {
    case "said":
    case "amended":
      return [inbound.text];
    case "pressed":
      return Object.values(inbound.fields ?? {});
    case "sent-file":
      return [inbound.caption?.text ?? ""];
    case "joined":
    case "left":
    case "moved":
      return [];
  }
}
