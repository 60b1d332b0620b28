import { fold } from "../interview/reading/names.ts";
import type { Matter } from "../person.ts";
import { askedFirst, type CaseFlow } from "./case-flow.ts";

const yes = "是|是的|对|好|好的|确认|提交|报送|上报|yes|y|ok|send|submit";
/** A yes to a whole, or what the button below it is called. */
const whole = new RegExp(`^(${yes})$`);
/** The same of a tick, whose button says what is ticked. */
const tick = new RegExp(`^(${yes}|知悉|知道|已经知道|已知悉([,，]? ?提交)?|they know([;,] ?send)?)$`);

/** Whether words say yes to what has been answered. */
export function saysYes(said: string): boolean {
  return whole.test(plain(said));
}

/** Whether words tick a question that is a tick. */
export function ticks(said: string): boolean {
  return tick.test(plain(said));
}

/**
 * Whether words confirm what a person is asked about a case: the whole, or the tick that sends it. Elsewhere in a case
 * 提交 confirms nothing.
 */
export function confirms(flow: CaseFlow, { move, question }: Matter, said: string): boolean {
  const field = askedFirst(flow, move).find(({ id }) => id === question);
  if (!field) return saysYes(said);
  return field.type === "confirm" && ticks(said);
}

function plain(said: string): string {
  return fold(said).replace(/(?<![。.!！])[。.!！]+$/, "");
}
