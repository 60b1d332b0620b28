import { before } from "./before.ts";
import type { Rule, Rungs } from "./rule.ts";

/** So long before the due time the coordinator gets the list of whom to call: what no message has moved, a voice may. */
export const callList: Rule<Rungs["call_list"]> = {
  stage: "open",
  to: ["coordinator"],
  quiet: true,
  announces: false,
  due: ({ by }, planned, zone) => before.due({ rule: "before", by }, planned, zone),
};
