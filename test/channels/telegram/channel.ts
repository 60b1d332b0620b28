import type { Channel, ChannelLog, ChannelSettings, Host, Opened, Stop } from "../../../src/channels/channel.ts";
import { openTelegram } from "../../../src/channels/telegram/index.ts";
import type { Limits } from "../../../src/channels/telegram/pace.ts";
import type { Loopback } from "./loopback/server.ts";

/** Limits that no test runs into. */
export const wide: Limits = { second: 1_000, overall: 10_000, burst: 1_000, groupPerMinute: 10_000 };

export type Logged = { readonly level: string; readonly code: unknown; readonly cause?: unknown };

/** The settings of a bot whose Telegram is the loopback server. */
export function settingsFor(platform: Loopback, more: Partial<ChannelSettings> = {}): ChannelSettings {
  const { token: TELEGRAM_BOT_TOKEN, root: TELEGRAM_API_ROOT } = platform;
  return { TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT, LARK_DOMAIN: "feishu", ...more };
}

/** A log that keeps codes and causes. */
export function listening(): ChannelLog & { readonly lines: readonly Logged[] } {
  const lines: Logged[] = [];
  const note = (level: string) => (context: Readonly<Record<string, unknown>>) =>
    void lines.push({ level, code: context.code, ...("cause" in context ? { cause: context.cause } : {}) });
  return { lines, error: note("error"), warn: note("warn"), info: note("info"), debug: note("debug") };
}

export type Started = Opened & { readonly channel: Channel; readonly stop: Stop };

/** Starts the channel against the loopback server. */
export async function started(
  platform: Loopback,
  host: Host,
  {
    within = wide,
    log = listening(),
    more = {},
  }: { within?: Limits; log?: ChannelLog; more?: Partial<ChannelSettings> } = {},
): Promise<Started> {
  const opened = openTelegram(settingsFor(platform, more), log, within);
  const stop = await opened.channel.start(host);
  return { ...opened, stop };
}
