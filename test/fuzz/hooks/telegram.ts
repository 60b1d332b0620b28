import { openTelegram } from "../../../src/channels/telegram/index.ts";
import { webhookPath } from "../../../src/channels/telegram/webhook.ts";
import { listen } from "../../../src/http.ts";
import { listening, settingsFor, wide } from "../../channels/telegram/channel.ts";
import { loopback } from "../../channels/telegram/loopback/server.ts";
import type { Hook } from "../hook.ts";

const secret = "a-long_random-word";
const message = { message_id: 1, date: 0, chat: { id: 1, type: "private" }, from: { id: 1 }, text: "12 2 1" };

/** Telegram proves its calls with a secret in a header. */
export const telegram: Hook = {
  open: async () => {
    let received = 0;
    const platform = await loopback({ limits: wide });
    const settings = settingsFor(platform, {
      PUBLIC_URL: "https://bot.example.org/",
      TELEGRAM_WEBHOOK_SECRET: secret,
    });
    const { channel, routes } = openTelegram(settings, listening(), wide);
    const server = await listen({ host: "127.0.0.1", port: 0, routes: routes ? [routes] : [] });
    const stop = await channel.start({
      now: () => 0,
      receive: async () => {
        received += 1;
        return { replied: Promise.resolve() };
      },
    });
    return {
      url: `${server.url}${webhookPath}`,
      received: () => received,
      genuine: {
        headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
        body: JSON.stringify({ update_id: 1, message }),
      },
      close: async () => {
        for (const each of [stop, server.stop, platform.stop]) await each();
      },
    };
  },
};
