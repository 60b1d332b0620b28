import type { FlowColumn } from "../../flow/flow.ts";
import { fold } from "../reading/names.ts";
import { chatterIn } from "../said/chatter.ts";
import { saysNothingInWords } from "../said/nothing.ts";
import { isPolite, saysRight } from "../said/yes.ts";

/** What a text says to a doubt. A reason goes to the leaders with the figure: not everything that is said is one. */
export type SaidToDoubt =
  | { readonly kind: "stands" }
  /** No, in so many words; 没有 is the answer to a question, and no figure. */
  | { readonly kind: "no" }
  | { readonly kind: "wrong" }
  /** The figure was meant in this unit of the column, which is another than it was taken in. */
  | { readonly kind: "unit" }
  | { readonly kind: "reason"; readonly reason: string }
  | { readonly kind: "unclear" };

const no = /^(否|不|不是|不对|不用|取消|我来改|no|n)$/;
const wrong = /[写填打报输弄搞]错|^错了?$|有误$|^(a )?(mistake|typo|wrong)/;
const asks = /[?？]$|^(什么|怎么|为什么|为啥|啥|哪|谁|如何|what|why|how|which|who)|(吗|呢|么|什么意思|啥意思)$/;

/** Reasons shorter than this say nothing to anybody. */
const LEAST_LETTERS = 3;
const LONGEST = 200;

/** Reads an answer to a doubt about figures of these columns; a reason has at least so many letters. */
export function saidToDoubt(text: string, columns: readonly FlowColumn[], least = LEAST_LETTERS): SaidToDoubt {
  const words = fold(text).replace(/(?<![.,;!。，；！])[.,;!。，；！]+$/, "");
  if (saysRight(words)) return { kind: "stands" };
  // 好的，确认 is a yes in two words, and no reason.
  const clauses = words.split(/[\s,，;；。、.!！]+/);
  const bare = clauses.every((clause) => saysRight(clause) || isPolite(clause));
  if (bare && clauses.length > 1) return { kind: clauses.some((clause) => saysRight(clause)) ? "stands" : "unclear" };
  if (no.test(words) || saysNothingInWords(words)) return { kind: "no" };
  if (wrong.test(words)) return { kind: "wrong" };
  const unit = words.replace(/^(?:是|应该是|应为|单位是|写的是|我写的是|in )+/, "");
  const column = columns.find(({ scales }) => scales?.[unit] !== undefined);
  if (column) return column.scales?.[unit] === 1 ? { kind: "stands" } : { kind: "unit" };
  // 收到，马上报 answers nobody's doubt; that somebody is busy may be why it is late.
  const chatter = least === LEAST_LETTERS && chatterIn(words) !== undefined;
  if (chatter || asks.test(words) || isPolite(words) || (words.match(/\p{L}/gu) ?? []).length < least)
    return { kind: "unclear" };
  return { kind: "reason", reason: text.trim().slice(0, LONGEST) };
}
