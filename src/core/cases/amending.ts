import type { CaseAnswers } from "../case.ts";
import { asWritten, fold, leadingName } from "../interview/reading/names.ts";
import type { Matter } from "../person.ts";
import { askedFirst, type CaseFlow } from "./case-flow.ts";
import type { Field } from "./schema.ts";

/** An answer that is to be changed, and with what; no words where it is to be asked anew. */
export type Amending = { readonly field: Field; readonly words: string };

const change = /^(?:更改|修改|改|change)\s?[:：]?\s?(?=\S)/i;

/**
 * What words change of the answers that a person has given on the way to a move: 改地点, 改 地点 连江县, as the buttons
 * below the whole are called. Undefined where they name none of them.
 */
export function amending(
  flow: CaseFlow,
  { move }: Pick<Matter, "move">,
  answers: CaseAnswers,
  said: string,
): Amending | undefined {
  const text = said.trim();
  const written = text.replace(change, "");
  if (written === text) return undefined;
  const given = askedFirst(flow, move).filter(({ id, type }) => type !== "confirm" && answers[id] !== undefined);
  const words = fold(written);
  const found = leadingName(words, given);
  if (!found) return undefined;
  // 改地点附近的 is no name and what follows it.
  const apart = found.rest === "" || /[\s:,;、/]$/.test(words.slice(0, words.length - found.rest.length));
  return apart ? { field: found.thing, words: asWritten(written, found.rest) } : undefined;
}
