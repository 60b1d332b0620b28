import type { Outbound } from "../../core/message.ts";
import type { ChannelLog } from "../channel.ts";
import type { Calls, Outcome } from "./calls.ts";
import type { Card } from "./card/parts.ts";
import type { Client } from "./client.ts";
import { uuidOf } from "./key.ts";
import type { Pace, Rank } from "./pace.ts";
import type { Seen } from "./seen.ts";
import type { Turns } from "./turns.ts";

/** The platform's interfaces for messages. */
export type Mail = {
  /** Sends one part of a message and gives its id; the same part again is not sent twice within the hour. */
  send(of: Outbound, chat: string, type: string, content: object, part: string, rank: Rank): Promise<Outcome<string>>;
  /** Puts new content into a card. */
  patch(message: string, card: Card): Promise<Outcome<unknown>>;
  /** Presses a message on its reader (加急); that it could not be is logged, for it arrived. */
  press(message: string, reader: string): Promise<void>;
};

/** So long an answer waits to be a message of its own, before it becomes a reply, in milliseconds. */
const A_MOMENT = 1_000;

export type MailParts = {
  readonly client: Client;
  readonly calls: Calls;
  readonly pace: Pace;
  readonly seen: Seen;
  readonly turns: Turns;
  readonly log: ChannelLog;
};

/** The platform's messages over its client; each call waits for its turn in `calls`. */
export function mailOf({ client, calls, pace, seen, turns, log }: MailParts): Mail {
  const { message: messages } = client.api.im.v1;

  /** The message that is replied to; a press and a menu are none, but the card that was pressed is. */
  const quoted = ({ answers }: Outbound): string | undefined => {
    if (answers === undefined) return undefined;
    const id = turns.pressedOn(answers) ?? answers;
    return id.startsWith("om_") ? id.split("/")[0] : undefined;
  };

  const reply = async (parent: string, chat: string, data: Data, rank: Rank): Promise<Outcome<string>> => {
    const run = () => messages.reply({ path: { message_id: parent }, data });
    return idOf(await calls({ api: "reply", about: chat, rank, run }));
  };

  return {
    send: async (of, chat, type, content, part, rank) => {
      const data = { msg_type: type, content: JSON.stringify(content), uuid: uuidOf(chat, of.key, part) };
      const parent = quoted(of);
      // A reply has limits of its own: whoever waits for an answer need not wait until the reminders are out.
      const heard = rank === "answer" ? seen.lastHeard(chat) : undefined;
      const to = parent ?? (pace.isFull("create") ? heard : undefined);
      if (to !== undefined) {
        const outcome = await reply(to, chat, data, rank);
        if (outcome.kind !== "refused") return outcome;
        log.info({ code: "lark-not-quoted", why: outcome.code }, "a reply goes as a message of its own");
      }
      const params = { receive_id_type: kindOfId(chat) };
      const run = () => messages.create({ params, data: { ...data, receive_id: chat } });
      if (heard === undefined) return idOf(await calls({ api: "create", about: chat, rank, run }));
      const outcome = idOf(await calls({ api: "create", about: chat, rank, run, patience: A_MOMENT }));
      // Other instances have used the minute up.
      if (outcome.kind !== "later") return outcome;
      const replied = await reply(heard, chat, data, rank);
      return replied.kind === "refused" ? outcome : replied;
    },
    patch: (message, card) => {
      const run = () => messages.patch({ path: { message_id: message }, data: { content: JSON.stringify(card) } });
      return calls({ api: "patch", about: message, rank: "answer", run });
    },
    press: async (message, reader) => {
      if (reader.startsWith("oc_")) return;
      const run = () =>
        messages.urgentApp({
          path: { message_id: message },
          params: { user_id_type: "open_id" },
          data: { user_id_list: [reader] },
        });
      const outcome = await calls({ api: "urgent", about: reader, rank: "notice", run });
      if (outcome.kind !== "done")
        log.warn({ code: "lark-not-urgent", why: outcome }, "a message was sent but could not be made urgent");
    },
  };
}

/** A roster may name somebody before they ever wrote: by staff number, e-mail address or union_id. */
function kindOfId(id: string): "chat_id" | "open_id" | "union_id" | "email" | "user_id" {
  if (id.startsWith("oc_")) return "chat_id";
  if (id.startsWith("ou_")) return "open_id";
  if (id.startsWith("on_")) return "union_id";
  return id.includes("@") ? "email" : "user_id";
}

type Data = { readonly msg_type: string; readonly content: string; readonly uuid: string };
type Answer = { readonly data?: { readonly message_id?: string | undefined } | undefined };

function idOf(outcome: Outcome<Answer>): Outcome<string> {
  if (outcome.kind !== "done") return outcome;
  const id = outcome.answer.data?.message_id;
  // Answered, and without an id: that it was sent is all that is known.
  return id === undefined ? { kind: "unknown" } : { kind: "done", answer: id };
}
