import { type Access, type AccessEntry, accessIn, accountOf, shareOf } from "../../core/directory.ts";
import { type Addressed, type DocKey, type Origin, type PersonId, personKey } from "../../core/entry.ts";
import type { Address } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Docs } from "../../store/store.ts";
import { directoryIn } from "../documents.ts";
import type { House } from "../house.ts";
import { changeOnce } from "../once.ts";
import type { Contact } from "./contacts.ts";
import type { Invited } from "./invite.ts";
import { accountsHear, concerning, coordinatorsHear } from "./news.ts";

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
 * Binds an account to a person, all or nothing: the invitation is used up, the account is nobody else's, what was bound
 * before ends, of which whoever held the post and the coordinators are to hear. Refused where the code is not, or no
 * longer, the person's.
 */
export async function bind(house: House, claim: Claim, origin: Origin): Promise<Claimed> {
  const { member, address, code, contact } = claim;
  const holder = house.people.memberAt(address);
  const was = holder && holder.id !== member.id ? holder : undefined;
  const [key, person] = [shareOf(member.id), personKey(member.id)];
  let claimed: Claimed = { kind: "refused" };
  await change(house, was ? [key, person, shareOf(was.id)] : [key, person], (docs) => {
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
    if (ended.length > 0) {
      const about = { what: "handed-over", ...postOf(member), channel: address.channel } as const;
      const hearers = [...accountsHear(house, ended), ...coordinatorsHear(house)];
      entries.push(...concerning(key, about, hearers, origin));
    }
    return entries;
  });
  return claimed;
}

/** Records that an account is closed to the bot, of which the coordinators are to hear; false where that is known. */
export async function noteUnreachable(
  house: House,
  member: Member,
  address: Address,
  origin: Origin,
): Promise<boolean> {
  const key = shareOf(member.id);
  const about = { what: "unreachable", ...postOf(member), account: address } as const;
  let noted = false;
  await change(house, [key], (docs) => {
    noted = !accessOf(docs, member.id).unreachable.includes(accountOf(address));
    if (!noted) return [];
    const entry = entryOf(origin, { kind: "unreachable", person: member.id, address });
    return [entry, ...concerning(key, about, coordinatorsHear(house), origin)];
  });
  return noted;
}

/** Records that an account is open to the bot again. */
export async function noteReachable(house: House, { id: person }: Member, address: Address, origin: Origin) {
  await change(house, [shareOf(person)], () => [entryOf(origin, { kind: "reachable", person, address })]);
}

/** Keeps an invitation, in the place of one before; false where the message that asked for it has had its own. */
export async function keepInvitation(
  house: House,
  { id: person, unit, role }: Member,
  { hash: code, until }: Pick<Invited, "hash" | "until">,
  origin: Origin,
): Promise<boolean> {
  const key = shareOf(person);
  const invited = entryOf(origin, { kind: "invited", person, unit, role, code, until });
  const docs = await changeOnce(house.store, origin, [key], () => [invited]);
  if (docs) house.people.learn(docs.get(key));
  return docs !== undefined;
}

/** Ends every account of a person at once, of which whoever had them is to hear. */
export async function end(house: House, member: Member, origin: Origin): Promise<void> {
  const key = shareOf(member.id);
  const about = { what: "put-out", ...postOf(member) } as const;
  const docs = await changeOnce(house.store, origin, [key], (before) => {
    const ended = standing(house, member, before);
    return [
      ...ended.map((address) => entryOf(origin, { kind: "unbound", person: member.id, address, why: "ended" })),
      ...concerning(key, about, accountsHear(house, ended), origin),
    ];
  });
  if (docs) house.people.learn(docs.get(key));
}

/** Keeps the name and telephone that somebody gave, beside the history. */
export async function introduce(house: House, member: Member, contact: Contact, origin: Origin): Promise<void> {
  await change(house, [shareOf(member.id)], () => [introduction(member, contact, origin)]);
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

const postOf = ({ id: person, unit, role }: Member) => ({ person, unit, role });

function entryOf(origin: Origin, entry: AccessEntry): Addressed {
  return { key: shareOf(entry.person), entry: { ...entry, ...origin } };
}

async function change(house: House, keys: readonly DocKey[], by: (docs: Docs) => readonly Addressed[]): Promise<void> {
  const named = [...new Set(keys)];
  const docs = await house.store.change(named, by);
  for (const key of named) house.people.learn(docs.get(key));
}

function accessOf(docs: Docs, person: PersonId): Access {
  return accessIn(directoryIn(docs, shareOf(person)), person);
}
