import type { RoundId } from "../entry.ts";
import type { Flow } from "../flow/flow.ts";

/**
 * What a button does. It names its round and screen, so that an old button never answers a new question.
 * tick: toggle one option · done, none: close a ticking screen · form: figures by field · zeros: every figure of the
 * screen is 0 · pick: an option · skip: an optional question · keep: let the warning stand · mend: ask the screen again ·
 * go: go to a screen · say: as if the value had been typed · yes, no: a confirmation · repair: take the flow's repair ·
 * detach: take a file off the report · unfold: show the options that are folded away.
 */
const letters = {
  t: "tick",
  d: "done",
  n: "none",
  f: "form",
  z: "zeros",
  p: "pick",
  s: "skip",
  k: "keep",
  m: "mend",
  g: "go",
  a: "say",
  y: "yes",
  x: "no",
  r: "repair",
  u: "detach",
  o: "unfold",
} as const;
export type Verb = (typeof letters)[keyof typeof letters];
const verbOf = new Map<string, Verb>(Object.entries(letters));
const letterOf = new Map<Verb, string>(Object.entries(letters).map(([letter, verb]) => [verb, letter]));
export type Action = {
  readonly verb: Verb;
  readonly code: string;
  readonly round: RoundId;
  readonly screen: string;
  readonly value: string;
};

/** The text of a button, at most 64 bytes where the ids are within the schema's bounds (the loader checks). */
export function actionText(verb: Verb, flow: Flow, round: RoundId, screen: string, value = ""): string {
  const head = `${letterOf.get(verb)}:${flow.code}:${round}:${screen}`;
  return value === "" ? head : `${head}:${value}`;
}

/** The action that a button's text names, or undefined for anything else: presses can be forged. */
export function parseAction(text: string): Action | undefined {
  const [short, code, round, screen, ...value] = text.split(":");
  if (!short || !code || !round || screen === undefined) return undefined;
  const verb = verbOf.get(short);
  return verb && { verb, code, round, screen, value: value.join(":") };
}
