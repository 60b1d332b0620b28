import type { Outbound } from "../../core/message.ts";

/** What followed an act: what was shown in its chat since and, by key, why something could not be. */
type Watch = {
  readonly chat: string;
  readonly act: string;
  readonly sent: Set<string>;
  readonly lost: Map<string, unknown>;
};

/** Those who wait for what the bot says to their acts. */
export type Watches = {
  /** Does what leads to it; gives the ids of the messages that followed. Rejects with why one of them could not be shown. */
  over(chat: string, act: string, doing: () => Promise<void>): Promise<readonly string[]>;
  shown(chat: string, message: Outbound, id: string): void;
  lost(chat: string, message: Outbound, cause: unknown): void;
};

/** Nobody waits yet. */
export function watches(): Watches {
  const all = new Set<Watch>();
  const of = (chat: string, { answers }: Outbound) =>
    [...all].filter((watch) => watch.chat === chat && (answers ?? watch.act) === watch.act);
  return {
    over: async (chat, act, doing) => {
      const watch: Watch = { chat, act, sent: new Set(), lost: new Map() };
      all.add(watch);
      try {
        await doing();
      } finally {
        all.delete(watch);
      }
      // Without what the bot said nobody knows what came of the act: done again under its id, it is answered.
      for (const cause of watch.lost.values()) throw cause;
      return [...watch.sent];
    },
    shown: (chat, message, id) => {
      for (const watch of of(chat, message)) {
        watch.sent.add(id);
        // The bot had tried again by itself.
        watch.lost.delete(message.key);
      }
    },
    lost: (chat, message, cause) => {
      for (const watch of of(chat, message)) watch.lost.set(message.key, cause);
    },
  };
}
