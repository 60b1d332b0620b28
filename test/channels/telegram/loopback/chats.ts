import { createHash } from "node:crypto";
import type { Entity } from "./html.ts";

export type User = {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
};
export type StoredFile = { readonly id: string; readonly name: string; readonly bytes: Uint8Array };
export type Button = { readonly text: string; readonly callback_data?: string };

/** A message as a phone shows it. */
export type Shown = {
  readonly id: number;
  readonly from: "bot" | number;
  text: string;
  entities: readonly Entity[];
  /** What was sent for it, with its markup. */
  html: string;
  buttons: readonly (readonly Button[])[];
  /** The phone turns to answering it: everybody's, or with `selective` that of whoever it replies to. */
  asks?: { readonly placeholder: string; readonly selective: boolean };
  readonly kind: "text" | "photo" | "document" | "service";
  readonly file?: StoredFile;
  readonly answers?: number;
  readonly date: number;
};

export type Chat = {
  readonly id: number;
  readonly type: "private" | "group" | "supergroup";
  title: string;
  /** How the bot stands in it: in a private chat `kicked` is blocked, `unmet` never written to. */
  bot: "member" | "administrator" | "left" | "kicked" | "restricted" | "unmet";
  movedTo?: number;
  readonly messages: Shown[];
};

/** Everything that the pretend Telegram knows: chats with their messages, and files. */
export function memory() {
  const chats = new Map<number, Chat>();
  const files = new Map<string, StoredFile>();
  let count = 0;
  const own = new Map<number, number>();
  return {
    chats,
    files,
    privateChat(person: number): Chat {
      const known = chats.get(person);
      if (known) return known;
      const chat: Chat = { id: person, type: "private", title: `P${person}`, bot: "unmet", messages: [] };
      chats.set(person, chat);
      return chat;
    },
    group(id: number, type: "group" | "supergroup", title: string): Chat {
      const chat: Chat = { id, type, title, bot: "member", messages: [] };
      chats.set(id, chat);
      return chat;
    },
    /** Supergroups number their messages by themselves, all other chats share one count. */
    nextMessage(chat: Chat): number {
      if (chat.type !== "supergroup") {
        count += 1;
        return count;
      }
      const next = (own.get(chat.id) ?? 0) + 1;
      own.set(chat.id, next);
      return next;
    },
    keepFile(kind: string, name: string, bytes: Uint8Array): StoredFile {
      const id = `${kind}-${createHash("sha256").update(name).update(bytes).digest("hex").slice(0, 24)}`;
      const file = files.get(id) ?? { id, name, bytes };
      files.set(id, file);
      return file;
    },
  };
}
export type Memory = ReturnType<typeof memory>;

/** A message as the Bot API gives it. */
export function asApi(message: Shown, chat: Chat, bot: User): Readonly<Record<string, unknown>> {
  const { id, from, text, kind, file, answers, date } = message;
  const quoted = chat.messages.find((each) => each.id === answers);
  const size = file?.bytes.length ?? 0;
  return {
    message_id: id,
    date,
    chat: apiChat(chat),
    from: from === "bot" ? bot : apiUser(from),
    ...(kind === "text" ? { text } : text === "" ? {} : { caption: text }),
    ...(kind === "document" && file ? { document: apiFile(file, { file_name: file.name }) } : {}),
    ...(kind === "photo" && file
      ? {
          photo: [
            apiFile(file, { width: 90, height: 90, file_size: 1 }),
            apiFile(file, { width: 800, height: 800, file_size: size }),
          ],
        }
      : {}),
    ...(quoted ? { reply_to_message: asApi({ ...quoted, answers: -1 }, chat, bot) } : {}),
  };
}

export function apiChat({ id, type, title }: Chat): Readonly<Record<string, unknown>> {
  return type === "private" ? { id, type, first_name: title } : { id, type, title };
}

export function apiUser(id: number): User {
  return { id, is_bot: false, first_name: `P${id}` };
}

function apiFile({ id, bytes }: StoredFile, more: Readonly<Record<string, unknown>>) {
  return { file_id: id, file_unique_id: id.slice(-12), file_size: bytes.length, ...more };
}
