import { fold } from "./names.ts";

const yes =
  /^(是|是的|对|确认|好|好的|可以|无误|核对无误|没问题了?|没有问题了?|是,(?:报送|撤回)|yes|y|ok|yes, (?:send|take back))$/;
const no = /^(否|不|不是|不对|不用|取消|我来改|不,我有数要填|不撤|no|n|no, i have figures)$/;

/** Whether a text is a yes and nothing else; the label of a button that says yes is one. */
export function saysYes(text: string): boolean {
  return yes.test(fold(text));
}

/** Whether a text is a no and nothing else. */
export function saysNo(text: string): boolean {
  return no.test(fold(text));
}
