import { z } from "zod";
import type { Text } from "./message.ts";

/** A text as it comes from another process, which leaves it to whoever asked to put it into words. */
export const textShape: z.ZodType<Text> = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ label: z.record(z.string(), z.string()) }),
    z.strictObject({ join: z.array(textShape), by: textShape.exactOptional() }),
    z.strictObject({ key: z.string(), args: z.record(z.string(), textShape.or(z.number())).exactOptional() }),
  ]),
);
