import { readdirSync, readFileSync } from "node:fs";
import { EventDispatcher } from "@larksuiteoapi/node-sdk";
import { expect, test } from "vitest";
import { z } from "zod";
import { receiving } from "../../../src/channels/lark/receiving.ts";
import { seenSoFar } from "../../../src/channels/lark/seen.ts";
import { turnsOf } from "../../../src/channels/lark/turns.ts";
import type { Inbound } from "../../../src/core/message.ts";

/** Events and callbacks as the platform sends them, each with what it becomes. */
const folder = new URL("../../payloads/lark/events/", import.meta.url);
const fileSchema = z.object({ payload: z.looseObject({}), becomes: z.array(z.looseObject({})) });
const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {}, trace: () => {} };

async function receivedFrom(payload: object): Promise<readonly Inbound[]> {
  const received: Inbound[] = [];
  const handlers = receiving({
    host: {
      now: () => 1_589_850_001_000,
      receive: async (inbound) => {
        received.push(inbound);
        return { replied: Promise.resolve() };
      },
    },
    turns: turnsOf(),
    seen: seenSoFar(),
    log: silent,
    fetch: async () => new Uint8Array(),
    bot: () => "ou_bot",
  });
  await new EventDispatcher({ logger: silent }).register(handlers).invoke(payload, { needCheck: false });
  return received;
}

test.each(readdirSync(folder).sort())("%s becomes what is written beside it", async (name) => {
  const { payload, becomes } = fileSchema.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  const received = await receivedFrom(payload);
  const plain = received.map(({ from, chat, at, ...rest }) => {
    expect([from.channel, chat.channel, at]).toEqual(["lark", "lark", 1_589_850_001_000]);
    // How bytes are fetched is no data.
    return { from: from.id, chat: chat.id, ...JSON.parse(JSON.stringify(rest)) };
  });
  expect(plain).toEqual(becomes);
});

test.each([
  {},
  { schema: "2.0", header: { event_type: "im.message.receive_v1" }, event: {} },
  { schema: "2.0", header: { event_type: "card.action.trigger" }, event: { action: { value: "x" } } },
  { schema: "2.0", header: { event_type: "im.chat.member.bot.added_v1" }, event: { chat_id: 7 } },
])("what is no event is taken and comes to nothing (%#)", async (payload) => {
  expect(await receivedFrom(payload)).toEqual([]);
});
