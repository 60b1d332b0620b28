import { zoned } from "../zoned.ts";
import type { Rule, Rungs } from "./rule.ts";

/** So long after the due time, once the round is frozen, to the units that it counts as missing. */
export const overdue: Rule<Rungs["overdue"]> = {
  stage: "frozen",
  to: "liaison",
  quiet: true,
  announces: false,
  due: (rung, planned, zone) => zoned(planned.due, zone).add(rung.after).epochMilliseconds,
};
