import type { Channel, ChannelLog, ChannelSettings, Host, Stop } from "../../../src/channels/channel.ts";
import { openLark } from "../../../src/channels/lark/index.ts";
import type { Limits } from "../../../src/channels/lark/pace.ts";
import type { Inbound } from "../../../src/core/message.ts";
import { openPlatform, type Platform, type PlatformOptions } from "./platform/platform.ts";
import type { Chat, Person } from "./platform/state.ts";

export const ana: Person = {
  openId: "ou_ana",
  name: "Ana",
  userId: "A0017",
  mobile: "+8613800000001",
  email: "ana@example.org",
};
export const ben: Person = { openId: "ou_ben", name: "Ben" };
export const group: Chat = { id: "oc_group", kind: "group", people: [ana.openId, ben.openId], bot: true };

/** As fast as the pretend platform runs in these tests: its windows and the channel's agree. */
const SPEED = 10;
const within: Limits = { perSecond: 50, perMinute: 1_000, perKey: 5, second: 1_000 / SPEED };

export type LarkWorld = {
  readonly platform: Platform;
  readonly channel: Channel;
  /** What the log was told, context and all. */
  readonly log: string[];
  readonly received: Inbound[];
  /** What becomes of what is received. */
  whenReceiving(act: (inbound: Inbound) => Promise<void>): void;
  /** What becomes of it afterwards, before `replied` resolves. */
  whenReplying(act: (inbound: Inbound) => Promise<void>): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
};

export function settingsFor(platform: Platform): ChannelSettings {
  return {
    TELEGRAM_API_ROOT: "https://api.telegram.org",
    LARK_APP_ID: platform.app.id,
    LARK_APP_SECRET: platform.app.secret,
    LARK_DOMAIN: platform.url,
  };
}

/** A channel beside a pretend platform, its host recording what it is told. */
export async function larkWorld(
  options: PlatformOptions & { host?: Host; limits?: Partial<Limits> } = {},
): Promise<LarkWorld> {
  const platform = await openPlatform({ people: [ana, ben], groups: [group], speed: SPEED, ...options });
  const log: string[] = [];
  const note = (context: Readonly<Record<string, unknown>>, message: string) =>
    void log.push(`${message} ${JSON.stringify(context)}`);
  const logging: ChannelLog = { error: note, warn: note, info: note, debug: note };
  const received: Inbound[] = [];
  let receiving: (inbound: Inbound) => Promise<void> = async () => {};
  let replying: (inbound: Inbound) => Promise<void> = async () => {};
  const host: Host = options.host ?? {
    now: () => 1_589_850_000_000,
    receive: async (inbound) => {
      received.push(inbound);
      await receiving(inbound);
      return { replied: replying(inbound) };
    },
  };
  const { channel } = openLark(settingsFor(platform), logging, { ...within, ...options.limits });
  let stop: Stop = async () => {};
  return {
    platform,
    channel,
    log,
    received,
    whenReceiving: (act) => {
      receiving = act;
    },
    whenReplying: (act) => {
      replying = act;
    },
    start: async () => {
      stop = await channel.start(host);
    },
    stop: () => stop(),
    close: async () => {
      await stop();
      await platform.close();
    },
  };
}
