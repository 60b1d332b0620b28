import type { Pace, Rank } from "./pace.ts";
import { ofAnswer, ofFailure, type Verdict } from "./verdict.ts";

/** What a call came to in the end. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly answer: T }
  | { readonly kind: "bad-card"; readonly code: number }
  | { readonly kind: "refused"; readonly code: number; readonly why: string }
  /** The platform asks to wait for longer than is worth waiting here. */
  | { readonly kind: "later"; readonly after: number }
  /** It may or may not have taken effect. */
  | { readonly kind: "unknown" };

/** One call: the interface and the chat or card that it is counted for. */
export type Call<T> = {
  readonly api: string;
  readonly about: string;
  readonly rank: Rank;
  readonly run: () => Promise<T>;
  /** How long it may wait where the platform refuses it for its rate, in milliseconds, if there is another way. */
  readonly patience?: number;
};

export type Calls = <T>(call: Call<T>) => Promise<Outcome<T>>;

/** How often a call is tried, and how long its waits may come to, in milliseconds. */
const TRIES = 6;
const PATIENCE = 20_000;

export type CallParts = {
  readonly pace: Pace;
  readonly evictToken: () => void;
  /** How long a second is. */
  readonly second: number;
};

/**
 * Calls in their turn, again where the platform asks for it or the outcome is in doubt: every call made here may be
 * repeated, a send because it bears its uuid.
 */
export function callsOf({ pace, evictToken, second }: CallParts): Calls {
  return async <T>({ api, about, rank, run, patience = PATIENCE }: Call<T>): Promise<Outcome<T>> => {
    let waited = 0;
    let renewed = false;
    for (let tries = 1; ; tries += 1) {
      const turn = await pace.turn(api, about, rank);
      const { verdict, answer } = await attempt(run);
      if (verdict.kind === "again" && !verdict.taken) turn.giveBack();
      else turn.done();
      switch (verdict.kind) {
        case "done":
          if (answer === undefined) return { kind: "unknown" };
          return { kind: "done", answer: answer.value };
        case "bad-card":
        case "refused":
          return verdict;
        case "token":
          if (renewed) return { kind: "refused", code: 99991663, why: "token-refused" };
          renewed = true;
          evictToken();
          break;
        case "again": {
          // Each try that comes to nothing makes the next wait longer.
          const after = verdict.taken ? ((verdict.after * second) / 1_000) * 2 ** (tries - 1) : verdict.after;
          if (verdict.all && after >= second) pace.hold(api, after);
          if (tries === TRIES || waited + after > (verdict.taken ? PATIENCE : patience))
            return verdict.taken ? { kind: "unknown" } : { kind: "later", after };
          waited += after;
          await new Promise((resolve) => setTimeout(resolve, after));
        }
      }
    }
  };
}

async function attempt<T>(run: () => Promise<T>): Promise<{ verdict: Verdict; answer?: { value: T } }> {
  try {
    const value = await run();
    return { verdict: ofAnswer(value), answer: { value } };
  } catch (cause) {
    return { verdict: ofFailure(cause) };
  }
}
