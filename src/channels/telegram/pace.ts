import type { Duration } from "../../core/time.ts";

/** Telegram's limits on sending, as its FAQ gives them; the real ones are not published. */
export type Limits = {
  /** How long a second is: shorter in tests. */
  readonly second: Duration;
  readonly overall: number;
  /** How many a chat bears at once before it has to be one a second. */
  readonly burst: number;
  readonly groupPerMinute: number;
};
export const limits: Limits = { second: 1_000, overall: 30, burst: 3, groupPerMinute: 20 };

/** May send now, or would have to wait for longer than it has patience. */
export type Turn = { readonly kind: "go" } | { readonly kind: "later"; readonly after: Duration };
/** Answers to people go before what the bot says of itself, and that before what may as well not happen. */
export type Rank = "answer" | "notice" | "tidying";

export type Pacer = {
  turn(chat: string, rank: Rank, patience: Duration): Promise<Turn>;
  /** Telegram asked to wait with this chat; where it asks so for one chat after the other, with all. */
  held(chat: string, wait: Duration): void;
  /** A chat took what was sent. */
  took(): void;
};

type ChatPace = { tokens: number; at: number; heldUntil: number; readonly minute: number[] };
type Waiting = {
  readonly chat: string;
  readonly rank: Rank;
  readonly until: number;
  readonly go: (turn: Turn) => void;
};

const ranks: Readonly<Record<Rank, number>> = { answer: 0, notice: 1, tidying: 2 };
/** A little below the limits, since what is sent evenly does not arrive evenly. */
const SHARE = 0.97;
/** How much of a second may be caught up after a delay. */
const CATCH_UP = 0.02;
/** Chats that have been silent are forgotten once there are so many. */
const CHATS = 5_000;

/** Gives turns to send within the limits: by rank, then in the order of asking, a chat's own limits kept as well. */
export function pacer(given: Limits = limits): Pacer {
  const { second, burst, groupPerMinute } = given;
  const interval = second / (given.overall * SHARE);
  const refill = SHARE / second;
  const chats = new Map<string, ChatPace>();
  const waiting: Waiting[] = [];
  let nextAt = 0;
  let allHeldUntil = 0;
  let lastHeld: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  const paceOf = (id: string, now: number): ChatPace => {
    const chat = chats.get(id) ?? { tokens: burst, at: now, heldUntil: 0, minute: [] };
    chat.tokens = Math.min(burst, chat.tokens + (now - chat.at) * refill);
    chat.at = now;
    while (chat.minute[0] !== undefined && chat.minute[0] <= now - (60 * second) / SHARE) chat.minute.shift();
    if (!chats.has(id) && chats.size >= CHATS) forget(now);
    chats.set(id, chat);
    return chat;
  };
  const forget = (now: number) => {
    for (const [id, { at, heldUntil }] of chats) if (now - at > 60 * second && heldUntil < now) chats.delete(id);
  };
  /** When a chat may be sent to, as far as it alone goes. */
  const freeAt = (id: string, now: number): number => {
    const { tokens, heldUntil, minute } = paceOf(id, now);
    const token = tokens >= 1 ? now : now + (1 - tokens) / refill;
    const full = isGroup(id) && minute.length >= groupPerMinute ? (minute[0] ?? now) + (60 * second) / SHARE : now;
    return Math.max(token, full, heldUntil);
  };
  const allFreeAt = () => Math.max(nextAt, allHeldUntil);
  const leave = (one: Waiting, turn: Turn) => {
    waiting.splice(waiting.indexOf(one), 1);
    one.go(turn);
  };
  const pump = () => {
    clearTimeout(timer);
    timer = undefined;
    for (;;) {
      const now = performance.now();
      for (const one of waiting.filter(({ until }) => until <= now))
        leave(one, { kind: "later", after: Math.max(second, freeAt(one.chat, now) - now, allFreeAt() - now) });
      if (waiting.length === 0) return;
      const best = allFreeAt() <= now ? waiting.find(({ chat }) => freeAt(chat, now) <= now) : undefined;
      if (best) {
        const chat = paceOf(best.chat, now);
        chat.tokens -= 1;
        chat.minute.push(now);
        nextAt = Math.max(nextAt, now - CATCH_UP * second) + interval;
        leave(best, { kind: "go" });
        continue;
      }
      const soonest = Math.min(
        ...waiting.map(({ chat, until }) => Math.min(until, Math.max(freeAt(chat, now), allFreeAt()))),
      );
      timer = setTimeout(pump, Math.max(1, Math.ceil(soonest - now)));
      return;
    }
  };

  return {
    turn: (chat, rank, patience) =>
      new Promise((go) => {
        const now = performance.now();
        const until = now + patience;
        const free = Math.max(freeAt(chat, now), allHeldUntil);
        if (free > until) return go({ kind: "later", after: free - now });
        const behind = waiting.findIndex((other) => ranks[other.rank] > ranks[rank]);
        waiting.splice(behind < 0 ? waiting.length : behind, 0, { chat, rank, until, go });
        pump();
      }),
    held: (chat, wait) => {
      const now = performance.now();
      paceOf(chat, now).heldUntil = now + wait;
      // Two chats in a row that kept to their own limits: it is the bot as a whole that is too fast.
      if (lastHeld !== undefined && lastHeld !== chat) allHeldUntil = Math.max(allHeldUntil, now + wait);
      lastHeld = chat;
    },
    took: () => {
      lastHeld = undefined;
    },
  };
}

/** Groups are numbered below zero. */
export function isGroup(chat: string): boolean {
  return chat.startsWith("-");
}
