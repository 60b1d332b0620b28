import type { Api } from "grammy";
import { SECOND } from "../../core/time.ts";
import { outcomeOf } from "./outcome.ts";
import { isGroup, type Pacer } from "./pace.ts";

/** Which message of a private chat bears the buttons that count, and which is the last one on the screen. */
export type Keyboards = {
  /** Something new stands at the end of the chat. */
  wrote(chat: string, message: string): void;
  /** Whether nothing has been written after it, so that going on in its place is seen. */
  isNewest(chat: string, message: string): boolean;
  /** A message of the bot stands, newly sent or edited: its buttons take the place of earlier ones. */
  stands(chat: string, message: string, buttons: boolean): void;
  /** Takes a question's buttons off, since it has been answered. */
  over(chat: string, message: string): void;
  /** Resolves once no buttons are being taken off. */
  settled(): Promise<void>;
};

/** Chats that are remembered. */
const CHATS = 20_000;

/**
 * In a private chat the newest buttons are the ones that count, and those before them are taken off. In a group they
 * stay, since everybody uses them. After a restart one old keyboard may stay; it does no harm, since every button names
 * its question.
 */
export function keyboardsOf(api: Api, pace: Pacer): Keyboards {
  const bearing = new Map<string, string>();
  const newest = new Map<string, string>();
  const working = new Set<Promise<void>>();
  const takeOff = async (chat: string, message: string): Promise<void> => {
    const turn = await pace.turn(chat, "tidying", 30 * SECOND);
    // Nothing hangs on it: what Telegram refuses or loses is left as it is.
    if (turn.kind === "go") await outcomeOf(() => api.editMessageReplyMarkup(chat, Number(message)));
  };
  const over = (chat: string, message: string) => {
    if (bearing.get(chat) === message) bearing.delete(chat);
    const work = takeOff(chat, message);
    working.add(work);
    const done = () => working.delete(work);
    work.then(done, done);
  };
  return {
    wrote: (chat, message) => note(newest, chat, message),
    isNewest: (chat, message) => newest.get(chat) === message,
    stands: (chat, message, buttons) => {
      if (isGroup(chat)) return;
      const before = bearing.get(chat);
      if (!buttons) {
        if (before === message) bearing.delete(chat);
        return;
      }
      note(bearing, chat, message);
      if (before !== undefined && before !== message) over(chat, before);
    },
    over,
    settled: async () => {
      await Promise.allSettled(working);
    },
  };
}

function note(chats: Map<string, string>, chat: string, message: string): void {
  const [oldest] = chats.keys();
  chats.delete(chat);
  if (chats.size >= CHATS && oldest !== undefined) chats.delete(oldest);
  chats.set(chat, message);
}
