import { type Examiner, type Known, referAll, refers, unique } from "../../source/examiner.ts";
import type { Path } from "../../source/problem.ts";
import { opening } from "../case-flow.ts";
import type { CaseFlowFile, Move } from "../schema.ts";
import { questionsKnown } from "./questions.ts";

/** Whether the opening and the moves name states, questions, marks and parties that there are. */
export function examineMoves(file: CaseFlowFile, ex: Examiner): void {
  const states = statesKnown(file);
  const questions = questionsKnown(file);
  refers(ex, file.opening.to, states, ["opening", "to"]);
  referAll(ex, file.opening.ask, questions, ["opening", "ask"]);
  examineParties(file, file.opening.tells, ["opening", "tells"], "told", ex);
  examineParties(file, [file.owner], ["owner"], "mover", ex);
  if (file.due !== undefined) refers(ex, file.due, questionsKnown(file, "date"), ["due"]);
  unique(
    ex,
    { key: "thing-move" },
    file.moves.map(({ id }) => id),
    (index) => ["moves", index, "id"],
  );
  for (const [index, move] of file.moves.entries()) examineMove(file, move, ["moves", index], ex);
  for (const [index, mark] of file.marks.entries())
    if (mark.due !== undefined) refers(ex, mark.due, questionsKnown(file, "date"), ["marks", index, "due"]);
}

function examineMove(file: CaseFlowFile, move: Move, at: Path, ex: Examiner): void {
  const states = statesKnown(file);
  const marks: Known = { what: { key: "known-marks" }, at: ["marks"], ids: file.marks.map(({ id }) => id) };
  if (move.id === opening) ex.tell([...at, "id"], { key: "problem-move-opening", args: { opening } });
  referAll(ex, move.from, states, [...at, "from"]);
  referAll(ex, move.ask, questionsKnown(file), [...at, "ask"]);
  if (move.to !== undefined) refers(ex, move.to, states, [...at, "to"]);
  for (const key of ["marks", "unmarks"] as const)
    if (move[key] !== undefined) refers(ex, move[key], marks, [...at, key]);
  examineParties(file, move.by, [...at, "by"], "mover", ex);
  examineParties(file, move.tells, [...at, "tells"], "told", ex);
  const only = move.ask.length === 1 ? file.questions.find(({ id }) => id === move.ask[0]) : undefined;
  if (move.reply && only?.type !== "text") ex.tell([...at, "reply"], { key: "problem-reply" });
}

/** Whether parties are words of the language, or unit questions; groups are told and never move anything. */
export function examineParties(
  file: CaseFlowFile,
  parties: readonly string[],
  at: Path,
  as: "mover" | "told",
  ex: Examiner,
): void {
  const units = questionsKnown(file, "unit").ids;
  const ids = ["opener", "lead", "leaders", ...(as === "told" && !file.private ? ["group"] : []), ...units];
  for (const [index, id] of parties.entries()) {
    const path = at.at(-1) === "owner" ? at : [...at, index];
    if (id === "group" && file.private && as === "told") ex.tell(path, { key: "problem-private-group" });
    else refers(ex, id, { what: { key: "known-parties" }, at: ["questions"], ids }, path);
  }
}

/** The states, as what references may name. */
export function statesKnown(file: CaseFlowFile): Known {
  return { what: { key: "known-states" }, at: ["states"], ids: file.states.map(({ id }) => id) };
}
