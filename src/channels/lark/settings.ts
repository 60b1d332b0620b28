import type { ChannelSettings } from "../channel.ts";

/** Whether the settings name an app, be it half. */
export function configured({ LARK_APP_ID, LARK_APP_SECRET }: ChannelSettings): boolean {
  return LARK_APP_ID !== undefined || LARK_APP_SECRET !== undefined;
}

/** What keeps the settings from being used, each with a way out. */
export function problemsOf(settings: ChannelSettings): readonly string[] {
  const { LARK_APP_ID: id, LARK_APP_SECRET: secret, LARK_ENCRYPT_KEY: key, LARK_VERIFICATION_TOKEN: token } = settings;
  const where = "the developer console has it under 凭证与基础信息 (Credentials & Basic Info)";
  const security =
    "the developer console has it under 事件与回调 > 加密策略 (Events & Callbacks > Encryption Strategy)";
  const problems: string[] = [];
  if (id === undefined) problems.push(`LARK_APP_SECRET is given without LARK_APP_ID\n    -> ${where}`);
  // The SDK connects with nothing else, and says nothing of it.
  else if (!/^cli_[0-9a-fA-F]{16}$/.test(id))
    problems.push(`LARK_APP_ID=${id} is no App ID: cli_ and 16 hexadecimal digits\n    -> ${where}`);
  if (secret === undefined) problems.push(`LARK_APP_ID is given without LARK_APP_SECRET\n    -> ${where}`);
  if (settings.PUBLIC_URL === undefined) return problems;
  const webhook = "with PUBLIC_URL, Lark calls the bot by webhook";
  if (key === undefined) problems.push(`${webhook} and needs LARK_ENCRYPT_KEY\n    -> ${security}`);
  if (token === undefined) problems.push(`${webhook} and needs LARK_VERIFICATION_TOKEN\n    -> ${security}`);
  return problems;
}
