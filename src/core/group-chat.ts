import type { Origin } from "./entry.ts";
import type { Address } from "./message.ts";

/** Where a group of the roster sits on a platform. */
export type GroupEntry =
  /** A coordinator said in a chat that it is this group. */
  | { readonly kind: "claimed"; readonly chat: Address }
  /** The bot was removed from the chat. */
  | { readonly kind: "removed" }
  /** The platform gave the chat another id. */
  | { readonly kind: "chat-moved"; readonly chat: Address };

export type GroupChat =
  /** Nobody claimed a chat: the roster's own address holds. */
  | { readonly group: string; readonly state: "unclaimed" }
  | { readonly group: string; readonly state: "claimed"; readonly chat: Address }
  | { readonly group: string; readonly state: "removed" };

export function emptyGroupChat(group: string): GroupChat {
  return { group, state: "unclaimed" };
}

/** The group's place after one more entry. */
export function evolveGroupChat({ group }: GroupChat, entry: Origin & GroupEntry): GroupChat {
  switch (entry.kind) {
    case "claimed":
    case "chat-moved":
      return { group, state: "claimed", chat: entry.chat };
    case "removed":
      return { group, state: "removed" };
  }
}
