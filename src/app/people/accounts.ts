import { type Access, accountOf, type Directory } from "../../core/directory.ts";
import type { PersonId } from "../../core/entry.ts";
import type { Instant } from "../../core/time.ts";

/** The directory in memory: every message asks whose account it came from. */
export type Accounts = {
  access(person: PersonId): Access | undefined;
  /** Who joined with the account; of two claims the newer holds. */
  owner(account: string): PersonId | undefined;
  /** Who was invited with the code of this hash. */
  invited(code: string): PersonId | undefined;
  /** Takes up a share of the directory as it stands after a change. */
  learn(directory: Directory): void;
};

/** The accounts before any share of the directory has been read. */
export function emptyAccounts(): Accounts {
  const people = new Map<PersonId, Access>();
  const owners = new Map<string, { readonly person: PersonId; readonly since: Instant }>();
  const codes = new Map<string, PersonId>();
  const forget = (person: PersonId, { bindings, invitation }: Access): void => {
    for (const { address } of bindings)
      if (owners.get(accountOf(address))?.person === person) owners.delete(accountOf(address));
    if (invitation) codes.delete(invitation.code);
  };
  const note = (person: PersonId, { bindings, invitation }: Access): void => {
    for (const { address, since } of bindings) {
      const account = accountOf(address);
      if ((owners.get(account)?.since ?? 0) <= since) owners.set(account, { person, since });
    }
    if (invitation) codes.set(invitation.code, person);
  };
  return {
    access: (person) => people.get(person),
    owner: (account) => owners.get(account)?.person,
    invited: (code) => codes.get(code),
    learn: (directory) => {
      const changed = Object.entries(directory.people).filter(([person, access]) => people.get(person) !== access);
      // What ended first, so that an account that went from one to the other is not lost on the way.
      for (const [person] of changed) {
        const before = people.get(person);
        if (before) forget(person, before);
      }
      for (const [person, access] of changed) {
        people.set(person, access);
        note(person, access);
      }
    },
  };
}
