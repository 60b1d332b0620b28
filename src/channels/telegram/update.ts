import { z } from "zod";

const user = z.object({ id: z.number(), username: z.string().optional() });
const chat = z.object({ id: z.number(), type: z.enum(["private", "group", "supergroup", "channel"]) });
const entity = z.object({
  type: z.string(),
  offset: z.number(),
  length: z.number(),
  user: user.optional(),
});
/** Anything that can be downloaded: documents and photos, and what can only be refused (a video, a voice). */
const file = z.object({ file_id: z.string(), file_name: z.string().optional(), file_size: z.number().optional() });

const message = z.object({
  message_id: z.number(),
  date: z.number(),
  edit_date: z.number().optional(),
  chat,
  from: user.optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  reply_to_message: z.object({ message_id: z.number(), from: user.optional() }).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  media_group_id: z.string().optional(),
  document: file.optional(),
  photo: z.array(file).optional(),
  video: file.optional(),
  animation: file.optional(),
  audio: file.optional(),
  voice: file.optional(),
  video_note: file.optional(),
  sticker: z.object({ emoji: z.string().optional() }).optional(),
  location: z.object({}).optional(),
  contact: z.object({}).optional(),
  poll: z.object({}).optional(),
  migrate_to_chat_id: z.number().optional(),
});

const membership = z.object({ status: z.string(), is_member: z.boolean().optional() });

/** An update as far as this channel reads it; everything else in it is left alone. */
export const updateSchema = z.object({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: z.object({ message_id: z.number(), chat }).optional(),
    })
    .optional(),
  my_chat_member: z
    .object({ chat, from: user, date: z.number(), old_chat_member: membership, new_chat_member: membership })
    .optional(),
});

export type Update = z.infer<typeof updateSchema>;
export type Message = z.infer<typeof message>;
export type Membership = z.infer<typeof membership>;

/** The kinds of updates that are asked for. */
export const wanted = ["message", "edited_message", "callback_query", "my_chat_member"] as const;
