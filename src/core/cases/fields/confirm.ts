import { fold } from "../../interview/names.ts";
import type { FieldOf } from "../schema.ts";
import { type FieldType, refused } from "./field.ts";

const yes = /^(是|是的|对|已知悉|知悉|知道|已经知道|好|确认|yes|y|ok)$/;

/** A tick: yes or nothing. */
export const confirm: FieldType<FieldOf<"confirm">> = {
  prompt: (_field, { button }) => [
    { kind: "choices", choices: [{ label: { key: "case-confirm" }, action: button("yes") }] },
  ],
  said: (_field, said) =>
    yes.test(fold(said)) ? { kind: "answer", answer: { kind: "yes" } } : refused("case-confirm-please"),
  pressed: (_field, value) => (value === "yes" ? { kind: "yes" } : undefined),
};
