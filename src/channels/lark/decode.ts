import type { z } from "zod";
import type { Inbound, Words } from "../../core/message.ts";
import type { Instant } from "../../core/time.ts";
import { fieldOf, pressSchema } from "./card/press.ts";
import { contentOf } from "./content.ts";
import type { actionSchema, botInGroupSchema, enteredSchema, menuSchema, messageSchema } from "./event.ts";

export const channelName = "lark";

/** Where and when something was done; the bytes of what was sent are fetched from the message. */
export type Around = {
  readonly now: Instant;
  /** The bot's own open_id, once it is known. */
  readonly bot: string | undefined;
  fetch(message: string, key: string, type: "file" | "image"): Promise<Uint8Array>;
};

type What<T> = T extends Inbound ? Omit<T, "id" | "from" | "chat" | "sentAt" | "at"> : never;

/** A message of a person; a rich text with pictures is several. Nothing where a bot wrote it. */
export function decodeMessage(event: z.infer<typeof messageSchema>, around: Around): readonly Inbound[] {
  const { sender, message } = event;
  if (sender.sender_type !== "user") return [];
  const from = sender.sender_id.open_id;
  const { message_id: id, create_time: sentAt, parent_id: answers } = message;
  const chat = message.chat_type === "p2p" ? from : message.chat_id;
  const wordsOf = (said: string): Words => {
    const { text, mentioned } = addressed(said, message.mentions ?? [], around.bot);
    return { text, ...(answers === undefined ? {} : { answers }), ...(mentioned ? { mentioned } : {}) };
  };
  const contents = contentOf(message.message_type, message.content);
  return contents.map((content, index) => {
    const place = { id: index === 0 ? id : `${id}/${index}`, from, chat, sentAt };
    if (content.kind === "words") return inbound(around, place, { kind: "said", ...wordsOf(content.text) });
    const { name, key, type, caption } = content;
    return inbound(around, place, {
      kind: "sent-file",
      name,
      ...(caption === undefined ? {} : { caption: wordsOf(caption) }),
      ...(contents.length > 1 ? { album: id } : {}),
      bytes: () => around.fetch(id, key, type),
    });
  });
}

type Mention = { readonly key: string; readonly id: { readonly open_id?: string | undefined }; readonly name: string };

/** Takes the mention of the bot out of a text, and writes the others as they look. */
function addressed(text: string, mentions: readonly Mention[], bot: string | undefined) {
  let said = text;
  let mentioned = false;
  for (const { key, id, name } of mentions) {
    const own = bot !== undefined && id.open_id === bot;
    mentioned = mentioned || own;
    // @_user_1 is the beginning of @_user_10.
    const mark = new RegExp(`${key.replace(/[^\w@]/g, "")}(?!\\d)${own ? "[ \\t]*" : ""}`, "g");
    said = said.replace(mark, () => (own ? "" : `@${name}`));
  }
  return { text: said, mentioned };
}

/** A press, and whose card it was; undefined where the button is none of ours. */
export function decodeAction(event: z.infer<typeof actionSchema>, around: Around): Inbound | undefined {
  const { event_id: id, operator, action, context } = event;
  const press = pressSchema.safeParse(action.value);
  if (!press.success) return undefined;
  const { a, to, lists = [] } = press.data;
  const from = operator.open_id;
  const isGroup = to.startsWith("oc_");
  // A private card that was passed on speaks for whoever presses it, in their own chat, and is not theirs to turn over.
  const on = isGroup || to === from ? { on: context.open_message_id } : {};
  const fields = action.form_value === undefined ? {} : { fields: fieldsOf(action.form_value, lists) };
  const place = { id, from, chat: isGroup ? context.open_chat_id : from, sentAt: event.create_time ?? around.now };
  return inbound(around, place, { kind: "pressed", action: a, ...on, ...fields });
}

/** What a form was filled with, by field; a list of ticks as values with a comma between, an empty one too. */
function fieldsOf(
  values: Readonly<Record<string, unknown>>,
  lists: readonly string[],
): Readonly<Record<string, string>> {
  const empty = lists.map((name) => [name, ""] as const);
  const filled = Object.entries(values).flatMap(([name, value]) => {
    if (typeof value === "string") return [[fieldOf(name), value] as const];
    if (Array.isArray(value)) return [[fieldOf(name), value.map(String).join(",")] as const];
    return [];
  });
  return Object.fromEntries([...empty, ...filled]);
}

/** A press on the bot's menu: its key is the command, as it would be typed. */
export function decodeMenu(event: z.infer<typeof menuSchema>, around: Around): Inbound {
  const from = event.operator.operator_id.open_id;
  const text = /^[a-z]+$/.test(event.event_key) ? `/${event.event_key}` : event.event_key;
  return inbound(around, { ...happened(event, around), from, chat: from }, { kind: "said", text });
}

/** Somebody opened the chat with the bot; told only the first time, since they open it again and again. */
export function decodeEntered(event: z.infer<typeof enteredSchema>, around: Around): Inbound | undefined {
  if (event.last_message_id) return undefined;
  const from = event.operator_id.open_id;
  return inbound(around, { ...happened(event, around), from, chat: from }, { kind: "joined" });
}

/** The bot came into a group or was taken out of it. */
export function decodeMembership(
  event: z.infer<typeof botInGroupSchema>,
  kind: "joined" | "left",
  around: Around,
): Inbound {
  const from = event.operator_id?.open_id ?? "";
  return inbound(around, { ...happened(event, around), from, chat: event.chat_id }, { kind });
}

function happened(
  { event_id: id, create_time }: { event_id: string; create_time?: number | undefined },
  around: Around,
) {
  return { id, sentAt: create_time ?? around.now };
}

type Place = { readonly id: string; readonly from: string; readonly chat: string; readonly sentAt: Instant };

function inbound(around: Around, { id, from, chat, sentAt }: Place, what: What<Inbound>): Inbound {
  const address = (of: string) => ({ channel: channelName, id: of });
  return { id, from: address(from), chat: address(chat), sentAt, at: around.now, ...what };
}
