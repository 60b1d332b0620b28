import { type Examiner, referAll, unique } from "../../source/examiner.ts";
import type { Path } from "../../source/problem.ts";
import type { FlowFile, TableQuestion } from "../schema.ts";

/** Whether departments are asked questions that there are, and no figure twice. */
export function examineAsks(file: FlowFile, ex: Examiner): void {
  const known = {
    what: { key: "known-questions" },
    at: ["questions"],
    ids: file.questions.map((question) => question.id),
  };
  if (Object.keys(file.asks).length === 0) ex.tell(["asks"], { key: "problem-asks-none" });
  for (const [department, ids] of Object.entries(file.asks)) {
    const at: Path = ["asks", department];
    referAll(ex, ids, known, at);
    unique(ex, { key: "thing-question" }, ids, (index) => [...at, index]);
    if (ids.length === 0) ex.tell(at, { key: "problem-asks-nothing", args: { department } });
    examineOverlap(file, department, ids, ex);
  }
}

function examineOverlap(file: FlowFile, department: string, ids: readonly string[], ex: Examiner): void {
  const askedBy = new Map<string, string>();
  for (const [index, id] of ids.entries()) {
    const question = file.questions.find((each) => each.id === id);
    if (question?.type !== "table" || ids.indexOf(id) !== index) continue;
    const cells = cellsOf(file, question);
    const twice = cells.find((each) => askedBy.has(each));
    if (twice !== undefined)
      ex.tell(["asks", department, index], {
        key: "problem-asked-twice",
        args: { department, figure: twice, first: askedBy.get(twice) ?? "", second: id },
      });
    for (const each of cells) askedBy.set(each, id);
  }
}

/** What a table question asks, by `row.group`. */
function cellsOf(file: FlowFile, question: TableQuestion): readonly string[] {
  const block = file.blocks.find((each) => each.id === question.block);
  if (!block) return [];
  const rows = question.rows ?? block.rows.map((row) => row.id);
  const groups = question.groups ?? block.groups.filter((group) => !group.sums).map((group) => group.id);
  return rows.flatMap((row) => groups.map((group) => `${row}.${group}`));
}
