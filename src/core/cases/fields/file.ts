import type { FieldOf } from "../schema.ts";
import { type FieldType, refused } from "./field.ts";

/** A photo or a document: it is sent, never typed. */
export const file: FieldType<FieldOf<"file">> = {
  prompt: () => [],
  said: () => refused("case-file-please"),
  pressed: () => undefined,
};
