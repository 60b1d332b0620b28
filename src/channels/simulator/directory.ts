import type { Desk } from "../desk.ts";
import { Refusal } from "./refusal.ts";

/** Who and what has an address on the platform. */
export type Directory = {
  /** Throws a `Refusal` where this can be nobody: a group's id, the bot's own name, or no id at all. */
  assertPerson(id: string): void;
  /** The chat that a person speaks in: their own, or a group they sit in. Throws a `Refusal` otherwise. */
  chatFor(person: string, chat?: string): string;
  /** Whether the bot can write there: to a person, a group, or a stranger who has written first. */
  reachable(chat: string, spoken: readonly string[]): boolean;
};

/** Whoever is not on the roster is a stranger, and may write: it is the bot that tells them so. */
export function directoryOf(desk: Desk): Directory {
  const group = (id: string) => desk.groups().find((each) => each.id === id);
  return {
    assertPerson: (id) => {
      if (!/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u.test(id))
        throw new Refusal(400, `"${id.slice(0, 80)}" cannot be anybody's id: letters, digits, "-", "_" and "." alone.`);
      if (id === "bot") throw new Refusal(403, `"bot" is the bot itself; take the id of a person from /api/people.`);
      if (group(id))
        throw new Refusal(403, `"${id}" is a group; take the id of a person and give the group as "chat".`);
    },
    chatFor: (person, chat = person) => {
      if (chat === person) return chat;
      const found = group(chat);
      if (!found) throw new Refusal(404, `There is no chat "${chat}" for ${person}; /api/chats lists them.`);
      if (!found.people.includes(person)) throw new Refusal(403, `${person} is not in the group "${chat}".`);
      return chat;
    },
    reachable: (chat, spoken) =>
      spoken.includes(chat) || group(chat) !== undefined || desk.people().some(({ id }) => id === chat),
  };
}
