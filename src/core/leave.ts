import type { PersonId } from "./entry.ts";
import type { Instant } from "./time.ts";

/** From one instant up to and not including another. */
export type Span = { readonly from: Instant; readonly to: Instant };

/** When somebody is away; who stands in for them, where there is one. */
export type Leave = Span & { readonly standIn?: PersonId };

/** The leaves once more days are taken: what is said last holds, and neighbours under one stand-in are one leave. */
export function withLeave(leaves: readonly Leave[], taken: Leave): readonly Leave[] {
  const sorted = [...withoutSpan(leaves, taken), taken].sort((a, b) => a.from - b.from);
  const joined: Leave[] = [];
  for (const leave of sorted) {
    const last = joined.at(-1);
    if (last && last.to === leave.from && last.standIn === leave.standIn)
      joined.splice(-1, 1, { ...last, to: leave.to });
    else joined.push(leave);
  }
  return joined;
}

/** The leaves without some days, which may lie within one of them. */
export function withoutSpan(leaves: readonly Leave[], { from, to }: Span): readonly Leave[] {
  return leaves
    .flatMap((leave) => [
      { ...leave, to: Math.min(leave.to, from) },
      { ...leave, from: Math.max(leave.from, to) },
    ])
    .filter((each) => each.from < each.to);
}

/** What of the leaves lies within some days. */
export function leavesWithin(leaves: readonly Leave[], { from, to }: Span): readonly Leave[] {
  return leaves
    .map((leave) => ({ ...leave, from: Math.max(leave.from, from), to: Math.min(leave.to, to) }))
    .filter((each) => each.from < each.to);
}
