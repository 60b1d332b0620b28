import { zoned } from "../zoned.ts";
import type { Rule, Rungs } from "./rule.ts";

/** So long after the due time, to the units that have not reported. */
export const overdue: Rule<Rungs["overdue"]> = {
  stage: "late",
  to: ["liaison"],
  quiet: true,
  announces: false,
  due: (rung, planned, zone) => zoned(planned.due, zone).add(rung.after).epochMilliseconds,
};
