import cron from "node-cron";
import { HOUR, type Instant } from "../core/time.ts";
import type { Clock } from "./clock.ts";

/** Wakes at the next due instant, and once a minute in case that one was missed. */
export type Timer = {
  /** Waits for this instant instead of the one before; undefined waits for none. */
  arm(at: Instant | undefined): void;
  stop(): Promise<void>;
};

/** Starts the minute's tick where it is this instance's; `wake` must take being called more often than needed. */
export function startTimer(clock: Clock, wake: () => void, mine: () => boolean): Timer {
  let armed: NodeJS.Timeout | undefined;
  const minute = cron.schedule("* * * * *", wake, {
    name: "tick",
    distributed: true,
    runCoordinator: { shouldRun: mine },
  });
  return {
    arm: (at) => {
      clearTimeout(armed);
      armed = undefined;
      const wait = at === undefined ? Number.POSITIVE_INFINITY : clock.until(at);
      // Longer waits overflow a timer; the minute's tick arms again.
      if (wait < 24 * HOUR) armed = setTimeout(wake, Math.max(1, Math.ceil(wait)));
    },
    stop: async () => {
      clearTimeout(armed);
      await minute.destroy();
    },
  };
}
