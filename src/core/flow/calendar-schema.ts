import { z } from "zod";
import { date, duration, moment, time } from "./parts.ts";

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

/** When rounds open, are due and closed, and who is reminded when. */
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

export type Calendar = z.infer<typeof calendarSchema>;
export type Rung = z.infer<typeof ladderSchema>;
