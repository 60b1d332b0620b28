import type { Text } from "../../core/message.ts";
import { toMend } from "../../core/source/problem.ts";
import type { ChannelSettings } from "../channel.ts";

/** Whether the settings name an app, be it half. */
export function configured({ LARK_APP_ID, LARK_APP_SECRET }: ChannelSettings): boolean {
  return LARK_APP_ID !== undefined || LARK_APP_SECRET !== undefined;
}

/** What keeps the settings from being used, each with a way out. */
export function problemsOf(settings: ChannelSettings): readonly Text[] {
  const { LARK_APP_ID: id, LARK_APP_SECRET: secret, LARK_ENCRYPT_KEY: key, LARK_VERIFICATION_TOKEN: token } = settings;
  const problems: Text[] = [];
  if (id === undefined) problems.push(toMend({ key: "lark-no-id" }));
  // The SDK connects with nothing else, and says nothing of it.
  else if (!/^cli_[0-9a-fA-F]{16}$/.test(id)) problems.push(toMend({ key: "lark-bad-id", args: { id } }));
  if (secret === undefined) problems.push(toMend({ key: "lark-no-secret" }));
  if (settings.PUBLIC_URL === undefined) return problems;
  if (key === undefined) problems.push(toMend({ key: "lark-webhook-needs", args: { name: "LARK_ENCRYPT_KEY" } }));
  if (token === undefined)
    problems.push(toMend({ key: "lark-webhook-needs", args: { name: "LARK_VERIFICATION_TOKEN" } }));
  return problems;
}
