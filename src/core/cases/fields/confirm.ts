import { excerpt } from "../../interview/reading/excerpt.ts";
import { ticks } from "../confirming.ts";
import type { FieldOf } from "../schema.ts";
import { type FieldType, refused } from "./field.ts";

/** A tick: yes or nothing. */
export const confirm: FieldType<FieldOf<"confirm">> = {
  prompt: (_field, { button }) => [
    { kind: "choices", choices: [{ label: { key: "case-confirm" }, action: button("yes") }] },
  ],
  said: (_field, said) =>
    ticks(said) ? { kind: "answer", answer: { kind: "yes" } } : refused("case-confirm-please", { part: excerpt(said) }),
  pressed: (_field, value) => (value === "yes" ? { kind: "yes" } : undefined),
};
