import { type Deliveries, type DeliveryEntry, deliver, deliveryKinds, freeFrom } from "./delivery.ts";
import type { DocKey, Origin, PersonId, UnitId } from "./entry.ts";
import type { Alarm } from "./join-guard.ts";
import type { Address } from "./message.ts";
import type { Role } from "./roster.ts";
import { type Duration, HOUR, type Instant } from "./time.ts";

/** Whose post it is about, as it was then. */
type Post = { readonly person: PersonId; readonly unit: UnitId; readonly role: Role };

/** What happened that others than whoever wrote are to hear of. */
export type NewsAbout =
  /** Somebody new came into a post, on that channel. */
  | (Post & { readonly what: "handed-over"; readonly channel: string })
  /** A coordinator ended the accounts of a post. */
  | (Post & { readonly what: "put-out" })
  /** A platform says that the account is closed to the bot. */
  | (Post & { readonly what: "unreachable"; readonly account: Address })
  /** Wrong codes that came in on that channel locked somebody out. */
  | { readonly what: Alarm; readonly channel: string }
  /** The bot was removed from the chat of a group. */
  | { readonly what: "group-removed"; readonly group: string }
  /** What is posted for a group goes to another chat from here on. */
  | { readonly what: "group-elsewhere"; readonly group: string };

/** Who is to hear of it: somebody of the roster wherever they are reached, or an account or a chat that no longer stands for anybody there. */
export type Hearer =
  | { readonly kind: "person"; readonly person: PersonId }
  | { readonly kind: "account"; readonly address: Address };

/** Nothing is owed but by an entry of its own: what earlier releases recorded without one they told themselves. */
export type NewsEntry =
  | { readonly kind: "concerned-others"; readonly about: NewsAbout; readonly hearers: readonly Hearer[] }
  | DeliveryEntry;

/** The kinds of these entries, for every document that bears news. */
export const newsKinds: Readonly<Record<NewsEntry["kind"], true>> = { ...deliveryKinds, "concerned-others": true };

/** Whether an entry of a document is about what others are to hear of. */
export function isNews<E extends { readonly kind: string }>(
  entry: E,
): entry is Extract<E, { readonly kind: NewsEntry["kind"] }> {
  return Object.hasOwn(newsKinds, entry.kind);
}

/** One thing that others are to hear of, numbered from 1 within its document. */
export type NewsItem = {
  readonly number: number;
  readonly at: Instant;
  readonly about: NewsAbout;
  readonly hearers: readonly Hearer[];
};

/** What others are still to hear of; what is settled with everybody is forgotten, and only counted. */
export type News = { readonly count: number; readonly open: readonly NewsItem[]; readonly deliveries: Deliveries };

export const noNews: News = { count: 0, open: [], deliveries: {} };

/** So long it is news: what could not be told by then is not told any more. */
const FRESH: Duration = 24 * HOUR;

/** Whether it may still be told. */
export function isFresh({ at }: NewsItem, now: Instant): boolean {
  return now - at < FRESH;
}

/** Telling one hearer of one thing. */
export type NewsDuty = {
  readonly key: string;
  readonly item: NewsItem;
  readonly hearer: Hearer;
  /** From when it is owed; a lease that runs puts it off. */
  readonly from: Instant;
};

/**
 * Everything that others are still to be told of, or that is to be dropped, now or later; `free` says from when a
 * delivery may be tried.
 */
export function newsDuties(
  doc: DocKey,
  { open, deliveries }: News,
  free: typeof freeFrom = freeFrom,
): readonly NewsDuty[] {
  return open.flatMap((item) =>
    item.hearers.flatMap((hearer, index): readonly NewsDuty[] => {
      const key = keyOf(doc, item, index);
      const from = free(deliveries[key]);
      return from === undefined ? [] : [{ key, item, hearer, from: Math.max(item.at, from) }];
    }),
  );
}

/** The news of a document after one more entry. */
export function evolveNews(doc: DocKey, news: News, entry: Origin & NewsEntry): News {
  if (entry.kind === "concerned-others") {
    const { at, about, hearers } = entry;
    const number = news.count + 1;
    return { ...news, count: number, open: [...news.open, { number, at, about, hearers }] };
  }
  const item = news.open.find((each) => keysOf(doc, each).includes(entry.delivery));
  // Settled and forgotten.
  if (!item) return news;
  const keys = keysOf(doc, item);
  const deliveries = deliver(news.deliveries, entry, entry.at);
  if (keys.some((key) => freeFrom(deliveries[key]) !== undefined)) return { ...news, deliveries };
  const others = Object.entries(deliveries).filter(([key]) => !keys.includes(key));
  return {
    count: news.count,
    open: news.open.filter((each) => each !== item),
    deliveries: Object.fromEntries(others),
  };
}

function keysOf(doc: DocKey, item: NewsItem): readonly string[] {
  return item.hearers.map((_, index) => keyOf(doc, item, index));
}

/** By number, so that nobody's account stands in it. */
function keyOf(doc: DocKey, { number }: NewsItem, hearer: number): string {
  return `news/${doc}/${number}/${hearer}`;
}
