import type { Addressed, DocKey, Origin } from "../../core/entry.ts";
import type { Address } from "../../core/message.ts";
import type { Hearer, NewsAbout } from "../../core/news.ts";
import type { House } from "../house.ts";

/** The entry by which others are owed to hear of something; none where there is nobody to hear of it. */
export function concerning(
  key: DocKey,
  about: NewsAbout,
  hearers: readonly Hearer[],
  origin: Origin,
): readonly Addressed[] {
  return hearers.length === 0 ? [] : [{ key, entry: { ...origin, kind: "concerned-others", about, hearers } }];
}

/** Every coordinator. */
export function coordinatorsHear({ people }: House): readonly Hearer[] {
  return people.roster.people.flatMap(({ id, role }) =>
    role === "coordinator" ? [{ kind: "person", person: id }] : [],
  );
}

/** Accounts that were somebody's, or chats that were a group's, as far as their channels run. */
export function accountsHear({ channels }: House, accounts: readonly Address[]): readonly Hearer[] {
  return accounts.flatMap((address) => (channels.has(address.channel) ? [{ kind: "account", address }] : []));
}

/** Sees to it that those are told who are to hear of what was just recorded, beside whoever recorded it: it is owed in any case. */
export function sayNews(house: House, key: DocKey): void {
  house.beside("news-not-told", () => house.tellNews(key));
}
