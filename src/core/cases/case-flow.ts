import type { CaseFlowFile, CaseState, Field, Move } from "./schema.ts";

/** A case flow that has passed every check at load. */
export type CaseFlow = CaseFlowFile & {
  /** SHA-256 of the text, hex; a case goes on under the flow that it was opened with. */
  readonly hash: string;
  readonly text: string;
};

/** The name under which the answers to a flow's opening are asked: no move may be called so. */
export const opening = "open";

/** A question by id. Throws on an unknown one: the loader has checked every reference. */
export function fieldOf(flow: CaseFlow, id: string): Field {
  const field = flow.questions.find((each) => each.id === id);
  if (!field) throw new Error(`flow ${flow.id} has no question ${id}`);
  return field;
}

/** A state by id. Throws on an unknown one. */
export function stateOf(flow: CaseFlow, id: string): CaseState {
  const state = flow.states.find((each) => each.id === id);
  if (!state) throw new Error(`flow ${flow.id} has no state ${id}`);
  return state;
}

/** A move by id, or undefined: presses can be forged, and flows change. */
export function moveOf(flow: CaseFlow, id: string): Move | undefined {
  return flow.moves.find((each) => each.id === id);
}

/** The questions that a move, or the opening, asks first. */
export function askedFirst(flow: CaseFlow, move: string): readonly Field[] {
  const ids = move === opening ? flow.opening.ask : (moveOf(flow, move)?.ask ?? []);
  return ids.map((id) => fieldOf(flow, id));
}
