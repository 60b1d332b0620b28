import { z } from "zod";

/** A picture or file as the platform keeps it: its bytes lie beside the journal under their hash. */
const blob = { name: z.string(), hash: z.string().regex(/^[0-9a-f]{64}$/), size: z.number() };

const blockSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), text: z.string() }),
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("fields"), fields: z.array(z.object({ label: z.string(), value: z.string() })) }),
  z.object({
    kind: z.literal("table"),
    caption: z.string().exactOptional(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  z.object({ kind: z.literal("progress"), done: z.number(), of: z.number() }),
  z.object({
    kind: z.literal("choices"),
    choices: z.array(z.object({ label: z.string(), action: z.string(), ticked: z.boolean().exactOptional() })),
  }),
  z.object({
    kind: z.literal("inputs"),
    action: z.string(),
    submit: z.string(),
    inputs: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        unit: z.string().exactOptional(),
        placeholder: z.string().exactOptional(),
        value: z.string().exactOptional(),
        error: z.string().exactOptional(),
        lines: z.number().exactOptional(),
      }),
    ),
  }),
  z.object({ kind: z.literal("picture"), ...blob, alt: z.string() }),
  z.object({ kind: z.literal("file"), ...blob }),
]);

const common = {
  id: z.string(),
  /** ISO 8601 with the flow's offset, by the rehearsal clock. */
  at: z.string(),
};

/** A line of the journal: everything that ever had an id on this platform, in order. */
export const lineSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("message"),
    ...common,
    chat: z.string(),
    from: z.string(),
    /** The outbound key: what a repeat is known by. */
    key: z.string().exactOptional(),
    answers: z.string().exactOptional(),
    blocks: z.array(blockSchema),
  }),
  /** New content for an earlier message: the bot's in place, or a person's own words mended. */
  z.object({
    kind: z.literal("edit"),
    ...common,
    of: z.string(),
    key: z.string().exactOptional(),
    blocks: z.array(blockSchema),
  }),
  z.object({ kind: z.literal("press"), ...common, from: z.string(), on: z.string() }),
]);

export type KeptBlock = z.infer<typeof blockSchema>;
export type Line = z.infer<typeof lineSchema>;
