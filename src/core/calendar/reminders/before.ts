import { zoned } from "../zoned.ts";
import type { Rule, Rungs } from "./rule.ts";

/**
 * So long before the due time; a day is a calendar day, so that a day before 17:00 is 17:00 whatever the clocks do. A
 * round that opened later than that needs no such reminder: the notice of its opening says as much.
 */
export const before: Rule<Rungs["before"]> = {
  stage: "open",
  to: ["liaison"],
  quiet: true,
  announces: false,
  due(rung, planned, zone) {
    const at = zoned(planned.due, zone).subtract(rung.by).epochMilliseconds;
    return at > planned.opens ? at : undefined;
  },
};
