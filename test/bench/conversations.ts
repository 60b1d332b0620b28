import { createRequire } from "node:module";
import type { Bot, Context, Middleware } from "grammy";
import { z } from "zod";
import { installed } from "./peers.ts";

type Conversation = { waitFor(filter: "message:text"): Promise<{ msg: { text: string } } & Context> };

type Plugin = {
  conversations(options: object): Middleware<Context>;
  createConversation(
    builder: (conversation: Conversation, ctx: Context) => Promise<void>,
    name: string,
  ): Middleware<Context>;
};

const isPlugin = z.custom<Plugin>(
  (value) => typeof value === "object" && value !== null && "createConversation" in value,
);
const isGrammy = z.custom<{ Bot: new (token: string, options: object) => Bot }>(
  (value) => typeof value === "object" && value !== null && "Bot" in value,
);

const canEnter = z.custom<{ conversation: { enter(name: string): Promise<void> } }>(
  (ctx) => typeof ctx === "object" && ctx !== null && "conversation" in ctx,
);

/**
 * The same questionnaire as a conversation of grammY's plugin, a figure a message, its state kept as JSON: the time of
 * each step in milliseconds; undefined where the plugin is not installed.
 */
export async function conversationSteps(questions: readonly string[]): Promise<readonly number[] | undefined> {
  const plugin = isPlugin.safeParse(installed("@grammyjs/conversations"));
  if (!plugin.success) return undefined;
  // The grammY that the plugin itself uses, from beside it.
  const { Bot: MadeOf } = isGrammy.parse(createRequire(import.meta.url)("grammy"));
  const botInfo = { id: 1, is_bot: true, first_name: "b", username: "b", can_join_groups: false };
  const chat = { id: 1, type: "private", first_name: "p" } as const;
  // Inside a conversation the plugin makes an Api of its own, which is reached through its fetch alone.
  const fetch = async () => ({ json: async () => ({ ok: true, result: { message_id: 1, date: 0, chat } }) });
  const client = { fetch };
  const bot = new MadeOf("1:x", { botInfo: { ...botInfo, can_read_all_group_messages: false }, client });
  const kept = new Map<string, string>();
  const adapter = {
    read: (key: string): unknown => JSON.parse(kept.get(key) ?? "null") ?? undefined,
    write: (key: string, state: unknown) => void kept.set(key, JSON.stringify(state)),
    delete: (key: string) => void kept.delete(key),
  };
  bot.use(plugin.data.conversations({ storage: { type: "key", version: 0, adapter } }));
  const figures: number[] = [];
  const ask = async (conversation: Conversation, ctx: Context) => {
    // From the first question on with every message: that is how the plugin finds its place again.
    for (const [index, question] of questions.entries()) {
      await ctx.reply(question);
      figures[index] = Number((await conversation.waitFor("message:text")).msg.text);
    }
  };
  // Without retries or default plugins inside: the plugin at its fastest.
  bot.use(plugin.data.createConversation(ask, "report"));
  bot.command("report", (ctx) => canEnter.parse(ctx).conversation.enter("report"));
  let count = 0;
  const from = { id: 1, is_bot: false, first_name: "p" };
  const say = (text: string) => {
    count += 1;
    const entities = text.startsWith("/") ? [{ type: "bot_command" as const, offset: 0, length: text.length }] : [];
    const message = { message_id: count, date: 0, chat, from, text, entities };
    return bot.handleUpdate({ update_id: count, message });
  };
  await say("/report");
  const took: number[] = [];
  for (const [index] of questions.entries()) {
    const began = performance.now();
    await say(String(index));
    took.push(performance.now() - began);
  }
  if (figures.length !== questions.length) throw new Error("the conversation did not take every answer");
  return took;
}
