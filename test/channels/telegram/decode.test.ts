import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { decode } from "../../../src/channels/telegram/decode.ts";
import { updateSchema } from "../../../src/channels/telegram/update.ts";

/** Updates in the shapes that Telegram gives them, each with what the bot is told; the people in them are made up. */
const folder = new URL("../../payloads/telegram/", import.meta.url);
const payload = z.object({
  update: z.unknown(),
  inbound: z.looseObject({ from: z.string(), chat: z.string(), file: z.string().optional() }).nullable(),
});
const me = { id: 6_213_900_314, username: "Baosong_bot" };
const now = 1_589_850_005_000;

test.each(readdirSync(folder))("%s", async (name) => {
  const { update, inbound } = payload.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
  const asked: string[] = [];
  const download = async (file: string) => {
    asked.push(file);
    return new Uint8Array();
  };
  const decoded = decode(updateSchema.parse(update), { me, now, download });
  if (inbound === null) return expect(decoded).toBeUndefined();
  const { from, chat, file, ...rest } = inbound;
  const address = (id: string) => ({ channel: "telegram", id });
  if (decoded?.kind === "sent-file") await decoded.bytes();
  expect(asked).toEqual(file === undefined ? [] : [file]);
  const { bytes: _, ...told } = decoded?.kind === "sent-file" ? decoded : { ...decoded, bytes: undefined };
  expect(told).toEqual({ from: address(from), chat: address(chat), at: now, ...rest });
});
