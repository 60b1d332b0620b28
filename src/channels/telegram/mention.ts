import type { Me } from "./decode.ts";
import type { Message } from "./update.ts";

/** Whom a text speaks to: another bot, or us, then with the words that are left without our name. */
export type Addressed =
  | { readonly kind: "other-bot" }
  | { readonly kind: "ours"; readonly text: string; readonly mentioned: boolean };

/**
 * Reads the bot's name out of a text: `/status@our_bot 1` is `/status 1`, and `@our_bot 进度` is `进度`. A command that
 * names another bot is not for us.
 */
export function addressed(text: string, entities: NonNullable<Message["entities"]>, me: Me): Addressed {
  const own = `@${me.username.toLowerCase()}`;
  const command = /^(\/[a-z0-9_]+)(@\w+)/i.exec(text);
  if (command) {
    const [whole = "", name = "", at = ""] = command;
    if (at.toLowerCase() !== own) return { kind: "other-bot" };
    return { kind: "ours", text: name + text.slice(whole.length), mentioned: true };
  }
  const named = entities.filter(({ type, offset, length, user }) => {
    if (type === "text_mention") return user?.id === me.id;
    return type === "mention" && text.slice(offset, offset + length).toLowerCase() === own;
  });
  const first = named.find(({ offset }) => text.slice(0, offset).trim() === "");
  return {
    kind: "ours",
    text: first ? text.slice(first.offset + first.length).trimStart() : text,
    mentioned: named.length > 0,
  };
}
