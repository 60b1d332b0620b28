import type { Rule, Rungs } from "./rule.ts";

/** The notice that a round has opened, to every unit that owes: on time, or when the bot opened it late. */
export const opening: Rule<Rungs["opening"]> = {
  stage: "open",
  to: ["liaison"],
  quiet: true,
  announces: true,
  due: (_rung, planned) => planned.opens,
};
