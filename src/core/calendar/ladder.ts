import type { Calendar } from "../flow/schema.ts";
import type { Instant } from "../time.ts";
import { afterQuiet } from "./quiet.ts";
import { dueBy, rules } from "./reminders/index.ts";
import type { Recipient } from "./reminders/rule.ts";
import type { Planned } from "./rounds.ts";

/** A rung of one round's ladder, at the instant at which it goes out. */
export type Step = {
  /** Its place among the flow's reminders. */
  readonly rung: number;
  readonly rule: keyof typeof rules;
  readonly stage: "open" | "late";
  readonly at: Instant;
  readonly to: readonly Recipient[];
  readonly urgent: boolean;
};

/** Ladders by the times of their round: every tick asks for the same few, and days off and zones cost time to look up. */
const known = new WeakMap<Calendar, Map<string, readonly Step[]>>();

/**
 * The rungs of a round that will ever go out, oldest first. Left out: what quiet hours would move past the due time, what
 * the round gives no occasion for (as what fell due before it opened, and so before the flow was installed).
 */
export function ladderOf(calendar: Calendar, planned: Planned): readonly Step[] {
  const memory = known.get(calendar) ?? new Map<string, readonly Step[]>();
  const times = `${planned.opens} ${planned.due}`;
  const ladder = memory.get(times) ?? climb(calendar, planned);
  known.set(calendar, memory.set(times, ladder));
  return ladder;
}

function climb(calendar: Calendar, planned: Planned): readonly Step[] {
  const steps = calendar.reminders.flatMap((reminder, rung) => {
    const { rule } = reminder;
    const { stage, quiet, announces } = rules[rule];
    const due = dueBy(rule, reminder, planned, calendar.zone);
    if (due === undefined) return [];
    const at = quiet ? afterQuiet(calendar, due) : due;
    if (at === undefined || (stage === "open" && at >= planned.due)) return [];
    const { to = rules[rule].to, urgent = false } = reminder;
    return [{ rung, rule, stage, at, to, urgent, due, announces: Number(announces) }];
  });
  // Rungs that leave a quiet span together are in the order in which they fell due, but none overtakes the opening.
  return steps
    .sort((a, b) => a.at - b.at || a.announces - b.announces || a.due - b.due || a.rung - b.rung)
    .map(({ rung, rule, stage, at, to, urgent }) => ({ rung, rule, stage, at, to, urgent }));
}
