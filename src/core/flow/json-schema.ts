import { z } from "zod";
import { caseFlowSchema } from "../cases/schema.ts";
import { rosterSchema } from "../roster.ts";
import { flowSchema } from "./schema.ts";

/** The JSON Schemas that editors complete and check flow and roster files by, as the texts of their files. */
export function editorSchemas(): { readonly flow: string; readonly caseFlow: string; readonly roster: string } {
  const text = (schema: z.ZodType, title: string) =>
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: "input" }) }, null, 2)}\n`;
  return {
    flow: text(flowSchema, "A flow: the questionnaire of a return"),
    caseFlow: text(caseFlowSchema, "A case flow: matters that are opened, moved on and closed"),
    roster: text(rosterSchema, "A roster"),
  };
}
