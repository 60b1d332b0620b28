import type { Platform } from "../channel.ts";
import { problemsOf } from "./settings.ts";

/** Telegram, by long polling or by webhook; what talks to it is loaded once it is opened. */
export const telegram: Platform = {
  name: "telegram",
  configured: ({ TELEGRAM_BOT_TOKEN: token }) => token !== undefined,
  problems: problemsOf,
  open: async (settings, log) => (await import("./index.ts")).openTelegram(settings, log),
};
