import type { Text } from "../../core/message.ts";
import { toMend } from "../../core/source/problem.ts";
import type { ChannelSettings } from "../channel.ts";

const official = "https://api.telegram.org";
const webhookPorts = ["", "443", "80", "88", "8443"];

/** What keeps the settings from being used, each a sentence with a way out. */
export function problemsOf(settings: ChannelSettings): readonly Text[] {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL, TELEGRAM_API_ROOT: root } = settings;
  const problems: Text[] = [];
  if (!/^\d+:[\w-]+$/.test(token ?? "")) problems.push(toMend({ key: "telegram-bad-token" }));
  if (PUBLIC_URL === undefined) return problems;
  if (secret === undefined) problems.push(toMend({ key: "telegram-no-secret" }));
  else if (!/^[\w-]{1,256}$/.test(secret)) problems.push(toMend({ key: "telegram-bad-secret" }));
  const { protocol, port } = new URL(PUBLIC_URL);
  // A Bot API server of one's own also calls plain addresses.
  if (root === official && (protocol !== "https:" || !webhookPorts.includes(port)))
    problems.push(toMend({ key: "telegram-bad-address" }));
  return problems;
}
