import type { Rung } from "../../flow/schema.ts";
import type { Instant } from "../../time.ts";
import type { Planned } from "../rounds.ts";

/** A rung of the ladder by the name of its rule, as flows write it. */
export type Rungs = { readonly [R in Rung["rule"]]: Extract<Rung, { rule: R }> };

/** Who may be told: within the unit that owes, or whoever coordinates it. */
export type Recipient = NonNullable<Rung["to"]>[number];

/** One rule of reminding: when it falls due and how it is to be kept. */
export type Rule<R extends Rung> = {
  /** Sent while units may still report in time, and no more once it is due; or sent once they are late. */
  readonly stage: "open" | "late";
  /** Whom it goes to unless the flow says otherwise. */
  readonly to: readonly Recipient[];
  /** Whether it waits for the end of quiet hours and days off. */
  readonly quiet: boolean;
  /** Tells of the round itself: of those that leave a quiet span together, this is the one that goes. */
  readonly announces: boolean;
  /** When it falls due, before quiet hours; undefined where the round gives no occasion for it. */
  due(rung: R, planned: Planned, zone: string): Instant | undefined;
};
