import type { CaseAnswer } from "../../case.ts";
import type { Block, Text } from "../../message.ts";
import type { Field } from "../schema.ts";
import { choice } from "./choice.ts";
import { confirm } from "./confirm.ts";
import { date } from "./date.ts";
import type { Asking, FieldRead, FieldType } from "./field.ts";
import { file } from "./file.ts";
import { text } from "./text.ts";
import { unit } from "./unit.ts";

/** A question with the type that it belongs to, ready to be put or answered. */
export type Put = {
  prompt(): readonly Block<Text>[];
  said(words: string): FieldRead;
  pressed(value: string): CaseAnswer | undefined;
};

/** Every type of question and the file that knows it. */
export function put(field: Field, asking: Asking): Put {
  switch (field.type) {
    case "text":
      return bind(text, field, asking);
    case "choice":
      return bind(choice, field, asking);
    case "unit":
      return bind(unit, field, asking);
    case "date":
      return bind(date, field, asking);
    case "file":
      return bind(file, field, asking);
    case "confirm":
      return bind(confirm, field, asking);
  }
}

function bind<F extends Field>(type: FieldType<F>, field: F, asking: Asking): Put {
  return {
    prompt: () => type.prompt(field, asking),
    said: (words) => type.said(field, words, asking),
    pressed: (value) => type.pressed(field, value, asking),
  };
}
