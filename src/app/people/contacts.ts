import { type Directory, shareOf } from "../../core/directory.ts";
import type { PersonId } from "../../core/entry.ts";
import type { Member, Words } from "../../core/roster.ts";
import type { Instant } from "../../core/time.ts";
import type { Kept, Store } from "../../store/store.ts";

/** What somebody who joined gave as theirs; absent once it was removed on request. */
export type Contact = { readonly name?: string; readonly phone?: string };

/** Names and telephones lie beside the history and are read when something is printed. */
export type Contacts = {
  /** What whoever held the post at that time had given; empty where nothing was. */
  of(person: PersonId, at: Instant): Promise<Contact>;
  /** What was given is no longer there to be read: it is forgotten here too. */
  forgotten(person: PersonId): void;
};

type Spell = Contact & { readonly since: Instant };

/** Reads a share of the directory's history once, and again when the share has changed. */
export function contactsIn(store: Store): Contacts {
  const read = new Map<string, { readonly as: Directory; readonly spells: Promise<ReadonlyMap<PersonId, Spell[]>> }>();
  return {
    of: async (person, at) => {
      const key = shareOf(person);
      const stands = await store.read(key);
      if (stands?.kind !== "directory" || !stands.doc.people[person]) return {};
      const known = read.get(key);
      const now = known?.as === stands.doc ? known : { as: stands.doc, spells: store.history(key).then(spellsOf) };
      read.set(key, now);
      const spells = (await now.spells).get(person) ?? [];
      return spells.findLast(({ since }) => since <= at) ?? {};
    },
    forgotten: (person) => void read.delete(shareOf(person)),
  };
}

function spellsOf(history: readonly Kept[]): ReadonlyMap<PersonId, Spell[]> {
  const spells = new Map<PersonId, Spell[]>();
  for (const { entry } of history) {
    // Whoever takes over with a code is somebody else until they say who they are.
    const begins = entry.kind === "introduced" || (entry.kind === "bound" && entry.code !== undefined);
    if (!begins) continue;
    const of = spells.get(entry.person) ?? [];
    of.push({ since: entry.at, ...(entry.kind === "introduced" ? entry.aside : {}) });
    spells.set(entry.person, of);
  }
  return spells;
}

/** What is printed of somebody: as they gave it when they joined, else as the roster has it. */
export async function printed(
  contacts: Contacts,
  member: Member,
  at: Instant,
): Promise<{ readonly name: Words; readonly phone: string }> {
  const given = await contacts.of(member.id, at);
  return { name: given.name ?? member.name, phone: given.phone ?? member.phone ?? "" };
}
