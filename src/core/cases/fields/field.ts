import type { CaseAnswer } from "../../case.ts";
import type { Block, Choice, Text } from "../../message.ts";
import type { Unit } from "../../roster.ts";
import type { Field } from "../schema.ts";

/** What a question is put and answered among. */
export type Asking = {
  /** The text of the button that gives this answer. */
  readonly button: (value: string) => string;
  readonly units: readonly Unit[];
  /** Today in the flow's zone, 2020-05-21. */
  readonly today: string;
};

/** What came of an answer: taken, or why not, with ways out to press. */
export type FieldRead =
  | { readonly kind: "answer"; readonly answer: CaseAnswer }
  | { readonly kind: "refused"; readonly why: Text; readonly choices?: readonly Choice<Text>[] };

/** A kind of question of a case: one file each, listed in `fields/index.ts`. */
export type FieldType<F extends Field> = {
  /** What stands under the question: how to answer, buttons. */
  prompt(field: F, asking: Asking): readonly Block<Text>[];
  said(field: F, text: string, asking: Asking): FieldRead;
  /** What a button's value answers; undefined where it is none of this question's. */
  pressed(field: F, value: string, asking: Asking): CaseAnswer | undefined;
};

/** The same sentence for every answer that cannot be one. */
export const refused = (key: string, args: Readonly<Record<string, Text | number>> = {}): FieldRead => ({
  kind: "refused",
  why: { key, args },
});
