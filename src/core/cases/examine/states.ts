import { type Examiner, unique } from "../../source/examiner.ts";
import type { CaseFlowFile } from "../schema.ts";
import { examineParties, statesKnown } from "./moves.ts";

/** Whether every state can be reached and left, and a case can come to an end. */
export function examineStates(file: CaseFlowFile, ex: Examiner): void {
  const { ids } = statesKnown(file);
  unique(ex, "state", ids, (index) => ["states", index, "id"]);
  unique(
    ex,
    "mark",
    file.marks.map(({ id }) => id),
    (index) => ["marks", index, "id"],
  );
  if (!ex.sound(["moves"]) || !ex.sound(["states"]) || !ex.sound(["opening"])) return;
  const reached = reachedFrom(file, file.opening.to);
  for (const [index, state] of file.states.entries()) {
    const leaving = file.moves.filter(({ from, to }) => from.includes(state.id) && to !== undefined && to !== state.id);
    if (!reached.has(state.id))
      ex.tell(["states", index, "id"], `no move leads to ${state.id}`, "write a move to it, or remove the state");
    if (!state.final && leaving.length === 0)
      ex.tell(
        ["states", index, "id"],
        `nobody can leave ${state.id}`,
        "write a move from it to another state, or final: true",
      );
    if (!state.final && leaving.length > 0 && ![...reachedFrom(file, state.id)].some((id) => isFinal(file, id)))
      ex.tell(
        ["states", index, "id"],
        `from ${state.id} a case never comes to an end`,
        "write a move to a state that is final",
      );
    for (const [place, nag] of state.nags.entries()) {
      const at = ["states", index, "nags", place] as const;
      examineParties(file, nag.to, [...at, "to"], "told", ex);
      const times = [nag.after, nag.before].filter((each) => each !== undefined).length;
      if (times !== 1 || (nag.before !== undefined && nag.on !== "due"))
        ex.tell([...at], "a nag falls due once", "write after, or before together with on: due");
      if (nag.on === "due" && file.due === undefined && !file.marks.some(({ due }) => due !== undefined))
        ex.tell([...at, "on"], "this flow knows no time limit", "name a date question under due, or write on: state");
    }
  }
}

function isFinal(file: CaseFlowFile, id: string): boolean {
  return file.states.some((state) => state.id === id && state.final);
}

/** The states that a case may come to from one, itself among them. */
function reachedFrom(file: CaseFlowFile, state: string): ReadonlySet<string> {
  const reached = new Set([state]);
  for (const at of reached)
    for (const { from, to } of file.moves) if (to !== undefined && from.includes(at)) reached.add(to);
  return reached;
}
