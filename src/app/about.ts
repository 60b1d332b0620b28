import type { Address, Inbound } from "../core/message.ts";
import type { Instant } from "../core/time.ts";
import type { House } from "./house.ts";
import type { Place } from "./rights.ts";
import type { Follow } from "./summaries/following.ts";

/** What is known of a message beside what it says: who sent it where and when, and how to say more than the reply. */
export type About = {
  readonly id: string;
  readonly channel: string;
  readonly from: Address;
  readonly chat: Address;
  readonly place: Place;
  readonly at: Instant;
  readonly sentAt: Instant;
  readonly follow: Follow;
  /** The message as written; absent where a button gave the command. */
  readonly words?: string;
};

/** What a message is about, with where else something may be said because of it. */
export function aboutOf(house: House, inbound: Inbound, follow: Follow): About {
  const { at, sentAt, from, chat } = inbound;
  const words = inbound.kind === "said" ? { words: inbound.text } : {};
  const place = placeOf(house, inbound);
  return { id: entryId(inbound), channel: from.channel, from, chat, place, at, sentAt, follow, ...words };
}

/** The id that the entries of a message bear: platforms number messages by chat. */
export function entryId({ id, chat }: Pick<Inbound, "id" | "chat">): string {
  return `${chat.channel}/${chat.id}/${id}`;
}

type Source = Pick<About, "id" | "at" | "sentAt" | "channel">;

/** What every entry of a message bears beside who made it. */
export function originOf({ id, at, sentAt, channel }: Source): Source {
  return { id, at, sentAt, channel };
}

/** A private chat bears the person's own id; where a platform numbers it otherwise, its channel says the person's. */
export function isPrivate({ from, chat }: Inbound): boolean {
  return from.id === chat.id;
}

function placeOf(house: House, inbound: Inbound): Place {
  if (isPrivate(inbound)) return "own-chat";
  return house.people.groupAt(inbound.chat)?.leadership ? "leadership-group" : "other-group";
}
