import { type DocKey, directoryKey, type Origin, type PersonId, type UnitId } from "./entry.ts";
import type { Address } from "./message.ts";
import { evolveNews, isNews, type News, type NewsEntry, noNews } from "./news.ts";
import type { Role } from "./roster.ts";
import type { Instant } from "./time.ts";

/** Who is who beside the roster: who was invited, which account of a platform is whose, and whose no longer. */
export type DirectoryEntry = AccessEntry | NewsEntry;

/** What happened to how one person gets in. */
export type AccessEntry =
  /** A newer invitation of a person takes the place of the one before; the code itself is kept by nobody. */
  | {
      readonly kind: "invited";
      readonly person: PersonId;
      readonly unit: UnitId;
      readonly role: Role;
      readonly code: string;
      readonly until: Instant;
    }
  /** By a code (its hash), or because the roster knows the account under another name. */
  | { readonly kind: "bound"; readonly person: PersonId; readonly address: Address; readonly code?: string }
  | {
      readonly kind: "unbound";
      readonly person: PersonId;
      readonly address: Address;
      /** Somebody else took over; the account joined as somebody else; a coordinator ended it. */
      readonly why: "handed-over" | "moved" | "ended";
    }
  /** The platform says that the person blocked the bot, or that they are back. */
  | { readonly kind: "unreachable" | "reachable"; readonly person: PersonId; readonly address: Address }
  /** Gave a name and a telephone, which lie beside the entry. */
  | { readonly kind: "introduced"; readonly person: PersonId }
  /**
   * What the person had written and given of themselves was removed on request: what lay beside these entries, by
   * document and number. `again`: whoever holds the post now is among them, and has to say anew who they are.
   */
  | {
      readonly kind: "forgotten";
      readonly person: PersonId;
      readonly removed: Readonly<Record<string, readonly number[]>>;
      readonly again: boolean;
    };

export type Invitation = {
  /** The hash of the code. */
  readonly code: string;
  /** The duty that it was meant for: it is void once the roster gives the person another. */
  readonly unit: UnitId;
  readonly role: Role;
  readonly until: Instant;
};

export type Binding = { readonly address: Address; readonly since: Instant; readonly code?: string };

/** How a person of the roster gets in; accounts are named by `accountOf`. */
export type Access = {
  /** Oldest first. */
  readonly bindings: readonly Binding[];
  /** Accounts that were the person's and are no longer, also where the roster file still names them. */
  readonly ended: readonly string[];
  readonly unreachable: readonly string[];
  readonly invitation?: Invitation;
  /** Whether whoever holds the post now has given a name and a telephone. */
  readonly introduced: boolean;
};

/** A share of everybody; see `shareOf`. */
export type Directory = {
  readonly shard: string;
  readonly people: Readonly<Record<PersonId, Access>>;
  /** What became of accounts that others are to hear of. */
  readonly news: News;
};

const noAccess: Access = { bindings: [], ended: [], unreachable: [], introduced: false };
const SHARDS = 64;

/** The share of the directory that a person stands in: few enough to be read at every start, small enough to fold. */
export function shareOf(person: PersonId): DocKey {
  let hash = 0x811c9dc5;
  for (const letter of person) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return directoryKey(String(hash % SHARDS));
}

/** Every share that there may be. */
export const shares: readonly DocKey[] = Array.from({ length: SHARDS }, (_, index) => directoryKey(String(index)));

/** An address as one word. */
export const accountOf = ({ channel, id }: Address): string => `${channel}/${id}`;

/** A share of the directory before its first entry. */
export function emptyDirectory(shard: string): Directory {
  return { shard, people: {}, news: noNews };
}

/** How a person gets in; nothing of the kind where they never did. */
export function accessIn(directory: Directory, person: PersonId): Access {
  return directory.people[person] ?? noAccess;
}

/** The directory after one more entry. */
export function evolveDirectory(directory: Directory, entry: Origin & DirectoryEntry): Directory {
  if (isNews(entry)) return { ...directory, news: evolveNews(directoryKey(directory.shard), directory.news, entry) };
  const after = evolveAccess(accessIn(directory, entry.person), entry);
  return { ...directory, people: { ...directory.people, [entry.person]: after } };
}

function evolveAccess(access: Access, entry: Origin & AccessEntry): Access {
  switch (entry.kind) {
    case "invited": {
      const { code, unit, role, until } = entry;
      return { ...access, invitation: { code, unit, role, until } };
    }
    case "bound": {
      const { address, code, at } = entry;
      const { invitation, ...rest } = without(access, address);
      const bindings = [...rest.bindings, { address, since: at, ...(code === undefined ? {} : { code }) }];
      // Whoever comes with a code is a new person on the post, who has not said who they are.
      if (code !== undefined) return { ...rest, bindings, introduced: false };
      return { ...rest, bindings, ...(invitation ? { invitation } : {}) };
    }
    case "unbound": {
      const rest = without(access, entry.address);
      return { ...rest, ended: [...rest.ended, accountOf(entry.address)] };
    }
    case "unreachable": {
      const account = accountOf(entry.address);
      return { ...access, unreachable: [...access.unreachable.filter((each) => each !== account), account] };
    }
    case "reachable": {
      const account = accountOf(entry.address);
      return { ...access, unreachable: access.unreachable.filter((each) => each !== account) };
    }
    case "introduced":
      return { ...access, introduced: true };
    case "forgotten":
      return entry.again ? { ...access, introduced: false } : access;
  }
}

/** What is known of an account no longer counts: it starts anew, or ends. */
function without(access: Access, address: Address): Access {
  const account = accountOf(address);
  const others = (accounts: readonly string[]) => accounts.filter((each) => each !== account);
  return {
    ...access,
    bindings: access.bindings.filter((each) => accountOf(each.address) !== account),
    ended: others(access.ended),
    unreachable: others(access.unreachable),
  };
}
