import { doorKey, type Origin } from "./entry.ts";
import { evolveNews, isNews, type News, type NewsEntry, noNews } from "./news.ts";
import { type Duration, HOUR, type Instant, MINUTE } from "./time.ts";

/** What came of a code, by whose account it was; the account is hashed, since a stranger's is nobody's to keep. */
export type GuardEntry =
  | { readonly kind: "code-refused"; readonly account: string }
  /** A right one, by an account that had tried wrong ones. */
  | { readonly kind: "code-taken"; readonly account: string }
  | NewsEntry;

/** `message` is the last that held a wrong code: one that the platform delivers again is no further try. */
type Tries = { readonly wrong: number; readonly until: Instant; readonly message: string };

/** What is remembered of wrong codes, by account and in all. */
export type Guard = {
  /** The one longest quiet first. */
  readonly accounts: Readonly<Record<string, Tries>>;
  /** When the last wrong codes came in, from whomever, oldest first. */
  readonly wrong: readonly Instant[];
  /** Locks that the coordinators are to hear of. */
  readonly news: News;
};

/** A lock that the coordinators are to hear of. */
export type Alarm = "account-locked" | "all-locked";

/** Slips of the pen that an account has free. */
const FREE = 5;
const FIRST_LOCK: Duration = 15 * MINUTE;
const LONGEST_LOCK: Duration = 24 * HOUR;
/** Wrong codes in an hour, from everybody together, after which no code is taken from strangers. */
const IN_ALL = 100;
/** Accounts remembered; the one longest quiet is forgotten first. */
const REMEMBERED = 5_000;

export const openGuard: Guard = { accounts: {}, wrong: [], news: noNews };

/** Whether a code of this account is looked at at all. */
export function mayTry({ accounts, wrong }: Guard, account: string, now: Instant): boolean {
  return (accounts[account]?.until ?? 0) <= now && recent(wrong, now).length < IN_ALL;
}

/** Whether the account's last wrong code came with this message. */
export function isHeard({ accounts }: Guard, account: string, message: string): boolean {
  return accounts[account]?.message === message;
}

/** Whether the account has tried wrong codes that are remembered. */
export function hasTried({ accounts }: Guard, account: string): boolean {
  return accounts[account] !== undefined;
}

/** The lock that the account's last wrong code leads to, asked right after it; undefined where there is none to hear of. */
export function alarmOf({ accounts, wrong }: Guard, account: string): Alarm | undefined {
  if (wrong.length === IN_ALL) return "all-locked";
  return accounts[account]?.wrong === FREE ? "account-locked" : undefined;
}

/**
 * The guard after one more entry. Each wrong code beyond the free ones locks the account, twice as long as the one
 * before; after a right one the account's slips are forgotten.
 */
export function evolveGuard(guard: Guard, entry: Origin & GuardEntry): Guard {
  if (isNews(entry)) return { ...guard, news: evolveNews(doorKey, guard.news, entry) };
  const { accounts, wrong } = guard;
  switch (entry.kind) {
    case "code-refused": {
      const { [entry.account]: before, ...others } = accounts;
      const tries = (before?.wrong ?? 0) + 1;
      const locked = tries < FREE ? 0 : Math.min(FIRST_LOCK * 2 ** (tries - FREE), LONGEST_LOCK);
      const kept = Object.entries(others).slice(1 - REMEMBERED);
      const now: Tries = { wrong: tries, until: entry.at + locked, message: entry.id };
      return {
        ...guard,
        accounts: Object.fromEntries([...kept, [entry.account, now]]),
        wrong: [...recent(wrong, entry.at), entry.at],
      };
    }
    case "code-taken": {
      const { [entry.account]: _forgotten, ...others } = accounts;
      return { ...guard, accounts: others };
    }
  }
}

function recent(wrong: readonly Instant[], now: Instant): readonly Instant[] {
  return wrong.filter((at) => at > now - HOUR);
}
