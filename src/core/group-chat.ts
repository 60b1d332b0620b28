import { groupKey, type Origin } from "./entry.ts";
import type { Address } from "./message.ts";
import { evolveNews, isNews, type News, type NewsEntry, noNews } from "./news.ts";
import type { Instant } from "./time.ts";

/** Where a group of the roster sits on a platform. */
export type GroupEntry =
  /** A coordinator said in a chat that it is this group. */
  | { readonly kind: "claimed"; readonly chat: Address }
  /** The bot was removed from the chat. */
  | { readonly kind: "removed" }
  /** The platform gave the chat another id. */
  | { readonly kind: "chat-moved"; readonly chat: Address; readonly from?: Address }
  | NewsEntry;

export type GroupChat = Seat & {
  readonly group: string;
  /** What others are still to hear of it. */
  readonly news: News;
};

type Seat =
  /** Nobody claimed a chat: the roster's own address holds. */
  | { readonly state: "unclaimed" }
  | {
      readonly state: "claimed";
      readonly chat: Address;
      /** When it was claimed, as the platform says: what happened to the chat before that is past. */
      readonly since: Instant;
      /** The ids that the platform gave the same chat before. */
      readonly before?: readonly Address[];
    }
  | { readonly state: "removed" };

/** A group's place before anybody claimed a chat for it. */
export function emptyGroupChat(group: string): GroupChat {
  return { group, news: noNews, state: "unclaimed" };
}

/** The group's place after one more entry. */
export function evolveGroupChat(stands: GroupChat, entry: Origin & GroupEntry): GroupChat {
  const { group, news } = stands;
  if (isNews(entry)) return { ...stands, news: evolveNews(groupKey(group), news, entry) };
  switch (entry.kind) {
    case "claimed":
      return { group, news, state: "claimed", chat: entry.chat, since: entry.sentAt ?? entry.at };
    case "chat-moved": {
      const known = stands.state === "claimed" ? (stands.before ?? []) : [];
      const before = entry.from ? [...known, entry.from] : known;
      const since = entry.sentAt ?? entry.at;
      return { group, news, state: "claimed", chat: entry.chat, since, ...(before.length > 0 ? { before } : {}) };
    }
    case "removed":
      return { group, news, state: "removed" };
  }
}
