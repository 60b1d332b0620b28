import type { Flow } from "../../core/flow/flow.ts";
import type { Running } from "../flows.ts";

/** A question as a button or a message names it; each return numbers its own from 1, and whoever writes gives the number alone. */
export type InquiryRef = { readonly code?: string; readonly number: number };

/** `fy/3`, as buttons name a question of a return: by the number that people know, or one that has none yet by its place. */
export function inquiryRef({ code }: Pick<Flow, "code">, number: number): string {
  return `${code}/${number}`;
}

/** The question that words begin with, as `#3`, `3` or `fy/3`, and what stands behind it; undefined where they name none. */
export function readInquiryRef(words: string): (InquiryRef & { readonly rest: string }) | undefined {
  const [, code, number, rest = ""] = /^#?(?:([a-z0-9]+)\/)?(\d{1,6})(?!\d)\s*[:：]?\s*([\s\S]*)$/.exec(words) ?? [];
  if (number === undefined) return undefined;
  return { ...(code === undefined ? {} : { code }), number: Number(number), rest };
}

/** The returns that a question may be of. */
export function flowsOf(flows: readonly Running[], { code }: InquiryRef): readonly Running[] {
  return flows.filter(({ flow }) => code === undefined || flow.code === code);
}
