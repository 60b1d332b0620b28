import { z } from "zod";

const label = z.record(z.string(), z.string()).describe("the words in each language of the flow");
const figures = z
  .record(z.string(), z.number())
  .describe("by cell id, row.group.column; a cell that nobody reported is absent, 0 is a figure");
const totals = z.record(z.string(), z.number()).describe("over the rows, by group.column");
const cells = z
  .record(z.string(), z.number().or(z.literal("n/a")))
  .describe("by cell id; n/a: said not to apply; absent: not reported");
const time = z.string().describe("ISO 8601 with the offset of the flow's zone");
const day = z.string().describe("a date such as 2020-05-20");

const column = z.strictObject({
  id: z.string(),
  label,
  unit: label.optional(),
  kind: z.enum(["count", "amount"]),
  decimals: z.int(),
  adds: z.enum(["figures", "entries"]).describe("entries: a total over rows may count the same firm more than once"),
  percent: z
    .strictObject({ of: z.string(), to: z.string() })
    .optional()
    .describe("a rate: part and whole, columns of the same group; never added, recomputed from sums"),
});

const block = z.strictObject({
  id: z.string(),
  label,
  printed: z.boolean(),
  rows: z.array(z.strictObject({ id: z.string(), label })),
  groups: z.array(
    z.strictObject({
      id: z.string(),
      label,
      sums: z.array(z.string()).optional().describe("computed: the sum over these groups"),
      columns: z.array(column),
    }),
  ),
});

const unitShape = z.strictObject({
  id: z.string(),
  name: z.string(),
  department: z.string(),
  standing: z.enum(["on-time", "late", "draft", "missing"]),
  zero: z.boolean(),
  submitted_at: time.optional(),
  submitted_by: z.string().optional(),
  number: z.string().optional().describe("of the receipt"),
  cells: cells.describe("this round's, drafts included"),
  cumulative: cells,
  told: z.record(z.string(), z.string()).describe("answers in words, by question; of a span, those of its last round"),
  by_round: z
    .array(
      z.strictObject({
        number: z.int(),
        standing: z
          .enum(["on-time", "late", "draft", "missing", "none", "open"])
          .describe("none: it owed nothing then; open: it has time yet"),
        told: z.record(z.string(), z.string()),
      }),
    )
    .optional()
    .describe("of a span: each of its rounds, oldest first"),
  kept: z.array(
    z.strictObject({
      check: z.string(),
      cells: z.array(z.string()),
      reason: z.string().optional().describe("in words; absent where the figures were confirmed without any"),
      unexplained: z.literal(true).optional().describe("the unit has not said yet whether the figures are right"),
    }),
  ),
});

/** The shape of the JSON file; `return.schema.json` beside it says the same to whoever reads the file. */
export const returnShape = z.strictObject({
  format: z.literal("baosong-return/1"),
  language: z.string(),
  flow: z.strictObject({ id: z.string(), hash: z.string(), name: label, title: label }),
  rounds: z.array(
    z.strictObject({ id: z.string(), number: z.int(), due: time, from: day, to: day }).describe("oldest first"),
  ),
  as_of: day.describe("the last day that is covered"),
  head: z.strictObject({ unit: z.string(), reporter: z.string(), phone: z.string() }),
  reported: z.strictObject({
    of: z.int(),
    reported: z.int(),
    late: z.int(),
    draft: z.int(),
    missing: z.int(),
  }),
  blocks: z.array(block),
  tables: z.array(
    z.strictObject({
      block: z.string(),
      round: figures,
      cumulative: figures,
      round_totals: totals,
      cumulative_totals: totals,
    }),
  ),
  units: z.array(unitShape).optional().describe("in the leaders' file alone"),
});

export type ReturnShape = z.infer<typeof returnShape>;
export type UnitShape = z.infer<typeof unitShape>;

/** The shape as JSON Schema, as the file beside this one holds it. */
export const returnSchema = (): string => `${JSON.stringify(z.toJSONSchema(returnShape), undefined, 2)}\n`;
