import type { House } from "./app/house.ts";
import { type Access, shareOf } from "./core/directory.ts";
import type { DocKey, Entry, PersonId } from "./core/entry.ts";
import type { Member } from "./core/roster.ts";
import type { Instant } from "./core/time.ts";
import type { Line } from "./store/chain.ts";
import type { Portable } from "./store/survey.ts";

/** Everything that is kept of a person: as the roster has them, how they get in, and what they did, with their words. */
export type PersonFile = {
  readonly person: PersonId;
  readonly roster?: Member;
  readonly access: Access;
  readonly entries: readonly { readonly document: DocKey; readonly number: number; readonly entry: Entry }[];
};

/** What was removed: beside how many entries, of how many documents. */
export type Forgotten = { readonly entries: number; readonly documents: number };

/**
 * Gathers what is kept of a person; undefined where neither the roster nor the history knows one by that id. Rejects
 * soon after `gone` was aborted.
 */
export async function exportPerson(
  house: House,
  store: Portable,
  person: PersonId,
  gone?: AbortSignal,
): Promise<PersonFile | undefined> {
  const roster = house.people.member(person);
  const entries: PersonFile["entries"][number][] = [];
  for await (const lines of store.lines()) {
    gone?.throwIfAborted();
    for (const { key, seq, entry } of lines)
      if (concerns(entry, person)) entries.push({ document: key, number: seq, entry });
  }
  if (!roster && entries.length === 0) return undefined;
  return { person, ...(roster ? { roster } : {}), access: house.people.access(person), entries };
}

/**
 * Removes for good the words that a person wrote and the names and telephones given for them, of entries before a
 * moment where one is named: whoever held the post until then. First it is recorded which, then they are removed; where
 * that was interrupted, doing it again removes the rest. The chains stay whole. Undefined where nobody is known so.
 */
export async function forgetPerson(
  house: House,
  store: Portable,
  person: PersonId,
  before: Instant = Number.POSITIVE_INFINITY,
): Promise<Forgotten | undefined> {
  const known = house.people.member(person) !== undefined;
  const found = await besides(store, person, before);
  if (!known && found.size === 0) return undefined;
  const key = shareOf(person);
  const at = house.clock.now();
  const removed = Object.fromEntries([...found].map(([document, seqs]) => [document, [...seqs]]));
  const docs = await house.store.change([key], () => [
    {
      key,
      entry: { kind: "forgotten", person, removed, again: at < before, id: `forget/${person}/${at}`, at, by: "bot" },
    },
  ]);
  await store.strip(found);
  house.people.learn(docs.get(key));
  house.contacts.forgotten(person);
  house.tried.forgotten();
  return { entries: [...found.values()].reduce((sum, seqs) => sum + seqs.size, 0), documents: found.size };
}

async function besides(
  store: Portable,
  person: PersonId,
  before: Instant,
): Promise<ReadonlyMap<DocKey, ReadonlySet<number>>> {
  const found = new Map<DocKey, Set<number>>();
  const meant = ({ entry }: Line) => entry.aside !== undefined && entry.at < before && concerns(entry, person);
  for await (const lines of store.lines())
    for (const line of lines.filter(meant)) found.set(line.key, (found.get(line.key) ?? new Set()).add(line.seq));
  return found;
}

/** What a person did, and what was kept about them. */
function concerns(entry: Entry, person: PersonId): boolean {
  const about = entry.kind === "concerned-others" ? entry.about : entry;
  return entry.by === person || ("person" in about && about.person === person);
}
