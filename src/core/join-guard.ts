import { type Duration, HOUR, type Instant, MINUTE } from "./time.ts";

/** What is remembered of wrong codes, by account and in all. */
export type Guard = {
  readonly accounts: ReadonlyMap<string, { readonly wrong: number; readonly until: Instant }>;
  /** When the last wrong codes came in, from whomever, oldest first. */
  readonly wrong: readonly Instant[];
};

/** What a wrong code leads to: nothing yet, or a lock that the coordinator is to hear of. */
export type Alarm = "none" | "account-locked" | "all-locked";

/** Slips of the pen that an account has free. */
const FREE = 5;
const FIRST_LOCK: Duration = 15 * MINUTE;
const LONGEST_LOCK: Duration = 24 * HOUR;
/** Wrong codes in an hour, from everybody together, after which no code is taken from strangers. */
const IN_ALL = 100;
/** Accounts remembered; the one longest quiet is forgotten first. */
const REMEMBERED = 5_000;

export const openGuard: Guard = { accounts: new Map(), wrong: [] };

/** Whether a code of this account is looked at at all. */
export function mayTry({ accounts, wrong }: Guard, account: string, now: Instant): boolean {
  return (accounts.get(account)?.until ?? 0) <= now && recent(wrong, now).length < IN_ALL;
}

/** The guard after a wrong code: each beyond the free ones locks the account, twice as long as the one before. */
export function wrongCode(
  guard: Guard,
  account: string,
  now: Instant,
): { readonly guard: Guard; readonly alarm: Alarm } {
  const wrong = (guard.accounts.get(account)?.wrong ?? 0) + 1;
  const locked = wrong < FREE ? 0 : Math.min(FIRST_LOCK * 2 ** (wrong - FREE), LONGEST_LOCK);
  const others = [...guard.accounts].filter(([each]) => each !== account).slice(1 - REMEMBERED);
  const inAll = [...recent(guard.wrong, now), now];
  return {
    guard: { accounts: new Map([...others, [account, { wrong, until: now + locked }]]), wrong: inAll },
    alarm: inAll.length === IN_ALL ? "all-locked" : wrong === FREE ? "account-locked" : "none",
  };
}

/** The guard after a right code: the account's slips are forgotten. */
export function rightCode(guard: Guard, account: string): Guard {
  return { ...guard, accounts: new Map([...guard.accounts].filter(([each]) => each !== account)) };
}

function recent(wrong: readonly Instant[], now: Instant): readonly Instant[] {
  return wrong.filter((at) => at > now - HOUR);
}
