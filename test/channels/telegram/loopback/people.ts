import { apiChat, apiUser, asApi, type Chat, type Memory, type Shown, type User } from "./chats.ts";
import { unmarked } from "./html.ts";
import type { UpdateQueue, What } from "./queue.ts";

/** Something done on a phone: the message's id (the press's, the edit's), and when the bot has confirmed it. */
export type Done = { readonly id: string; readonly update: number; readonly confirmed: Promise<void> };

/** How a file is sent: where, with what under it, in reply to what, together with which others. */
export type Sending = {
  readonly chat?: number;
  readonly caption?: string;
  readonly answers?: number;
  readonly album?: string;
};

const seconds = () => Math.floor(Date.now() / 1_000);

const mentionsIn = (text: string) =>
  [...text.matchAll(/@\w+/g)].map(({ index, 0: name }) => ({ type: "mention", offset: index, length: name.length }));

/** What people do on their phones. */
export function peopleOf(memory: Memory, queue: UpdateQueue, bot: User) {
  const add = (what: What, id?: number | string): Done => {
    const { id: update, confirmed } = queue.add(what);
    return { id: String(id ?? update), update, confirmed };
  };
  const chatOf = (person: number, chat?: number): Chat => {
    const found = chat === undefined ? memory.privateChat(person) : memory.chats.get(chat);
    if (!found) throw new Error(`there is no chat ${chat}`);
    if (found.type === "private" && found.bot === "unmet") found.bot = "member";
    return found;
  };
  const put = (chat: Chat, message: Omit<Shown, "id" | "date" | "entities" | "html" | "buttons">): Shown => {
    const stored = { id: memory.nextMessage(chat), date: seconds(), entities: [], html: "", buttons: [], ...message };
    chat.messages.push(stored);
    return stored;
  };
  /** The message that the person's phone has turned to answering: the last one there, where it asks this person. */
  const askedOf = (chat: Chat, person: number): number | undefined => {
    const last = chat.messages.at(-1);
    const answered = chat.messages.find(({ id }) => id === last?.answers);
    return last?.asks && (!last.asks.selective || answered?.from === person) ? last.id : undefined;
  };
  const membership = (chat: Chat, by: number, to: Chat["bot"]): Done => {
    const before = chat.bot;
    chat.bot = to;
    const member = (status: string) => ({ user: bot, status });
    const states = { old_chat_member: member(before), new_chat_member: member(to) };
    return add({ my_chat_member: { chat: apiChat(chat), from: apiUser(by), date: seconds(), ...states } });
  };
  return {
    says(person: number, text: string, { chat, answers }: { chat?: number; answers?: number } = {}): Done {
      const where = chatOf(person, chat);
      const to = answers ?? askedOf(where, person);
      const message = put(where, { from: person, kind: "text", text, ...(to === undefined ? {} : { answers: to }) });
      const api = asApi(message, where, bot);
      const command = /^\/[a-z_]+(?:@\w+)?/i.exec(text);
      const mention = mentionsIn(text);
      const entities = command ? [{ type: "bot_command", offset: 0, length: command[0].length }] : mention;
      return add({ message: { ...api, ...(entities.length > 0 ? { entities } : {}) } }, message.id);
    },
    edits(person: number, message: number, text: string): Done {
      const chat = [...memory.chats.values()].find((each) =>
        each.messages.some(({ id, from }) => id === message && from === person),
      );
      const edited = chat?.messages.find(({ id }) => id === message);
      if (!chat || !edited) throw new Error(`${person} has no message ${message}`);
      edited.text = text;
      return add({ edited_message: { ...asApi(edited, chat, bot), edit_date: seconds() } });
    },
    presses(person: number, chat: number, message: number, data: string): Done {
      const where = chatOf(person, chat);
      const bearer = where.messages.find(({ id }) => id === message);
      if (!bearer) throw new Error(`there is no message ${message}`);
      const id = `${7_000_000_000_000_000 + memory.nextMessage(where)}`;
      const callback = { id, from: apiUser(person), chat_instance: "1", data, message: asApi(bearer, where, bot) };
      return add({ callback_query: callback }, id);
    },
    sends(
      person: number,
      kind: "document" | "photo",
      name: string,
      bytes: Uint8Array,
      { chat, caption: text = "", answers, album }: Sending = {},
    ): Done {
      const where = chatOf(person, chat);
      const file = memory.keepFile(kind, name, bytes);
      const to = answers ?? askedOf(where, person);
      const message = put(where, { from: person, kind, text, file, ...(to === undefined ? {} : { answers: to }) });
      const together = album === undefined ? {} : { media_group_id: album };
      const entities = text === "" ? {} : { caption_entities: mentionsIn(text) };
      return add({ message: { ...asApi(message, where, bot), ...entities, ...together } }, message.id);
    },
    blocks: (person: number): Done => membership(memory.privateChat(person), person, "kicked"),
    unblocks: (person: number): Done => membership(memory.privateChat(person), person, "member"),
    /** Puts the bot into a new group. */
    addsBot(person: number, id: number, type: "group" | "supergroup" = "group"): Done {
      const chat = memory.group(id, type, `G${id}`);
      chat.bot = "left";
      return membership(chat, person, "member");
    },
    removesBot(person: number, id: number): Done {
      return membership(chatOf(person, id), person, "kicked");
    },
    /** Makes a supergroup of a group; both chats say so, as they do on Telegram. */
    migrates(person: number, from: number, to: number): Done {
      const chat = chatOf(person, from);
      const after = memory.group(to, "supergroup", chat.title);
      chat.movedTo = to;
      const service = (where: Chat, words: What) => ({
        message: { ...asApi(put(where, { from: person, kind: "service", text: "" }), where, bot), ...words },
      });
      const told = add(service(chat, { migrate_to_chat_id: to }));
      add(service(after, { migrate_from_chat_id: from }));
      return told;
    },
    /** Gives the bot an update as it is. */
    gives: (what: What): Done => add(what),
    /** Does what the server does with text: nobody sees marks that turn the direction. */
    shows: (text: string): string => unmarked(text),
  };
}
export type People = ReturnType<typeof peopleOf>;
