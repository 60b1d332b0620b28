import { Refused } from "./refused.ts";

export type Limits = {
  /** Length of what counts as a second, in milliseconds. */
  readonly second: number;
  readonly overall: number;
  /** How many at once a chat bears before it has to be one a second. */
  readonly burst: number;
  readonly groupPerMinute: number;
};

/** The limits that Telegram's FAQ gives; its real ones are not published. */
export const published: Limits = { second: 1_000, overall: 30, burst: 3, groupPerMinute: 20 };

/** Counts what is sent and refuses what is over the limits, with the seconds to wait. */
export function flood(limits: Limits) {
  const all: number[] = [];
  const chats = new Map<number, { tokens: number; at: number; readonly minute: number[] }>();
  const refuse = (wait: number): never => {
    const seconds = Math.max(1, Math.ceil(wait / 1_000));
    throw new Refused(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  };
  const within = (times: number[], span: number, now: number) => {
    while (times[0] !== undefined && times[0] <= now - span) times.shift();
    return times;
  };
  return (chat: number, isGroup: boolean): void => {
    const now = performance.now();
    const { second } = limits;
    if (within(all, second, now).length >= limits.overall) refuse((all[0] ?? now) + second - now);
    const own = chats.get(chat) ?? { tokens: limits.burst, at: now, minute: [] };
    own.tokens = Math.min(limits.burst, own.tokens + (now - own.at) / second);
    own.at = now;
    chats.set(chat, own);
    if (own.tokens < 1) refuse((1 - own.tokens) * second);
    if (isGroup && within(own.minute, 60 * second, now).length >= limits.groupPerMinute)
      refuse((own.minute[0] ?? now) + 60 * second - now);
    own.tokens -= 1;
    own.minute.push(now);
    all.push(now);
  };
}
