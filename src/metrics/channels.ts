import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { Channel, Host } from "../channels/channel.ts";

/** How a channel has fared of late: what came of the last sends, and why nothing comes in, where nothing does. */
export type Faring = { readonly channel: string; readonly failing: boolean; readonly deaf?: string };

/** Counts what passes through channels, and times how long people wait. */
export type ChannelMeter = {
  /** The channel as it is, counted. */
  through(channel: Channel): Channel;
  faring(): readonly Faring[];
};

/** As many sends in a row that came to nothing mean that the platform is away. */
const IN_A_ROW = 3;
/** What is owed is tried again every minute: after so long without a try, in milliseconds, the last tell nothing more. */
const OF_LATE = 10 * 60_000;

/** `now` is the machine's own clock in milliseconds, whatever the bot's is set to. */
export function channelMeter(registry: Registry, now: () => number = () => performance.now()): ChannelMeter {
  const registers = [registry];
  const taken = new Counter({
    name: "baosong_messages_total",
    help: "Messages from people, by channel and kind",
    labelNames: ["channel", "kind"],
    registers,
  });
  const refused = new Counter({
    name: "baosong_messages_refused_total",
    help: "Messages that could not be kept: the platform has to give them again",
    labelNames: ["channel"],
    registers,
  });
  const kept = new Histogram({
    name: "baosong_message_kept_seconds",
    help: "From a message's arrival until it is on disk",
    labelNames: ["channel"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const answered = new Histogram({
    name: "baosong_message_answered_seconds",
    help: "From a message's arrival until its replies are out",
    labelNames: ["channel"],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const sends = new Counter({
    name: "baosong_sends_total",
    help: "What came of sending: sent, refused by the platform, put off by it (retry), or unknown",
    labelNames: ["channel", "outcome"],
    registers,
  });
  const inARow = new Map<string, { readonly lost: number; readonly at: number }>();
  const channels = new Map<string, Channel>();
  new Gauge({
    name: "baosong_channel_hears",
    help: "Whether what people write on a channel comes in: 1, or 0 where the platform is not reached",
    labelNames: ["channel"],
    registers,
    collect() {
      for (const [channel, { deaf }] of channels) this.set({ channel }, deaf?.() === undefined ? 1 : 0);
    },
  });

  const counted = (host: Host, channel: string): Host => ({
    ...host,
    receive: async (inbound) => {
      taken.inc({ channel, kind: inbound.kind });
      const untilKept = kept.startTimer({ channel });
      const untilAnswered = answered.startTimer({ channel });
      try {
        const received = await host.receive(inbound);
        untilKept();
        // Whoever waits for the replies hears of it where they fail; here they were just not out.
        received.replied.then(
          () => untilAnswered(),
          () => {},
        );
        return received;
      } catch (cause) {
        refused.inc({ channel });
        throw cause;
      }
    },
  });

  return {
    through: (channel) => {
      inARow.set(channel.name, { lost: 0, at: now() });
      channels.set(channel.name, channel);
      return {
        ...channel,
        start: (host) => channel.start(counted(host, channel.name)),
        send: async (to, message) => {
          const sent = await channel.send(to, message);
          sends.inc({ channel: channel.name, outcome: sent.kind });
          const lost = sent.kind === "unknown" || sent.kind === "retry";
          inARow.set(channel.name, { lost: lost ? (inARow.get(channel.name)?.lost ?? 0) + 1 : 0, at: now() });
          return sent;
        },
      };
    },
    faring: () =>
      [...inARow].map(([channel, { lost, at }]) => {
        const deaf = channels.get(channel)?.deaf?.();
        const failing = lost >= IN_A_ROW && now() - at < OF_LATE;
        return { channel, failing, ...(deaf === undefined ? {} : { deaf }) };
      }),
  };
}
