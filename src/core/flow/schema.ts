import { z } from "zod";
import { date, duration, example, flowId, id, label, moment, time } from "./parts.ts";

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
  unit: label.optional().describe("家, 件, 万元 …"),
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
const questionSchema = z.discriminatedUnion("type", [tableQuestion, textQuestion, choiceQuestion]);

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
  require: z.string().describe("CEL; true means all is well. Counts are int, amounts and medians double (write 0.0)"),
  say: label.describe("what is wrong, as a short question or sentence; {column} stands for that figure"),
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
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  sheet: z.string().max(31).describe("name of the sheet in the workbook"),
  block: id,
  groups: z.array(z.strictObject({ group: id, columns: z.array(id).min(1) })).min(1),
  first: z
    .enum(["cumulative", "round"])
    .default("cumulative")
    .describe("which comes first; the other stands beside it"),
  note: label.optional().describe("printed under the official notes"),
});

const reminding = {
  to: z
    .array(z.enum(["liaison", "deputy", "city-coordinator", "coordinator"]))
    .min(1)
    .optional()
    .describe(
      "who is told; the liaison where absent. The liaison stands for whoever reports just now: the deputy where the " +
        "liaison is on leave or cannot be reached. Coordinators get one list of all that still owe, with telephones",
    ),
  urgent: z.boolean().optional().describe("marked as urgent (加急) where the platform can"),
};
const ladderSchema = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("opening").describe("when the round opens"), ...reminding }),
  z.strictObject({ rule: z.literal("midway").describe("half-way between the opening and the due time"), ...reminding }),
  z.strictObject({ rule: z.literal("before"), by: duration.describe("so long before the due time"), ...reminding }),
  z.strictObject({ rule: z.literal("overdue"), after: duration.describe("so long after the due time"), ...reminding }),
  z.strictObject({
    rule: z.literal("call_list").describe("the coordinator gets the list of whom to call, with telephones"),
    by: duration.describe("so long before the due time"),
    to: z
      .array(z.enum(["city-coordinator", "coordinator"]))
      .min(1)
      .optional()
      .describe("the coordinator where absent; a city's coordinator gets the city's own list"),
    urgent: reminding.urgent,
  }),
]);

export const calendarSchema = z.strictObject({
  zone: z.string().describe("an IANA time zone such as Asia/Shanghai"),
  rhythm: z.enum(["daily", "weekly", "fortnightly", "monthly", "once"]),
  first_due: date.describe("the first regular due date; later ones follow by the rhythm"),
  last_due: date.optional().describe("the last regular due date; absent: goes on"),
  due_time: time.describe("when the round is frozen and version 1 is posted"),
  collect_by: z
    .strictObject({ days_before: z.int().min(0).default(0), time })
    .optional()
    .describe(
      "截报: when units have to report, counted from the due date as it stands after a shift; the coordinator gets a " +
        "preview then. What comes between it and the due time is late and still in version 1. Absent: the due time",
    ),
  gather: duration
    .default("PT5M")
    .describe("how long late and corrected reports are gathered after the freeze before the next version is posted"),
  opens: z.strictObject({
    days_before: z.int().min(0).describe("calendar days before the regular due date"),
    time,
  }),
  first_opens: moment.optional().describe("where the first round opens at another moment"),
  cutoff: z
    .strictObject({ days_before: z.int().min(0), time })
    .describe("end of the statistical period, counted from the due date as it stands after a shift"),
  covers_from: date.describe("the first day that the first round covers"),
  day_off: z
    .enum(["kept", "before", "after"])
    .describe("a due date on a day off is kept, or moved to the working day before or after"),
  shifts: z
    .record(date, z.enum(["kept", "before", "after"]))
    .default({})
    .describe("single rounds, by their regular due date, that do otherwise; what a coordinator decides goes before it"),
  holidays: z
    .strictObject({ off: z.array(date).default([]), worked: z.array(date).default([]) })
    .default({ off: [], worked: [] })
    .describe("overrides of the statutory calendar"),
  quiet: z
    .array(z.strictObject({ from: time, to: time }))
    .default([])
    .describe("no reminder is sent within; it follows when the span ends (opening and overdue ones too)"),
  quiet_days_off: z.boolean().default(true).describe("reminders keep silent on days off"),
  apart: duration
    .optional()
    .describe("a unit gets at most one reminder within so long; the next one waits, or is overtaken by a newer one"),
  reminders: z.array(ladderSchema).default([]),
});

export const flowSchema = z.strictObject({
  $schema: z.string().optional(),
  id: flowId,
  code: z.string().regex(/^[a-z][a-z0-9]{0,5}$/, "a short code of at most 6 letters and digits, for buttons"),
  languages: z.array(z.string()).min(1),
  name: label,
  title: label.describe("printed at the head of the sheet and of postings"),
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
export type Question = z.infer<typeof questionSchema>;
export type TableQuestion = z.infer<typeof tableQuestion>;
export type TextQuestion = z.infer<typeof textQuestion>;
export type ChoiceQuestion = z.infer<typeof choiceQuestion>;
export type Check = z.infer<typeof checkSchema>;
export type Layout = z.infer<typeof layoutSchema>;
export type Calendar = z.infer<typeof calendarSchema>;
export type Rung = z.infer<typeof ladderSchema>;
