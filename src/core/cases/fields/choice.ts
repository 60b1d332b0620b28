import { excerpt } from "../../interview/excerpt.ts";
import { calledExactly } from "../../interview/names.ts";
import type { FieldOf } from "../schema.ts";
import { type FieldType, refused } from "./field.ts";

/** One option out of several, pressed or named. */
export const choice: FieldType<FieldOf<"choice">> = {
  prompt: ({ options }, { button }) => [
    { kind: "choices", choices: options.map(({ id, label }) => ({ label: { label }, action: button(id) })) },
  ],
  said: ({ options }, said) => {
    const [option] = calledExactly(said, options);
    if (option) return { kind: "answer", answer: { kind: "option", option: option.id } };
    const names = { join: options.map(({ label }) => ({ label })), by: { key: "list-comma" } };
    return refused("interview-choice-unclear", { part: excerpt(said), names });
  },
  pressed: ({ options }, value) =>
    options.some(({ id }) => id === value) ? { kind: "option", option: value } : undefined,
};
