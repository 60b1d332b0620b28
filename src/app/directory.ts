import { type Access, accessIn, accountOf, type Directory, type DirectoryEntry, shardOf } from "../core/directory.ts";
import { type Addressed, type DocKey, directoryKey, type Origin, type PersonId, personKey } from "../core/entry.ts";
import type { Address } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import type { Docs } from "../store/store.ts";
import type { Contact } from "./contacts.ts";
import type { House } from "./house.ts";
import type { Invited } from "./invite.ts";
import { changeOnce } from "./once.ts";

/** An account that a person comes in with; the hash of the code, where it came with one. */
export type Claim = {
  readonly member: Member;
  readonly address: Address;
  readonly code?: string;
  readonly contact?: Contact;
};

/** What became of a claim: accounts of the person that ended with it, and whose the account was before. */
export type Claimed =
  | { readonly kind: "refused" }
  | { readonly kind: "bound"; readonly ended: readonly Address[]; readonly was?: Member };

/**
 * Binds an account to a person, all or nothing: the invitation is used up, what was bound before ends, the account is
 * nobody else's. Refused where the code is not, or no longer, the person's.
 */
export async function bind(house: House, claim: Claim, origin: Origin): Promise<Claimed> {
  const { member, address, code, contact } = claim;
  const holder = house.people.memberAt(address);
  const was = holder && holder.id !== member.id ? holder : undefined;
  const [key, person] = [keyOf(member.id), personKey(member.id)];
  let claimed: Claimed = { kind: "refused" };
  await change(house, was ? [key, person, keyOf(was.id)] : [key, person], (docs) => {
    claimed = { kind: "refused" };
    if (code !== undefined && !opens(accessOf(docs, member.id), claim, origin)) return [];
    // A code makes somebody new of the post; an account that the roster knows is one more of the same person.
    const before = code === undefined ? [] : standing(house, member, docs);
    const ended = before.filter((each) => accountOf(each) !== accountOf(address));
    claimed = { kind: "bound", ended, ...(was ? { was } : {}) };
    const entries: Addressed[] = ended.map((each) =>
      entryOf(origin, { kind: "unbound", person: member.id, address: each, why: "handed-over" }),
    );
    if (was) entries.push(entryOf(origin, { kind: "unbound", person: was.id, address, why: "moved" }));
    const bound = { kind: "bound", person: member.id, address, ...(code === undefined ? {} : { code }) } as const;
    entries.push(entryOf(origin, bound));
    // What was asked before was asked somebody else: a bare 是 must not confirm what its writer never saw.
    if (code !== undefined) entries.push({ key: person, entry: { kind: "asked", ...origin } });
    if (contact) entries.push(introduction(member, contact, origin));
    return entries;
  });
  return claimed;
}

/** Records something about one person of the directory, unless `already` says of how they stand that it holds. */
export async function note(
  house: House,
  entry: DirectoryEntry,
  origin: Origin,
  already: (access: Access) => boolean = () => false,
): Promise<boolean> {
  let noted = false;
  await change(house, [keyOf(entry.person)], (docs) => {
    noted = !already(accessOf(docs, entry.person));
    return noted ? [entryOf(origin, entry)] : [];
  });
  return noted;
}

/** Keeps an invitation, in the place of one before; false where the message that asked for it has had its own. */
export async function keepInvitation(
  house: House,
  { id: person, unit, role }: Member,
  { hash: code, until }: Pick<Invited, "hash" | "until">,
  origin: Origin,
): Promise<boolean> {
  const key = keyOf(person);
  const invited = entryOf(origin, { kind: "invited", person, unit, role, code, until });
  const docs = await changeOnce(house.store, origin, [key], () => [invited]);
  if (docs) house.people.learn(docs.get(key));
  return docs !== undefined;
}

/** Ends every account of a person at once; gives those that were. */
export async function end(house: House, member: Member, origin: Origin): Promise<readonly Address[]> {
  const key = keyOf(member.id);
  let ended: readonly Address[] = [];
  const docs = await changeOnce(house.store, origin, [key], (before) => {
    ended = standing(house, member, before);
    return ended.map((address) => entryOf(origin, { kind: "unbound", person: member.id, address, why: "ended" }));
  });
  if (docs) house.people.learn(docs.get(key));
  return ended;
}

/** Keeps the name and telephone that somebody gave, beside the history. */
export async function introduce(house: House, member: Member, contact: Contact, origin: Origin): Promise<void> {
  await change(house, [keyOf(member.id)], () => [introduction(member, contact, origin)]);
}

/** Every account that the person has by these documents, on channels that run now or not. */
function standing(house: House, member: Member, docs: Docs): readonly Address[] {
  const access = accessOf(docs, member.id);
  const joined = access.bindings.map(({ address }) => address.channel);
  const channels = new Set([...house.channels.keys(), ...joined, ...Object.keys(member.addresses)]);
  return house.people.accountsOf(member, [...channels], access);
}

function opens({ invitation }: Access, { member, code }: Claim, { at }: Origin): boolean {
  if (!invitation || invitation.code !== code || invitation.until <= at) return false;
  return invitation.unit === member.unit && invitation.role === member.role;
}

function introduction(member: Member, { name, phone }: Contact, origin: Origin): Addressed {
  const aside = { ...(name === undefined ? {} : { name }), ...(phone === undefined ? {} : { phone }) };
  return entryOf({ ...origin, aside }, { kind: "introduced", person: member.id });
}

function entryOf(origin: Origin, entry: DirectoryEntry): Addressed {
  return { key: keyOf(entry.person), entry: { ...entry, ...origin } };
}

async function change(house: House, keys: readonly DocKey[], by: (docs: Docs) => readonly Addressed[]): Promise<void> {
  const named = [...new Set(keys)];
  const docs = await house.store.change(named, by);
  for (const key of named) house.people.learn(docs.get(key));
}

const keyOf = (person: PersonId): DocKey => directoryKey(shardOf(person));

function accessOf(docs: Docs, person: PersonId): Access {
  const key = keyOf(person);
  return accessIn(directoryIn(docs, key), person);
}

function directoryIn(docs: Docs, key: DocKey): Directory {
  const doc = docs.get(key);
  if (doc.kind !== "directory") throw new Error(`${key} is no share of the directory`);
  return doc.doc;
}
