import type { FieldOf } from "../schema.ts";
import { type FieldType, refused } from "./field.ts";

/** Words: the next message, whole. */
export const text: FieldType<FieldOf<"text">> = {
  prompt: () => [],
  said: ({ max }, said) => {
    const words = said.trim();
    const length = [...words].length;
    if (!/[\p{L}\p{N}]/u.test(words)) return refused("case-words");
    if (length > max) return refused("case-long", { length, max });
    return { kind: "answer", answer: { kind: "text", text: words } };
  },
  pressed: () => undefined,
};
