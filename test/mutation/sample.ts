import { createHash } from "node:crypto";
import { z } from "zod";

/** What is asked of a place in the syntax tree: where a statement lies in its file, and whether it lies in a function. */
const statement = z.object({
  parent: z.object({ type: z.literal("Program") }),
  node: z.object({ start: z.number(), end: z.number() }),
});

const { oneIn, seed } = z
  .object({ oneIn: z.coerce.number().int().min(1), seed: z.coerce.number().int() })
  .parse({ oneIn: process.env.MUTATED_ONE_IN, seed: process.env.MUTATED_SEED });

/**
 * Leaves out all but one in so many of a file's functions and other outermost statements, each with everything in it:
 * what is left out is drawn from the seed and where it stands, so that the same code and seed try the same.
 */
export const strykerPlugins = [
  {
    kind: "Ignore",
    name: "sample",
    value: {
      shouldIgnore(path: unknown): string | undefined {
        const { data: outermost } = statement.safeParse(path);
        if (!outermost || oneIn === 1) return undefined;
        const { start, end } = outermost.node;
        const drawn = createHash("sha256").update(`${seed} ${start} ${end}`).digest().readUInt32BE();
        return drawn % oneIn === 0 ? undefined : "not in the sample";
      },
    },
  },
];
