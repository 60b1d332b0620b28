import { z } from "zod";
import { calendarSchema } from "./calendar-schema.ts";
import { flowId, id, label } from "./parts.ts";
import { questionSchema } from "./question-schema.ts";

export type { Calendar, Rung } from "./calendar-schema.ts";
export { calendarSchema } from "./calendar-schema.ts";
export type { ChoiceQuestion, Question, TableQuestion, TextQuestion } from "./question-schema.ts";

const computedColumn = z
  .strictObject({
    kind: z.literal("percent"),
    of: id.describe("the part: a column of the same group"),
    to: id.describe("the whole: a column of the same group; with 0 here the rate is blank"),
  })
  .describe("a rate: part ÷ whole × 100, recomputed from sums wherever rows or units are added, never averaged");

const columnSchema = z.strictObject({
  id,
  label,
  short: label.optional().describe("where room is short: prompts, receipts, pictures"),
  aliases: z.array(z.string()).default([]).describe("other words that people use for it"),
  unit: label.optional().describe("what it is counted in: 家, 件, 万元 …"),
  kind: z.enum(["count", "amount"]).default("count").describe("count: whole numbers; amount: decimals"),
  decimals: z
    .int()
    .min(0)
    .max(6)
    .default(0)
    .describe("kept decimals of an amount; finer figures are rounded and echoed"),
  scales: z
    .record(z.string(), z.number().positive())
    .optional()
    .describe("units people may write instead and their worth in the column's unit, for example {元: 0.0001}"),
  adds: z
    .enum(["figures", "entries"])
    .default("figures")
    .describe("entries: a total over rows counts the same firm once a row and says so"),
  beside: id
    .optional()
    .describe("a column of another block that this one is set beside to be compared, and never added to"),
  computed: computedColumn.optional(),
});

const groupSchema = z.strictObject({
  id,
  label,
  short: label.optional(),
  heading: label
    .optional()
    .describe(
      "what its figures stand under by themselves, as in postings; absent: the label, and of a sum what it adds up",
    ),
  aliases: z.array(z.string()).default([]),
  columns: z.array(columnSchema).min(1).optional().describe("the group's own columns, or `like` another group's"),
  like: id.optional().describe("take the columns of that group"),
  sums: z.array(id).optional().describe("computed: each column is the sum of the same column over these groups"),
});

const blockSchema = z.strictObject({
  id,
  label,
  printed: z.boolean().default(true).describe("false: collected, shown to coordinators, not on the official sheet"),
  rows: z
    .array(z.strictObject({ id, label, short: label.optional(), aliases: z.array(z.string()).default([]) }))
    .min(1),
  groups: z.array(groupSchema).min(1),
});

const checkSchema = z.strictObject({
  id,
  level: z
    .enum(["error", "warning", "notice"])
    .describe("error: must be mended; warning: may stand with a reason; notice: told to the coordinator"),
  block: id.optional().describe("whose figures it reads; absent for `each: report`"),
  each: z
    .enum(["group", "figure", "report"])
    .default("group")
    .describe(
      "group: once for each row and group, with the group's columns by id; figure: once for each figure, with value, " +
        "median and reports (of the unit's earlier rounds) and whole (bool: the column is a count); report: once, with zero (bool) and zeros_before (how many zero reports came just before)",
    ),
  groups: z.array(id).optional().describe("with `each: group` or `figure`: only these groups"),
  departments: z.array(z.string()).optional().describe("only these departments"),
  over: z.enum(["round", "cumulative"]).default("round"),
  label: label
    .optional()
    .describe("what holds, in a few words, as a list of checks names it; absent: the columns that it reads"),
  bare: id.optional().describe("with `each: group`: only where the figure of this column was written without its unit"),
  require: z.string().describe("CEL; true means all is well. Counts are int, amounts and medians double (write 0.0)"),
  say: label.describe(
    "what is wrong, as a short question or sentence; {column} stands for that figure, and with `each: figure` {name} " +
      "and {unit} for those of its column",
  ),
  reason: z
    .enum(["optional", "required"])
    .default("optional")
    .describe("whether a warning may stand on a bare yes, or only with a reason in words"),
  repairs: z
    .array(z.record(id, z.string()))
    .default([])
    .describe(
      "likely repairs, the likeliest first, each the columns to set (`value` for `each: figure`) and to what, in CEL " +
        "over the same variables; offered as buttons where the figures would then hold",
    ),
});

const layoutSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "format-kebab-layout"),
  sheet: z.string().max(31).describe("name of the sheet in the workbook"),
  block: id,
  groups: z.array(z.strictObject({ group: id, columns: z.array(id).min(1) })).min(1),
  first: z
    .enum(["cumulative", "round"])
    .default("cumulative")
    .describe("which comes first; the other stands beside it"),
  note: label.optional().describe("printed under the official notes"),
  sent_up: z
    .boolean()
    .default(true)
    .describe(
      "whether this sheet is the one to send up; false: it is for comparison, and says its note at its head too",
    ),
});

export const flowSchema = z.strictObject({
  $schema: z.string().optional(),
  id: flowId,
  code: z.string().regex(/^[a-z][a-z0-9]{0,5}$/, "format-code"),
  languages: z.array(z.string()).min(1),
  name: label,
  title: label.describe("printed at the head of the sheet and of postings"),
  final_title: label
    .optional()
    .describe("what the summary at the end of the campaign is called; absent: the name, and that it is the summary"),
  lead: z.string().describe("the unit of the roster that sends the table up"),
  calendar: calendarSchema,
  missing_names: z
    .enum(["group", "leaders"])
    .default("group")
    .describe("who reads which units are missing: the leadership group, or leaders and coordinators in private alone"),
  sign_off: z
    .boolean()
    .default(false)
    .describe("审核: a report counts once the unit's head has approved it; a unit without a head needs none"),
  blocks: z.array(blockSchema).min(1),
  questions: z.array(questionSchema).min(1),
  asks: z
    .record(z.string(), z.array(id))
    .describe("department: the questions it is asked, in order; a department that is not named owes nothing"),
  checks: z.array(checkSchema).default([]),
  layouts: z.array(layoutSchema).default([]),
  notes: z.array(label).default([]).describe("the notes at the foot of the sheet"),
});

export type FlowFile = z.infer<typeof flowSchema>;
export type Column = z.infer<typeof columnSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Layout = z.infer<typeof layoutSchema>;
