import { type Alarm, type Guard, mayTry, openGuard, rightCode, wrongCode } from "../core/join-guard.ts";
import type { Instant } from "../core/time.ts";

/** Who has tried wrong codes since the bot was started. */
export type Door = {
  mayTry(account: string, now: Instant): boolean;
  wrong(account: string, now: Instant): Alarm;
  right(account: string): void;
};

export function openDoor(): Door {
  let guard: Guard = openGuard;
  return {
    mayTry: (account, now) => mayTry(guard, account, now),
    wrong: (account, now) => {
      const after = wrongCode(guard, account, now);
      guard = after.guard;
      return after.alarm;
    },
    right: (account) => {
      guard = rightCode(guard, account);
    },
  };
}
