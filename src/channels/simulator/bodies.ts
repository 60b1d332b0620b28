import type { Context } from "hono";
import { z } from "zod";
import { Refusal } from "./refusal.ts";

const words = z.string().refine((text) => text.trim() !== "", "write something");
const id = z
  .string()
  .regex(/^[\w.-]{1,100}$/, "an id has letters, digits, - _ and . alone")
  .exactOptional();
const field = z.union([z.string(), z.number().transform(String)]);

const chat = z.string().exactOptional();
/** The id of the message of that chat that is replied to. */
const replyTo = z.string().exactOptional();

export const sayBody = z.object({ text: words, chat, replyTo, id });
/** What stands beside the file in a multipart body. */
export const besideFile = z.object({ text: z.string().exactOptional(), chat, replyTo });
export const pressBody = z.object({
  message: z.string(),
  action: z.string(),
  fields: z.record(z.string(), field).exactOptional(),
  id,
});
export const amendBody = z.object({ message: z.string(), text: words, id });
export const clockBody = z.object({ now: z.string() });
export const languageBody = z.object({ language: z.enum(["zh-CN", "en"]) });

/** The JSON body of a request. Throws a `Refusal` that says what is wrong with it. */
export async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const given: unknown = await c.req.json().catch(() => {
    throw new Refusal(400, "The body is not JSON; send an object with Content-Type: application/json.");
  });
  return checked(given, schema);
}

/** What was given, as the schema reads it. Throws a `Refusal` that says what is wrong with it. */
export function checked<T>(given: unknown, schema: z.ZodType<T>): T {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join(".")}: ${message}` : message,
  );
  throw new Refusal(400, `The body cannot be used. ${problems.join("; ")}.`);
}
