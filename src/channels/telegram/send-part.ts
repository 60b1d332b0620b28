import type { Api } from "grammy";
import type { Outbound } from "../../core/message.ts";
import { type Duration, SECOND } from "../../core/time.ts";
import type { ChannelLog } from "../channel.ts";
import type { FilePart, Part } from "./encode.ts";
import { fitting, type KnownFiles } from "./files.ts";
import type { Keyboards } from "./keyboards.ts";
import { isUnmodified, type Outcome, outcomeOf } from "./outcome.ts";
import { isGroup, type Pacer } from "./pace.ts";

/** How long one message may be waited for; beyond that its sender is told to come again. */
const PATIENCE: Duration = 8 * SECOND;

/** What a message is sent through. */
export type Ways = {
  readonly api: Api;
  readonly pace: Pacer;
  readonly keyboards: Keyboards;
  readonly files: KnownFiles;
  readonly log: ChannelLog;
  /** Told that a group goes on under another id. */
  readonly moved: (from: string, to: string) => void;
};

/** Sends one part of a message, waiting for its turn, and again where Telegram asks for a short wait. Gives its id. */
export async function sendPart(
  ways: Ways,
  chat: string,
  message: Outbound,
  part: Part,
  index: number,
): Promise<Outcome<string>> {
  const { pace, keyboards, log, moved } = ways;
  const until = performance.now() + PATIENCE;
  const rank = message.reactsTo === undefined ? "notice" : "answer";
  // A message that turns the phone to answering is always a new one: no edit can make it so.
  const editable = index === 0 && part.kind === "text" && part.asks === undefined;
  let replaces = editable ? inPlaceOf(keyboards, chat, message) : undefined;
  let shown = part.kind === "file" ? fitting(part) : part;
  for (;;) {
    const turn = await pace.turn(chat, rank, Math.max(0, until - performance.now()));
    if (turn.kind === "later") return { kind: "retry", after: turn.after, flooded: false };
    const outcome =
      replaces === undefined
        ? await post(ways, chat, message, shown, index)
        : await edit(ways.api, chat, replaces, shown);
    switch (outcome.kind) {
      case "done":
        pace.took();
        if (replaces === undefined) keyboards.wrote(chat, outcome.value);
        keyboards.stands(chat, outcome.value, part.keyboard.length > 0);
        if (index === 0 && message.advances !== undefined && outcome.value !== message.advances)
          keyboards.over(chat, message.advances);
        return outcome;
      case "moved":
        moved(chat, outcome.to);
        return outcome;
      case "retry":
        if (!outcome.flooded) return outcome;
        log.debug({ code: "telegram-flood", after: outcome.after }, "Telegram asks to wait");
        pace.held(chat, outcome.after);
        continue;
      case "refused":
        // A message that can be edited no more (too old a kind, deleted) is said anew instead.
        if (replaces !== undefined) replaces = undefined;
        else if (shown.kind === "file" && shown.as === "photo" && /photo|image/i.test(outcome.why))
          shown = { ...shown, as: "document" };
        else return outcome;
        continue;
      case "unknown":
        // An edit does no harm twice.
        if (replaces === undefined || performance.now() > until) return outcome;
    }
  }
}

/** The message to be edited: the one that the sender names, or the question that was answered while it stands last. */
function inPlaceOf(keyboards: Keyboards, chat: string, { replaces, advances }: Outbound): string | undefined {
  if (replaces !== undefined) return replaces;
  return advances !== undefined && keyboards.isNewest(chat, advances) ? advances : undefined;
}

async function edit(api: Api, chat: string, id: string, part: Part): Promise<Outcome<string>> {
  if (part.kind === "file") return { kind: "refused", why: "a file" };
  const markup = { reply_markup: { inline_keyboard: part.keyboard.map((row) => [...row]) } };
  const options = { parse_mode: "HTML" as const, link_preview_options: { is_disabled: true }, ...markup };
  const outcome = await outcomeOf(() => api.editMessageText(chat, Number(id), part.html, options));
  if (outcome.kind === "done" || (outcome.kind === "refused" && isUnmodified(outcome.why)))
    return { kind: "done", value: id };
  return outcome;
}

async function post(ways: Ways, chat: string, message: Outbound, part: Part, index: number): Promise<Outcome<string>> {
  const options = {
    parse_mode: "HTML" as const,
    ...markupOf(chat, part),
    ...quoting(message, index),
  };
  if (part.kind === "file") return postFile(ways, chat, part, options);
  const words = { ...options, link_preview_options: { is_disabled: true } };
  const outcome = await outcomeOf(() => ways.api.sendMessage(chat, part.html, words));
  return outcome.kind === "done" ? { kind: "done", value: String(outcome.value.message_id) } : outcome;
}

async function postFile(
  { api, files }: Ways,
  chat: string,
  file: FilePart,
  options: NonNullable<Parameters<Api["sendDocument"]>[2]>,
): Promise<Outcome<string>> {
  const captioned = file.caption === "" ? options : { ...options, caption: file.caption };
  const what = files.of(file);
  const outcome = await outcomeOf(async () => {
    switch (file.as) {
      case "photo": {
        const { message_id: message, photo } = await api.sendPhoto(chat, what, captioned);
        return { message, file: photo.at(-1)?.file_id };
      }
      case "document": {
        const { message_id: message, document } = await api.sendDocument(chat, what, captioned);
        return { message, file: document.file_id };
      }
    }
  });
  if (outcome.kind !== "done") return outcome;
  if (outcome.value.file !== undefined) files.learn(file, outcome.value.file);
  return { kind: "done", value: String(outcome.value.message) };
}

/** Buttons, or the field with its example; in a group that is for whoever is answered alone. */
function markupOf(chat: string, part: Part) {
  if (part.keyboard.length > 0) return { reply_markup: { inline_keyboard: part.keyboard.map((row) => [...row]) } };
  if (part.kind === "file" || part.asks === undefined) return {};
  const hint = part.asks === "" ? {} : { input_field_placeholder: part.asks };
  return { reply_markup: { force_reply: true as const, ...hint, ...(isGroup(chat) ? { selective: true } : {}) } };
}

/** The first part replies to the message that is answered; presses and edits are no messages to reply to. */
function quoting({ answers }: Outbound, index: number) {
  if (answers === undefined || index > 0 || !/^\d+$/.test(answers)) return {};
  return { reply_parameters: { message_id: Number(answers), allow_sending_without_reply: true } };
}
