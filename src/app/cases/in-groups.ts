import type { CaseAction } from "../../core/cases/actions.ts";
import { moveOf } from "../../core/cases/case-flow.ts";
import type { House } from "../house.ts";

/** Why a button of a case is not for a group, as a wording key; undefined where it may be pressed there. */
export function keptOutOfGroups({ cases }: House, { code, verb, name }: CaseAction): string | undefined {
  const flow = cases.flows.find((running) => running.flow.code === code)?.flow;
  if (flow?.private) return "case-private";
  // Questions are put to one person: asked in a group, anybody's words would be taken for the answer.
  const asks = flow && verb === "move" && (moveOf(flow, name)?.ask.length ?? 0) > 0;
  return asks || (verb !== "move" && verb !== "view") ? "case-in-private" : undefined;
}
