import { z } from "zod";
import type { ChannelLog } from "../channel.ts";
import type { Calls } from "./calls.ts";
import type { Client } from "./client.ts";

const info = z.object({ bot: z.object({ open_id: z.string() }) });

/** Asks who the bot is: by its open_id it knows that it was mentioned. Undefined where the platform does not say. */
export async function identify(client: Client, calls: Calls, log: ChannelLog): Promise<string | undefined> {
  const run = () => client.api.request({ method: "GET", url: "/open-apis/bot/v3/info" });
  const outcome = await calls({ api: "bot-info", about: "bot-info", rank: "answer", run });
  const read = outcome.kind === "done" ? info.safeParse(outcome.answer) : undefined;
  if (read?.success) return read.data.bot.open_id;
  log.error(
    { code: "lark-not-identified", why: outcome.kind === "done" ? "no bot" : outcome },
    "Lark does not say who the bot is: `npx baosong doctor` tells what to switch on",
  );
  return undefined;
}
