import { GrammyError, HttpError } from "grammy";
import { type Duration, SECOND } from "../../core/time.ts";

/** What became of a call. `unknown`: the answer was lost, so it may or may not have been done. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly why: string; readonly gone?: true }
  /** The chat goes on under this id. */
  | { readonly kind: "moved"; readonly to: string }
  /** It was certainly not done, and may be once this time has passed; `flooded` where Telegram said how long. */
  | { readonly kind: "retry"; readonly after: Duration; readonly flooded: boolean }
  | { readonly kind: "unknown" };

/** After how long a call that did not reach Telegram is worth another try. */
const UNREACHABLE: Duration = 5 * SECOND;
/** A token that is refused is mended by an operator, who is not that quick. */
const UNAUTHORISED: Duration = 60 * SECOND;

/** Failures before anything was sent. */
const beforeSending = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Calls Telegram and says what became of it. Rejects on nothing but a fault of the program. */
export async function outcomeOf<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: "done", value: await call() };
  } catch (cause) {
    if (cause instanceof GrammyError) return answered(cause);
    if (cause instanceof HttpError)
      return beforeSending.has(codeOf(cause.error))
        ? { kind: "retry", after: UNREACHABLE, flooded: false }
        : { kind: "unknown" };
    throw cause;
  }
}

/** Whether an edit failed because the message stands like that already. */
export const isUnmodified = (why: string): boolean => why.includes("message is not modified");

function answered({ error_code: code, description, parameters }: GrammyError): Outcome<never> {
  const { migrate_to_chat_id: to, retry_after: wait } = parameters;
  if (to !== undefined) return { kind: "moved", to: String(to) };
  if (code === 429) return { kind: "retry", after: (wait ?? 1) * SECOND, flooded: true };
  if (code === 401 || code === 404) return { kind: "retry", after: UNAUTHORISED, flooded: false };
  if (code >= 500) return { kind: "unknown" };
  const why = known.find(([words]) => description.includes(words))?.[1] ?? description;
  return { kind: "refused", why, ...(gone.has(why) ? { gone: true } : {}) };
}

/** Whoever never wrote to the bot is not gone: they are still to come. */
const gone = new Set(["blocked", "deactivated", "removed"]);

/** Refusals that say something about the chat, by a word of their own. */
const known: readonly (readonly [words: string, why: string])[] = [
  ["bot was blocked", "blocked"],
  ["user is deactivated", "deactivated"],
  ["can't initiate conversation", "never-started"],
  ["bot was kicked", "removed"],
  ["bot is not a member", "removed"],
  ["chat not found", "chat-not-found"],
  ["not enough rights", "no-rights"],
];

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
