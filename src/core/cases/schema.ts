import { z } from "zod";
import { duration, flowId, id, label, time } from "../flow/parts.ts";
import { roles } from "../roster.ts";

const base = {
  id,
  label: label.describe("what the answer is called where the case is shown"),
  ask: label.describe("the question as it is put"),
  required: z.boolean().default(true),
};

const fieldSchema = z.discriminatedUnion("type", [
  z.strictObject({ ...base, type: z.literal("text"), max: z.int().positive().default(500) }),
  z.strictObject({
    ...base,
    type: z.literal("choice"),
    options: z.array(z.strictObject({ id, label, aliases: z.array(z.string()).default([]) })).min(2),
  }),
  z.strictObject({
    ...base,
    type: z.literal("unit").describe("a unit of the roster; its people may then be a party to the case"),
    departments: z.array(z.string()).optional().describe("only units of these departments"),
  }),
  z.strictObject({ ...base, type: z.literal("date").describe("a calendar day from today on, such as a time limit") }),
  z.strictObject({ ...base, type: z.literal("file").describe("a photo or a document") }),
  z.strictObject({ ...base, type: z.literal("confirm").describe("must be ticked: a yes or nothing") }),
]);

const party = z
  .string()
  .describe(
    "opener: who report for the unit that opened it; lead: the coordinators; leaders; group: the leadership group " +
      "(told, never a mover); or a unit question: who report for the unit that it names",
  );

const nagSchema = z.strictObject({
  on: z
    .enum(["state", "due"])
    .default("state")
    .describe("state: counted from when the case came into the state; due: from when it is due"),
  after: duration.optional().describe("so long after that"),
  before: duration.optional().describe("so long before it is due (with `on: due`)"),
  again: duration.optional().describe("and every so long from then on, until the case is moved on"),
  to: z.array(party).min(1),
  in_turn: z.boolean().default(false).describe("each time the next person of the party, not all of them at once"),
  urgent: z.boolean().default(false).describe("pressed on its reader as far as the platform can"),
});

const moveSchema = z.strictObject({
  id,
  label: label.describe("the button"),
  done: label.describe("what is said once it is made, in the past tense: 已受理"),
  from: z.array(id).min(1).describe("states in which it may be made"),
  to: id.optional().describe("the state after it; absent: the case stays where it is"),
  by: z.array(party).min(1).describe("who may make it"),
  ask: z.array(id).default([]).describe("questions asked first, in order"),
  tells: z.array(party).default([]).describe("whom it is told to; whoever makes it sees the answer anyway"),
  marks: id.optional().describe("sets this mark; only while it is not set"),
  unmarks: id.optional().describe("takes this mark away; only while it is set"),
  reply: z
    .boolean()
    .default(false)
    .describe("a reply to the case's message makes it, the words being the answer to its one question"),
});

const countSchema = z.strictObject({
  flow: flowId.describe("the flow of the return"),
  move: id.describe("the opening (`open`) or the move that counts, in the round in which it is made"),
  unit: party.describe("for whose return it counts: opener, or a unit question"),
  row: id.describe("the choice question whose options are rows of the return"),
  group: id.describe("the choice question whose options are its groups"),
  column: id.describe("the column of the return"),
  only: z
    .strictObject({ question: id, departments: z.array(z.string()).min(1) })
    .optional()
    .describe("only cases whose unit question names a unit of these departments"),
});

/** A flow of the second kind: matters that are opened, moved from state to state by those who may, and closed. */
export const caseFlowSchema = z.strictObject({
  $schema: z.string().optional(),
  kind: z.literal("case"),
  id: flowId,
  code: z.string().regex(/^[a-z][a-z0-9]{0,5}$/, "format-code"),
  command: z.enum(["urgent", "problem", "clue"]).describe("the command of the chat that opens and lists them"),
  languages: z.array(z.string()).min(1),
  name: label,
  lead: z.string().describe("the unit of the roster that leads: its coordinators are the party `lead`"),
  zone: z.string().describe("an IANA time zone such as Asia/Shanghai"),
  private: z.boolean().default(false).describe("never spoken of in a group, and seen by its parties alone"),
  quiet: z
    .array(z.strictObject({ from: time, to: time }))
    .default([])
    .describe("nags wait for the end of these spans; what people do is told at once"),
  quiet_days_off: z.boolean().default(false),
  questions: z.array(fieldSchema).min(1),
  opening: z.strictObject({
    by: z.array(z.enum(roles)).min(1).describe("roles whose people may open one"),
    ask: z.array(id).min(1),
    to: id.describe("the state that it begins in"),
    done: label,
    tells: z.array(party).default([]),
  }),
  owner: party.describe("who answers for it: shown in lists, and whose it is to get on with it"),
  due: id.optional().describe("the date question whose answer is the time limit, to the end of that day"),
  states: z
    .array(
      z.strictObject({
        id,
        label,
        final: z.boolean().default(false).describe("the case is closed: nothing is owed any more"),
        nags: z.array(nagSchema).default([]),
      }),
    )
    .min(2),
  marks: z
    .array(
      z.strictObject({
        id,
        label,
        due: id.optional().describe("the date question that is the time limit while the mark is set"),
      }),
    )
    .default([]),
  moves: z.array(moveSchema).min(1),
  counts: z
    .array(countSchema)
    .default([])
    .describe("figures of a return that follow from these cases: offered to the liaison, never filled in"),
});

export type CaseFlowFile = z.infer<typeof caseFlowSchema>;
export type Field = z.infer<typeof fieldSchema>;
export type FieldOf<T extends Field["type"]> = Extract<Field, { type: T }>;
export type Move = z.infer<typeof moveSchema>;
export type CaseState = CaseFlowFile["states"][number];
export type CaseNag = z.infer<typeof nagSchema>;
export type Party = string;
