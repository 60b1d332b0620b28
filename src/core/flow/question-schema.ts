import { z } from "zod";
import { example, id, label } from "./parts.ts";

const ditto = z
  .boolean()
  .default(false)
  .describe("whether 同上 (same) may be answered, and repeats what the unit reported in the round before");

const tableQuestion = z.strictObject({
  id,
  type: z.literal("table"),
  block: id,
  rows: z.array(id).optional().describe("only these rows; all where absent"),
  groups: z.array(id).optional().describe("only these groups; all that are not computed where absent"),
  tick_rows: label.optional().describe("asked first: which rows saw work; the others become explicit zeros"),
  tick_groups: z
    .strictObject({ groups: z.array(id).min(1), ask: label })
    .optional()
    .describe("for each row: which of these groups saw work; the others become explicit zeros"),
  ditto,
  help: label.optional(),
});
const textQuestion = z.strictObject({
  id,
  type: z.literal("text"),
  label,
  short: label.optional(),
  ask: label,
  required: z.boolean().default(true),
  example: example.optional(),
  max: z.int().positive().default(4000).describe("longest answer, in characters"),
  zero: label.optional().describe("what a zero report writes here"),
  final: z
    .boolean()
    .default(false)
    .describe("the final summary gathers what was written here over all rounds, such as typical cases"),
  ditto,
  help: label.optional(),
});
const choiceQuestion = z.strictObject({
  id,
  type: z.literal("choice"),
  label,
  short: label.optional(),
  ask: label,
  required: z.boolean().default(true),
  options: z.array(z.strictObject({ id, label })).min(2),
  zero: id.optional().describe("the option that a zero report picks"),
  ditto,
  help: label.optional(),
});
/** What a unit is asked in a round. */
export const questionSchema = z.discriminatedUnion("type", [tableQuestion, textQuestion, choiceQuestion]);

export type Question = z.infer<typeof questionSchema>;
export type TableQuestion = z.infer<typeof tableQuestion>;
export type TextQuestion = z.infer<typeof textQuestion>;
export type ChoiceQuestion = z.infer<typeof choiceQuestion>;
