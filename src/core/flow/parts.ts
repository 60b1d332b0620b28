import { z } from "zod";

/** A name within a flow. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, "format-snake")
  .max(24)
  .describe("snake_case; appears in cell ids, checks and buttons, so it never changes once figures are stored");
/** The name of a flow. */
export const flowId = z.string().regex(/^[a-z][a-z0-9-]*$/, "format-kebab-flow");
/** Words for people. */
export const label = z
  .record(z.string(), z.string().min(1))
  .describe("the words in each of the flow's languages, for example {zh-CN: 苹果, en: Apples}");
/** An answer as it may read; no longer than the tightest of the platforms shows in an empty field. */
export const example = z
  .record(z.string(), z.string().min(1).max(64))
  .describe("an answer as it may read, shown greyed in the empty field where the platform can; at most 64 characters");
/** A time of day. */
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "format-time");
/** A calendar date. */
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "format-date");
/** A local date and time. */
export const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "format-moment");
/** A length of time. */
export const duration = z.string().regex(/^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/, "format-duration");
