import type { Rule, Rungs } from "./rule.ts";

/** Half-way between the opening and the due time, by the clock: a round that opened late has its middle later. */
export const midway: Rule<Rungs["midway"]> = {
  stage: "open",
  to: ["liaison"],
  quiet: true,
  announces: false,
  due: (_rung, { opens, due }) => (due > opens ? Math.floor((opens + due) / 2) : undefined),
};
