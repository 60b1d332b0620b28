import type { Examiner } from "../source/examiner.ts";
import type { Problem } from "../source/problem.ts";
import { readAs } from "../source/read.ts";
import { compileChecks } from "./checks.ts";
import { examineAsks } from "./examine/asks.ts";
import { examineBlocks } from "./examine/blocks.ts";
import { examineButtons } from "./examine/buttons.ts";
import { examineCalendar } from "./examine/calendar.ts";
import { examineChecks } from "./examine/checks.ts";
import { examineLabels } from "./examine/labels.ts";
import { examineLayouts } from "./examine/layouts.ts";
import { examineQuestions } from "./examine/questions.ts";
import type { Flow, FlowBlock } from "./flow.ts";
import { resolveBlocks } from "./resolve.ts";
import { type FlowFile, flowSchema } from "./schema.ts";

/**
 * Reads a flow file: its schema, then its meaning. Gives the flow, or every problem at once, each with its place and
 * what to write instead. `hash` is the SHA-256 of the text in hex, from the caller. Never throws.
 */
export function loadFlow(
  text: string,
  hash: string,
): { readonly flow: Flow } | { readonly problems: readonly Problem[] } {
  const read = readAs(text, flowSchema, examineFlow);
  if ("problems" in read) return read;
  const form = { ...read.value, blocks: read.made };
  return { flow: { ...form, hash, text, check: compileChecks(form, form.checks) } };
}

function examineFlow(file: FlowFile, ex: Examiner): readonly FlowBlock[] {
  const blocks = resolveBlocks(file);
  examineBlocks(file, ex);
  examineQuestions(file, ex);
  examineAsks(file, ex);
  examineChecks(file, blocks, ex);
  examineLayouts(file, blocks, ex);
  examineLabels(file, ex);
  examineCalendar(file, ex);
  examineButtons(file, blocks, ex);
  return blocks;
}
