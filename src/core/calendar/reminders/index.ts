import type { Rung } from "../../flow/schema.ts";
import type { Instant } from "../../time.ts";
import type { Planned } from "../rounds.ts";
import { before } from "./before.ts";
import { callList } from "./call-list.ts";
import { midway } from "./midway.ts";
import { opening } from "./opening.ts";
import { overdue } from "./overdue.ts";
import type { Rule, Rungs } from "./rule.ts";

/** Every rule that a flow's ladder may name. */
export const rules: { readonly [R in keyof Rungs]: Rule<Rungs[R]> } = {
  opening,
  midway,
  before,
  overdue,
  call_list: callList,
};

/** When a rung falls due by its rule, before quiet hours; undefined where the round gives no occasion for it. */
export function dueBy<R extends Rung["rule"]>(
  rule: R,
  rung: Rungs[R],
  planned: Planned,
  zone: string,
): Instant | undefined {
  return rules[rule].due(rung, planned, zone);
}
