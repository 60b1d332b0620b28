import { AbortController } from "abort-controller";
import type { Api } from "grammy";
import { kindOf } from "../../core/failure-kind.ts";
import { type Duration, SECOND } from "../../core/time.ts";
import type { ChannelLog } from "../channel.ts";
import { POLL_SECONDS } from "./client.ts";
import { outcomeOf } from "./outcome.ts";
import { wanted } from "./update.ts";

/** Takes one update; resolves once everything that follows from it is on disk, rejects where it must come again. */
export type Take = (update: unknown) => Promise<void>;

/** Asking that goes on; `deaf` says why nothing comes of it, once that is no short break any more. */
type Polling = { stop(): Promise<void>; deaf(): string | undefined };

/** An update that Telegram has given and that is not confirmed yet. */
type Held = { state: "taking" | "kept" | "failed"; work: Promise<void>; tries: number };
type Numbered = { readonly update_id: number };

/** How long one slow update (a large file) may keep the others from being asked for. */
const SLOW: Duration = SECOND;
/** How often an update is tried that always fails: in the end it must not keep the others. */
const TRIES = 10;
/** How long stopping waits for updates in hand; one that takes longer is given to the next start. */
const LATEST: Duration = 5 * SECOND;
const LONGEST_PAUSE: Duration = 30 * SECOND;

/**
 * Asks for updates until it is stopped. The request for the next ones confirms those before it, so its offset never
 * passes an update that is not on disk: what was in hand when the process died comes again. What Telegram gives again
 * meanwhile is known by its number, never by being higher than the last: after a silent week the numbers start anew.
 */
export function startPolling(api: Api, take: Take, log: ChannelLog): Polling {
  const held = new Map<number, Held>();
  const ending = new AbortController();
  let offset = 0;
  let failures = 0;
  let why: string | undefined;

  const begin = (update: Numbered) => {
    const before = held.get(update.update_id);
    if (before && before.state !== "failed") return;
    const mine: Held = { state: "taking", work: Promise.resolve(), tries: (before?.tries ?? 0) + 1 };
    mine.work = take(update).then(
      () => {
        mine.state = "kept";
      },
      (cause: unknown) => {
        mine.state = mine.tries < TRIES ? "failed" : "kept";
        if (mine.state === "kept")
          log.error(
            { code: "telegram-update-given-up", update: update.update_id, cause: kindOf(cause) },
            "an update always fails",
          );
      },
    );
    held.set(update.update_id, mine);
  };
  /** Everything before the first update that is not on disk may be confirmed. */
  const advance = () => {
    for (const [id, { state }] of held) {
      offset = state === "kept" ? id + 1 : id;
      if (state !== "kept") return;
    }
  };
  const confirmed = (upTo: number) => {
    for (const [id, { state }] of held) {
      if (state !== "kept" || id === upTo) return;
      held.delete(id);
      if (id + 1 === upTo) return;
    }
  };
  const pause = (after: Duration) =>
    new Promise<void>((resolve) => {
      const over = () => {
        clearTimeout(timer);
        ending.signal.removeEventListener("abort", over);
        resolve();
      };
      const timer = setTimeout(over, after);
      ending.signal.addEventListener("abort", over);
    });
  const ask = async (seconds: number, limit: number, signal?: AbortController["signal"]) => {
    const asked = { offset, limit, timeout: seconds, allowed_updates: [...wanted] };
    return outcomeOf(() => api.getUpdates(asked, signal));
  };

  const run = async () => {
    while (!ending.signal.aborted) {
      advance();
      const asked = offset;
      const outcome = await ask(held.size > 0 ? 0 : POLL_SECONDS, 100, ending.signal);
      if (ending.signal.aborted) return;
      if (outcome.kind !== "done") {
        failures += 1;
        why = tell(log, outcome, failures);
        const wait = outcome.kind === "retry" ? outcome.after : SECOND * 2 ** Math.min(failures - 1, 5);
        await pause(Math.min(wait, LONGEST_PAUSE));
        continue;
      }
      failures = 0;
      why = undefined;
      confirmed(asked);
      const again = outcome.value.some(({ update_id: id }) => held.get(id)?.state === "failed");
      for (const update of outcome.value) begin(update);
      const works = Promise.all([...held.values()].map(({ work }) => work));
      if (again) await pause(SECOND);
      await Promise.race([works, pause(SLOW)]);
    }
  };
  const running = run();
  return {
    deaf: () => why,
    stop: async () => {
      ending.abort();
      await running;
      const late = new Promise((resolve) => setTimeout(resolve, LATEST).unref());
      await Promise.race([Promise.all([...held.values()].map(({ work }) => work)), late]);
      advance();
      // What was dealt with is confirmed, so that the next start is not given it again.
      if (held.size > 0) await ask(0, 1);
    },
  };
}

/** Says it to the log; gives why the bot hears nothing, where that is worth a word to anybody. */
function tell(
  log: ChannelLog,
  outcome: { readonly kind: string; readonly why?: string },
  failures: number,
): string | undefined {
  const conflict = outcome.why?.startsWith("Conflict") === true;
  // A short break is nothing to wake anybody for.
  const level = conflict || failures > 3 ? "error" : failures > 1 ? "warn" : "debug";
  const todo = conflict
    ? "another program uses this token, or a webhook is set: stop it; npx baosong doctor says which"
    : "check the token and the network; npx baosong doctor says more";
  const code = conflict ? "telegram-conflict" : "telegram-unreachable";
  log[level]({ code, outcome: outcome.kind, failures, todo }, "Telegram gives no messages");
  return level === "error" ? code : undefined;
}
