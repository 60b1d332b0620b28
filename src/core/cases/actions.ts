import type { CaseId } from "../case.ts";
import type { CaseFlow } from "./case-flow.ts";

/**
 * What a button of a case does. It names its case, so that an old one never answers a new question. put: answer a
 * question · skip: leave one out · back: the question before, or all as it was · send: confirm the whole · drop: give
 * up what is being answered · move: begin a move · view: the case with its whole way.
 */
const verbs = { put: "p", skip: "s", back: "b", send: "y", drop: "x", move: "m", view: "v" } as const;
export type CaseVerb = keyof typeof verbs;
export type CaseAction = {
  readonly verb: CaseVerb;
  readonly code: string;
  readonly case: CaseId;
  /** A move's id, or a question's; empty where the verb needs none. */
  readonly name: string;
  readonly value: string;
};

/** The text of a button, at most 64 bytes where the flow has passed its checks. */
export function caseActionText(
  verb: CaseVerb,
  flow: Pick<CaseFlow, "code">,
  id: CaseId,
  name = "",
  value = "",
): string {
  const parts = ["c", flow.code, id, verbs[verb], ...(name === "" ? [] : [name]), ...(value === "" ? [] : [value])];
  return parts.join(":");
}

/** The action that a button's text names, or undefined for anything else: presses can be forged. */
export function parseCaseAction(text: string): CaseAction | undefined {
  const [mark, code, id, short, name = "", ...value] = text.split(":");
  const verb = mark === "c" ? verbNames.get(short ?? "") : undefined;
  return verb && code && id ? { verb, code, case: id, name, value: value.join(":") } : undefined;
}

const verbNames = new Map<string, CaseVerb>([
  ["p", "put"],
  ["s", "skip"],
  ["b", "back"],
  ["y", "send"],
  ["x", "drop"],
  ["m", "move"],
  ["v", "view"],
]);
