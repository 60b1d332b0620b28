import type { Planned } from "../../core/calendar/rounds.ts";
import { HOUR, type Instant, MINUTE } from "../../core/time.ts";
import type { Chance } from "./chance.ts";
import type { Habit } from "./liaison.ts";

/** When a liaison sits down to report, by habit; undefined for one who never does. */
export function sitsDown(habit: Habit, round: Planned, chance: Chance): Instant | undefined {
  const between = (from: Instant, to: Instant) => chance.whole(from, Math.max(from, to));
  const { opens, due } = round;
  switch (habit) {
    case "early":
    case "zero":
      return between(opens + 10 * MINUTE, due - 25 * HOUR);
    case "nudged":
      return between(due - 24 * HOUR + MINUTE, due - 2 * HOUR);
    case "last-hour":
      return between(due - 59 * MINUTE, due - MINUTE);
    case "late":
      return between(due + 35 * MINUTE, due + 5 * HOUR);
    case "silent":
      return undefined;
  }
}
