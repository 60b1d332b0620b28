import { fold } from "../reading/names.ts";
import { agrees } from "./yes.ts";

/** What the buttons that say yes are called. */
const buttons = /^(?:是,(?:报送|撤回)|yes, (?:send|take back))$/;
const no = /^(否|不|不是|不对|不用|取消|我来改|不,我有数要填|不撤|no|n|no, i have figures)$/;

/** Whether a text is a yes and nothing else; the label of a button that says yes is one. */
export function saysYes(text: string): boolean {
  const words = fold(text);
  return agrees(words) || buttons.test(words);
}

/** Whether a text is a no and nothing else. */
export function saysNo(text: string): boolean {
  return no.test(fold(text));
}
