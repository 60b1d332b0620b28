import { type Channel, showsAll } from "../../channels/channel.ts";
import type { Block, Outbound } from "../../core/message.ts";

/** A channel that keeps what was sent in memory: the phones of made-up people. */
export type Paper = {
  readonly channel: Channel;
  /** The last message to a chat, as it stands now. */
  last(chat: string): readonly Block<string>[];
  /** Takes out the files that were sent since the last call, with the chat they went to. */
  takeFiles(): readonly { readonly chat: string; readonly name: string; readonly bytes: Uint8Array }[];
  readonly sent: () => number;
};

/** Makes the channel; its name is the simulator's, so that everybody is reached under the roster's id. */
export function paper(): Paper {
  const chats = new Map<string, Outbound>();
  let files: { chat: string; name: string; bytes: Uint8Array }[] = [];
  let count = 0;
  return {
    channel: {
      name: "simulator",
      can: showsAll,
      start: async () => async () => {},
      send: async (to, message) => {
        count += 1;
        chats.set(to.id, message);
        for (const block of message.blocks)
          if (block.kind === "file") files.push({ chat: to.id, name: block.name, bytes: block.bytes });
        return { kind: "sent", id: `p${count}` };
      },
    },
    last: (chat) => chats.get(chat)?.blocks ?? [],
    takeFiles: () => {
      const taken = files;
      files = [];
      return taken;
    },
    sent: () => count,
  };
}
