import type { KeptBlock, Line } from "./lines.ts";

/** A message as it stands now. `order` numbers everything on the platform, so that `after` means something. */
export type Kept = {
  readonly id: string;
  readonly order: number;
  readonly chat: string;
  readonly from: string;
  readonly at: string;
  readonly blocks: readonly KeptBlock[];
  readonly answers?: string;
  /** When new content took the place of the old one. */
  readonly editedAt?: string;
};

/** Everything that was said on the platform: the fold of its journal's lines. */
export type Memory = {
  /** Takes a line in; gives the message that it made or changed, where it did. */
  apply(line: Line): Kept | undefined;
  message(id: string): Kept | undefined;
  /** A chat's messages, oldest first, each once at the place where it was first sent. */
  chat(id: string): readonly Kept[];
  chats(): readonly string[];
  /** Where an id (of a message, an edit or a press) stands in the order of things; undefined for one never given. */
  order(id: string): number | undefined;
  /** The message of a chat that was sent or edited under an outbound key. */
  sentUnder(chat: string, key: string): string | undefined;
};

/** The memory before the first line. */
export function emptyMemory(): Memory {
  const messages = new Map<string, Kept>();
  const byChat = new Map<string, string[]>();
  const orders = new Map<string, number>();
  const keys = new Map<string, string>();
  const put = (message: Kept): Kept => {
    messages.set(message.id, message);
    return message;
  };
  return {
    apply: (line) => {
      const order = orders.size + 1;
      orders.set(line.id, order);
      switch (line.kind) {
        case "message": {
          const { kind: _kind, key, ...message } = line;
          if (key !== undefined) keys.set(ownKey(line.chat, key), line.id);
          const list = byChat.get(line.chat) ?? [];
          byChat.set(line.chat, list);
          list.push(line.id);
          return put({ ...message, order });
        }
        case "edit": {
          const earlier = messages.get(line.of);
          if (!earlier) return undefined;
          if (line.key !== undefined) keys.set(ownKey(earlier.chat, line.key), line.of);
          return put({ ...earlier, blocks: line.blocks, editedAt: line.at });
        }
        case "press":
          return undefined;
      }
    },
    message: (id) => messages.get(id),
    chat: (id) => (byChat.get(id) ?? []).flatMap((each) => messages.get(each) ?? []),
    chats: () => [...byChat.keys()],
    order: (id) => orders.get(id),
    sentUnder: (chat, key) => keys.get(ownKey(chat, key)),
  };
}

/** An outbound key is one message in each chat. */
export const ownKey = (chat: string, key: string): string => `${chat}\n${key}`;
