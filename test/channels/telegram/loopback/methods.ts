import { apiChat, asApi, type Button, type Chat, type Memory, type Shown, type User } from "./chats.ts";
import { type Formatted, formatted } from "./html.ts";
import type { Form } from "./multipart.ts";
import type { UpdateQueue } from "./queue.ts";
import { badRequest, Refused } from "./refused.ts";

export type Call = {
  readonly params: Readonly<Record<string, unknown>>;
  readonly files: Form["files"];
  readonly gone: AbortSignal;
};
type Method = (call: Call) => unknown;
export type Menu = { readonly scope: unknown; readonly language: string; readonly commands: unknown };

type Parts = {
  readonly memory: Memory;
  readonly queue: UpdateQueue;
  readonly bot: User & Readonly<Record<string, unknown>>;
  readonly menus: Menu[];
  readonly limit: (chat: number, isGroup: boolean) => void;
  /** Callback queries are answered once, and within a while. */
  readonly answered: Set<string>;
};

/** The methods of the Bot API that a bot like ours calls, checked as the real server checks them. */
export function methods({ memory, queue, bot, menus, limit, answered }: Parts): Readonly<Record<string, Method>> {
  const chatFor = (params: Call["params"], sends = true): Chat => {
    const id = Number(params.chat_id);
    const chat = memory.chats.get(id);
    if (!chat) throw badRequest("chat not found");
    if (chat.movedTo !== undefined)
      throw new Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", {
        migrate_to_chat_id: chat.movedTo,
      });
    if (!sends) return chat;
    if (chat.bot === "unmet") throw new Refused(403, "Forbidden: bot can't initiate conversation with a user");
    if (chat.bot === "kicked" && chat.type === "private")
      throw new Refused(403, "Forbidden: bot was blocked by the user");
    if (chat.bot === "kicked") throw new Refused(403, `Forbidden: bot was kicked from the ${chat.type} chat`);
    if (chat.bot === "left") throw new Refused(403, `Forbidden: bot is not a member of the ${chat.type} chat`);
    if (chat.bot === "restricted") throw badRequest("not enough rights to send text messages to the chat");
    limit(id, chat.type !== "private");
    return chat;
  };
  const put = (chat: Chat, params: Call["params"], what: Partial<Shown> & Pick<Shown, "kind">): Shown => {
    const { buttons, asks } = markup(params.reply_markup);
    const reply = record(params.reply_parameters);
    const wanted = reply ? Number(reply.message_id) : undefined;
    const there = chat.messages.some(({ id }) => id === wanted);
    if (wanted !== undefined && !there && reply?.allow_sending_without_reply !== true)
      throw badRequest("message to be replied not found");
    const message: Shown = {
      id: memory.nextMessage(chat),
      from: "bot",
      date: Math.floor(Date.now() / 1_000),
      text: "",
      entities: [],
      html: "",
      buttons,
      ...(asks === undefined ? {} : { asks }),
      ...(wanted !== undefined && there ? { answers: wanted } : {}),
      ...what,
    };
    chat.messages.push(message);
    return message;
  };
  const words = (params: Call["params"], field: "text" | "caption"): Formatted & { html: string } => {
    const html = String(params[field] ?? "");
    const most = field === "text" ? 4_096 : 1_024;
    return { html, ...formatted(html, params.parse_mode === "HTML", most, field === "text" ? "message" : "caption") };
  };
  const editable = (params: Call["params"]): { chat: Chat; message: Shown } => {
    const chat = chatFor(params);
    const message = chat.messages.find(({ id }) => id === Number(params.message_id));
    if (!message) throw badRequest("message to edit not found");
    if (message.from !== "bot" || message.asks !== undefined) throw badRequest("message can't be edited");
    return { chat, message };
  };
  const unchanged = () =>
    badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  const sendFile =
    (kind: "document" | "photo"): Method =>
    ({ params, files }) => {
      const chat = chatFor(params);
      const file = fileOf(String(params[kind] ?? ""), kind, files);
      return asApi(put(chat, params, { kind, file, ...words(params, "caption") }), chat, bot);
    };
  const fileOf = (given: string, kind: "document" | "photo", files: Form["files"]) => {
    const upload = files.get(given.replace(/^attach:\/\//, ""));
    const known = memory.files.get(given);
    if (known) {
      if (!given.startsWith(kind)) throw badRequest(`can't use file of type ${given.split("-")[0]} as ${kind}`);
      return known;
    }
    if (!upload) throw badRequest("wrong file identifier/HTTP URL specified");
    if (upload.bytes.length === 0) throw badRequest("file must be non-empty");
    if (upload.bytes.length > 50 * 2 ** 20) throw new Refused(413, "Request Entity Too Large");
    if (kind === "photo") photoFits(upload.bytes);
    return memory.keepFile(kind, upload.name, upload.bytes);
  };

  return {
    getMe: () => bot,
    getUpdates: ({ params, gone }) =>
      queue.getUpdates(Number(params.offset ?? 0), Number(params.limit ?? 100), Number(params.timeout ?? 0), gone),
    getWebhookInfo: () => ({
      url: queue.hook()?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: queue.waiting(),
    }),
    setWebhook: ({ params }) => {
      const secret = params.secret_token;
      if (typeof secret === "string" && !/^[\w-]{1,256}$/.test(secret))
        throw badRequest("secret token contains unallowed characters");
      const url = String(params.url ?? "");
      queue.setHook(url === "" ? undefined : { url, ...(typeof secret === "string" ? { secret } : {}) });
      return true;
    },
    deleteWebhook: () => {
      queue.setHook(undefined);
      return true;
    },
    sendMessage: ({ params }) => {
      const chat = chatFor(params);
      return asApi(put(chat, params, { kind: "text", ...words(params, "text") }), chat, bot);
    },
    sendDocument: sendFile("document"),
    sendPhoto: sendFile("photo"),
    editMessageText: ({ params }) => {
      const { chat, message } = editable(params);
      if (message.kind !== "text") throw badRequest("there is no text in the message to edit");
      const { text, entities, html } = words(params, "text");
      const buttons = inlineOnly(params.reply_markup);
      const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
      if (text === message.text && same(entities, message.entities) && same(buttons, message.buttons))
        throw unchanged();
      Object.assign(message, { text, entities, html, buttons });
      return asApi(message, chat, bot);
    },
    editMessageReplyMarkup: ({ params }) => {
      const { chat, message } = editable(params);
      const buttons = inlineOnly(params.reply_markup);
      if (JSON.stringify(buttons) === JSON.stringify(message.buttons)) throw unchanged();
      message.buttons = buttons;
      return asApi(message, chat, bot);
    },
    answerCallbackQuery: ({ params }) => {
      const id = String(params.callback_query_id);
      if (answered.has(id)) throw badRequest("query is too old and response timeout expired or query ID is invalid");
      answered.add(id);
      return true;
    },
    setMyCommands: ({ params }) => {
      const commands = list(params.commands);
      if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
      for (const each of commands.map(record)) {
        if (!/^[a-z0-9_]{1,32}$/.test(String(each?.command))) throw badRequest("BOT_COMMAND_INVALID");
        const length = [...String(each?.description ?? "").trim()].length;
        if (length < 1 || length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
      }
      const scope = params.scope ?? { type: "default" };
      if (record(scope)?.type === "chat") chatFor({ chat_id: record(scope)?.chat_id }, false);
      menus.push({ scope, language: String(params.language_code ?? ""), commands });
      return true;
    },
    getChat: ({ params }) => apiChat(chatFor(params, false)),
    getChatMember: ({ params }) => ({ user: bot, status: chatFor(params, false).bot }),
    getFile: ({ params }) => {
      const file = memory.files.get(String(params.file_id));
      if (!file) throw badRequest("invalid file_id");
      if (file.bytes.length > 20 * 2 ** 20) throw badRequest("file is too big");
      return {
        file_id: file.id,
        file_unique_id: file.id.slice(-12),
        file_size: file.bytes.length,
        file_path: `documents/${file.id}`,
      };
    },
  };
}

/** The buttons of a message, or the field that it turns the phone to: never both. */
function markup(given: unknown): Pick<Shown, "buttons" | "asks"> {
  const keyboard = record(given);
  if (keyboard?.force_reply !== true) return { buttons: keysOf(keyboard) };
  if (keyboard.inline_keyboard !== undefined)
    throw new Error("the server would take the buttons and drop the field without a word");
  const { input_field_placeholder: hint } = keyboard;
  if (hint !== undefined && (typeof hint !== "string" || hint.trim() === "" || [...hint].length > 64))
    throw badRequest("input field placeholder must be 1 to 64 characters long");
  return { buttons: [], asks: { placeholder: hint ?? "", selective: keyboard.selective === true } };
}

/** An edit takes buttons alone. */
function inlineOnly(given: unknown): Shown["buttons"] {
  const keyboard = record(given);
  if (keyboard?.force_reply === true) throw badRequest("inline keyboard expected");
  return keysOf(keyboard);
}

function keysOf(keyboard: ReturnType<typeof record>): Shown["buttons"] {
  const rows = list(keyboard?.inline_keyboard).map((row) => list(row).map(button));
  if (rows.some((row) => row.length > 12) || rows.flat().length > 300)
    throw new Error("the server would cut this keyboard without a word");
  return rows.filter((row) => row.length > 0);
}

function button(given: unknown): Button {
  const { text, callback_data: data } = record(given) ?? {};
  if (typeof text !== "string" || text.trim() === "") throw badRequest("inline keyboard button text must be non-empty");
  const bytes = Buffer.byteLength(String(data ?? ""));
  if (typeof data !== "string" || bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
  return { text, callback_data: data };
}

/** Limits of a photo, for the PNG files that bots like ours send. */
function photoFits(bytes: Uint8Array): void {
  if (bytes.length > 10 * 2 ** 20) throw badRequest("too big a file for a photo");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47) throw badRequest("IMAGE_PROCESS_FAILED");
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height))
    throw badRequest("PHOTO_INVALID_DIMENSIONS");
}

/** An object, also where it came as a JSON string in a form. */
function record(given: unknown): Readonly<Record<string, unknown>> | undefined {
  const value: unknown = typeof given === "string" ? parsed(given) : given;
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}

function list(given: unknown): readonly unknown[] {
  const value: unknown = typeof given === "string" ? parsed(given) : given;
  return Array.isArray(value) ? value : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
