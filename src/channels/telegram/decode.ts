import type { Address, Inbound, Words } from "../../core/message.ts";
import { type Instant, SECOND } from "../../core/time.ts";
import { asWritten } from "./inert.ts";
import { addressed } from "./mention.ts";
import type { Membership, Message, Update } from "./update.ts";

export const channelName = "telegram";

/** The bot as Telegram knows it. */
export type Me = { readonly id: number; readonly username: string };

/** What decoding needs of the world. */
export type Reading = {
  readonly me: Me;
  readonly now: Instant;
  readonly download: (file: string) => Promise<Uint8Array>;
};

/** A chat or an account by Telegram's number. */
export const address = (id: number): Address => ({ channel: channelName, id: String(id) });

/**
 * What an update tells the bot; undefined where it is none of its business. A message bears Telegram's number of it, an
 * edit and a press have ids that no message has.
 */
export function decode(update: Update, reading: Reading): Inbound | undefined {
  const { message, edited_message: edited, callback_query: press, my_chat_member: member } = update;
  const { now: at } = reading;
  if (message) return said(message, reading);
  const corrected = edited?.text ?? edited?.caption;
  if (edited?.from && corrected !== undefined) {
    const head = { id: `e${update.update_id}`, from: address(edited.from.id), chat: address(edited.chat.id), at };
    const of = String(edited.message_id);
    return {
      ...head,
      sentAt: (edited.edit_date ?? edited.date) * SECOND,
      kind: "amended",
      of,
      text: asWritten(corrected),
    };
  }
  if (press?.data !== undefined && press.message) {
    const { message_id: on, chat } = press.message;
    const head = { id: `c${press.id}`, from: address(press.from.id), chat: address(chat.id), sentAt: at, at };
    return { ...head, kind: "pressed", action: press.data, on: String(on) };
  }
  if (member) {
    const kind = turned(member.old_chat_member, member.new_chat_member);
    if (!kind || member.chat.type === "channel") return undefined;
    const head = { id: `m${update.update_id}`, from: address(member.from.id), chat: address(member.chat.id), at };
    return { ...head, sentAt: member.date * SECOND, kind };
  }
  return undefined;
}

function said(message: Message, reading: Reading): Inbound | undefined {
  const { message_id: id, date, chat } = message;
  if (chat.type === "channel") return undefined;
  const from = address(message.from?.id ?? reading.me.id);
  const head = { id: String(id), from, chat: address(chat.id), sentAt: date * SECOND, at: reading.now };
  if (message.migrate_to_chat_id !== undefined)
    return { ...head, kind: "moved", to: String(message.migrate_to_chat_id) };
  // Service messages and those of channels come from nobody whom the bot could know.
  if (!message.from) return undefined;
  const file = fileIn(message);
  if (file) {
    const { media_group_id: album, caption = "", caption_entities: entities = [] } = message;
    const under = caption === "" ? undefined : wordsOf(message, caption, entities, reading.me);
    return {
      ...head,
      kind: "sent-file",
      name: file.name,
      size: file.size,
      ...(under ? { caption: under } : {}),
      ...(album === undefined ? {} : { album }),
      bytes: () => reading.download(file.id),
    };
  }
  if (message.text === undefined) {
    // Answered like any text that is not understood; in a group it is small talk.
    const other = message.sticker ?? message.location ?? message.contact ?? message.poll;
    return other && chat.type === "private"
      ? { ...head, kind: "said", text: message.sticker?.emoji ?? "…" }
      : undefined;
  }
  const words = wordsOf(message, message.text, message.entities ?? [], reading.me);
  if (!words) return undefined;
  const started = startOf(words.text);
  if (started === "") return chat.type === "private" ? { ...head, kind: "joined" } : undefined;
  return { ...head, kind: "said", ...words, ...(started === undefined ? {} : { text: `/join ${started}` }) };
}

/** Words of a message to us, with what they reply to; undefined where they are a command to another bot. */
function wordsOf(
  { chat, reply_to_message: quoted }: Message,
  text: string,
  entities: NonNullable<Message["entities"]>,
  me: Me,
): Words | undefined {
  const to = addressed(text, entities, me);
  if (to.kind === "other-bot") return undefined;
  const mentioned = chat.type !== "private" && (to.mentioned || quoted?.from?.id === me.id);
  return {
    text: asWritten(to.text),
    ...(quoted ? { answers: String(quoted.message_id) } : {}),
    ...(mentioned ? { mentioned: true } : {}),
  };
}

/** The code of `/start CODE`, which a link to the bot carries; empty for a bare `/start`, undefined for anything else. */
function startOf(text: string): string | undefined {
  const found = /^\/start(?:\s+(\S+))?\s*$/i.exec(text);
  return found ? (found[1] ?? "") : undefined;
}

type Found = { readonly id: string; readonly name: string; readonly size: number };

/** The file of a message: a photo in its largest size. What the bot cannot use is handed on, so that it can say so. */
function fileIn(message: Message): Found | undefined {
  const { document, photo, video, animation, audio, voice, video_note: note } = message;
  const largest = photo?.at(-1);
  if (largest) return { id: largest.file_id, name: `photo-${message.message_id}.jpg`, size: largest.file_size ?? 0 };
  // An animation comes as a document as well.
  const found = document ?? animation ?? video ?? audio ?? voice ?? note;
  if (!found) return undefined;
  const kind = document ? "file" : video || animation || note ? "video.mp4" : "sound.ogg";
  return { id: found.file_id, name: found.file_name ?? kind, size: found.file_size ?? 0 };
}

function turned(before: Membership, after: Membership): "joined" | "left" | undefined {
  const [was, is] = [isThere(before), isThere(after)];
  if (was === is) return undefined;
  return is ? "joined" : "left";
}

function isThere({ status, is_member }: Membership): boolean {
  return status === "member" || status === "administrator" || (status === "restricted" && is_member !== false);
}
