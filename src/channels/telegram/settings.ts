import type { ChannelSettings } from "../channel.ts";

const official = "https://api.telegram.org";
const webhookPorts = ["", "443", "80", "88", "8443"];

/** What keeps the settings from being used, each a sentence with a way out. */
export function problemsOf(settings: ChannelSettings): readonly string[] {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL, TELEGRAM_API_ROOT: root } = settings;
  const problems: string[] = [];
  if (!/^\d+:[\w-]+$/.test(token ?? ""))
    problems.push(
      "TELEGRAM_BOT_TOKEN is not a bot's token\n    -> copy it whole from @BotFather; it looks like 123456:ABC-DEF",
    );
  if (PUBLIC_URL === undefined) return problems;
  if (secret === undefined)
    problems.push(
      "PUBLIC_URL makes Telegram call by webhook, and without TELEGRAM_WEBHOOK_SECRET anybody could\n    -> set it to a long random word, or take PUBLIC_URL out to ask for messages instead",
    );
  else if (!/^[\w-]{1,256}$/.test(secret))
    problems.push(
      "TELEGRAM_WEBHOOK_SECRET has characters that Telegram does not allow\n    -> use A-Z, a-z, 0-9, _ and - alone, 256 at most",
    );
  const { protocol, port } = new URL(PUBLIC_URL);
  // A Bot API server of one's own also calls plain addresses.
  if (root === official && (protocol !== "https:" || !webhookPorts.includes(port)))
    problems.push(
      "Telegram calls webhooks by https on port 443, 80, 88 or 8443 alone\n    -> put such an address into PUBLIC_URL, or take it out to ask for messages instead",
    );
  return problems;
}
