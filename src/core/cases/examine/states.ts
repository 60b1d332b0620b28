import { type Examiner, unique } from "../../source/examiner.ts";
import type { CaseFlowFile } from "../schema.ts";
import { examineParties, statesKnown } from "./moves.ts";

/** Whether every state can be reached and left, and a case can come to an end. */
export function examineStates(file: CaseFlowFile, ex: Examiner): void {
  const { ids } = statesKnown(file);
  unique(ex, { key: "thing-state" }, ids, (index) => ["states", index, "id"]);
  unique(
    ex,
    { key: "thing-mark" },
    file.marks.map(({ id }) => id),
    (index) => ["marks", index, "id"],
  );
  if (!ex.sound(["moves"]) || !ex.sound(["states"]) || !ex.sound(["opening"])) return;
  const reached = reachedFrom(file, file.opening.to);
  for (const [index, state] of file.states.entries()) {
    const leaving = file.moves.filter(({ from, to }) => from.includes(state.id) && to !== undefined && to !== state.id);
    if (!reached.has(state.id))
      ex.tell(["states", index, "id"], { key: "problem-state-unreached", args: { state: state.id } });
    if (!state.final && leaving.length === 0)
      ex.tell(["states", index, "id"], { key: "problem-state-stuck", args: { state: state.id } });
    if (!state.final && leaving.length > 0 && ![...reachedFrom(file, state.id)].some((id) => isFinal(file, id)))
      ex.tell(["states", index, "id"], { key: "problem-state-endless", args: { state: state.id } });
    for (const [place, nag] of state.nags.entries()) {
      const at = ["states", index, "nags", place] as const;
      examineParties(file, nag.to, [...at, "to"], "told", ex);
      const times = [nag.after, nag.before].filter((each) => each !== undefined).length;
      if (times !== 1 || (nag.before !== undefined && nag.on !== "due")) ex.tell([...at], { key: "problem-nag-times" });
      if (nag.on === "due" && file.due === undefined && !file.marks.some(({ due }) => due !== undefined))
        ex.tell([...at, "on"], { key: "problem-nag-no-due" });
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
