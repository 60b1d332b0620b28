import { z } from "zod";

/** What the platform tells, as far as the bot reads it. The dispatcher puts header and event side by side. */
const id = z.object({ open_id: z.string() });

/** Milliseconds, written as a string. */
const millis = z.coerce.number().int().positive();

export const messageSchema = z.object({
  sender: z.object({ sender_id: id, sender_type: z.string() }),
  message: z.object({
    message_id: z.string(),
    parent_id: z.string().optional(),
    create_time: millis,
    chat_id: z.string(),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z
      .array(z.object({ key: z.string(), id: z.object({ open_id: z.string().optional() }), name: z.string() }))
      .optional(),
  }),
});

export const actionSchema = z.object({
  event_id: z.string(),
  create_time: millis.optional(),
  operator: id,
  action: z.object({
    value: z.unknown().optional(),
    form_value: z.record(z.string(), z.unknown()).optional(),
  }),
  context: z.object({ open_message_id: z.string(), open_chat_id: z.string() }),
});

const happened = { event_id: z.string(), create_time: millis.optional() };

export const menuSchema = z.object({
  ...happened,
  operator: z.object({ operator_id: id }),
  event_key: z.string(),
});

export const enteredSchema = z.object({
  ...happened,
  operator_id: id,
  last_message_id: z.string().optional(),
});

export const botInGroupSchema = z.object({ ...happened, chat_id: z.string(), operator_id: id.optional() });

/** Every event and callback that the bot subscribes to, by the names of the developer console. */
export const wanted = {
  message: "im.message.receive_v1",
  entered: "im.chat.access_event.bot_p2p_chat_entered_v1",
  added: "im.chat.member.bot.added_v1",
  removed: "im.chat.member.bot.deleted_v1",
  disbanded: "im.chat.disbanded_v1",
  menu: "application.bot.menu_v6",
  action: "card.action.trigger",
} as const;
