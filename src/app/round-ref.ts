import type { RoundId } from "../core/entry.ts";
import type { Flow } from "../core/flow/flow.ts";

/** A round as a button names it: of which return, since two of them may be due on the same day. */
export type RoundRef = { readonly code: string; readonly round: RoundId };

/** `fy/2020-05-21`: the code of the return and the round's id. */
export function roundRef({ code }: Pick<Flow, "code">, round: RoundId): string {
  return `${code}/${round}`;
}

/** The round that a button's word names; undefined for any other word: presses can be forged. */
export function readRoundRef(word: string): RoundRef | undefined {
  const [, code, round] = /^([a-z0-9]+)\/(\d{4}-\d\d-\d\d)$/.exec(word) ?? [];
  return code && round ? { code, round } : undefined;
}
