import { type Examiner, referAll, refers, unique } from "../../source/examiner.ts";
import type { Path } from "../../source/problem.ts";
import type { ChoiceQuestion, FlowFile, TableQuestion } from "../schema.ts";
import { groupsKnown, rowsKnown } from "./blocks.ts";

/** Screens that every questionnaire has; a question of that name could not be told from them. */
const TAKEN = ["review", "zero", "submit", "warning"];

/** Whether questions name rows, groups and options that there are. */
export function examineQuestions(file: FlowFile, ex: Examiner): void {
  const ids = file.questions.map((question) => question.id);
  unique(ex, { key: "thing-question" }, ids, (index) => ["questions", index, "id"]);
  for (const [index, question] of file.questions.entries()) {
    const at: Path = ["questions", index];
    if (TAKEN.includes(question.id))
      ex.tell([...at, "id"], { key: "problem-question-taken", args: { question: question.id } });
    switch (question.type) {
      case "table":
        examineTable(file, question, at, ex);
        break;
      case "choice":
        examineChoice(question, at, ex);
        break;
      case "text":
        if (Object.values(question.zero ?? {}).some((words) => words.length > question.max))
          ex.tell([...at, "zero"], { key: "problem-zero-long", args: { max: String(question.max) } });
    }
  }
}

function examineTable(file: FlowFile, question: TableQuestion, at: Path, ex: Examiner): void {
  const index = file.blocks.findIndex((block) => block.id === question.block);
  const block = file.blocks[index];
  const known = { what: { key: "known-blocks" }, at: ["blocks"], ids: file.blocks.map((each) => each.id) };
  if (!refers(ex, question.block, known, [...at, "block"]) || !block) return;
  const groups = groupsKnown(block, ["blocks", index, "groups"]);
  for (const key of ["rows", "groups"] as const) {
    const ids = question[key];
    if (!ids) continue;
    const path: Path = [...at, key];
    if (ids.length === 0) ex.tell(path, { key: "problem-asks-empty" });
    referAll(ex, ids, key === "rows" ? rowsKnown(block, ["blocks", index, "rows"]) : groups, path);
    unique(ex, { key: "thing-id" }, ids, (place) => [...path, place]);
  }
  const computed = block.groups.filter((group) => group.sums).map((group) => group.id);
  for (const [place, id] of (question.groups ?? []).entries())
    if (computed.includes(id)) ex.tell([...at, "groups", place], { key: "problem-asks-computed", args: { group: id } });
  if (!question.tick_groups) return;
  const asked = (question.groups ?? groups.ids).filter((id) => !computed.includes(id));
  const ticked = { what: { key: "known-groups-asked" }, at: groups.at, ids: asked };
  referAll(ex, question.tick_groups.groups, ticked, [...at, "tick_groups", "groups"]);
  unique(ex, { key: "thing-group" }, question.tick_groups.groups, (place) => [...at, "tick_groups", "groups", place]);
  if (groups.ids.includes(question.id))
    ex.tell([...at, "id"], { key: "problem-question-group", args: { block: block.id } });
}

function examineChoice(question: ChoiceQuestion, at: Path, ex: Examiner): void {
  const ids = question.options.map((option) => option.id);
  unique(ex, { key: "thing-option" }, ids, (index) => [...at, "options", index, "id"]);
  const options = { what: { key: "known-options" }, at: [...at, "options"], ids };
  if (question.zero !== undefined) refers(ex, question.zero, options, [...at, "zero"]);
}
