import { type Examiner, refers } from "../../source/examiner.ts";
import { opening } from "../case-flow.ts";
import type { CaseFlowFile } from "../schema.ts";
import { questionsKnown } from "./questions.ts";

/** Whether counts for a return name moves and questions that there are. */
export function examineCounts(file: CaseFlowFile, ex: Examiner): void {
  const moves = { what: { key: "known-moves" }, at: ["moves"], ids: [opening, ...file.moves.map(({ id }) => id)] };
  const units = questionsKnown(file, "unit");
  const choices = questionsKnown(file, "choice");
  for (const [index, count] of file.counts.entries()) {
    const at = ["counts", index] as const;
    refers(ex, count.move, moves, [...at, "move"]);
    refers(ex, count.unit, { ...units, what: { key: "known-parties" }, ids: ["opener", ...units.ids] }, [
      ...at,
      "unit",
    ]);
    refers(ex, count.row, choices, [...at, "row"]);
    refers(ex, count.group, choices, [...at, "group"]);
    if (count.only) refers(ex, count.only.question, units, [...at, "only", "question"]);
  }
}
