import { collectDefaultMetrics, Registry } from "prom-client";
import { createBot } from "./app/bot.ts";
import { arrears } from "./app/deliveries/arrears.ts";
import { watchCampaign } from "./campaign-watch.ts";
import { platforms } from "./channels/index.ts";
import { serveControl } from "./control.ts";
import { kindOf } from "./core/failure-kind.ts";
import { healthRoutes } from "./health.ts";
import { listen } from "./http.ts";
import { channelMeter } from "./metrics/channels.ts";
import { showOwed } from "./metrics/owed.ts";
import { metered } from "./metrics/store.ts";
import { partsFor } from "./parts.ts";
import { assertRunnable, simulates } from "./runnable.ts";
import type { Settings } from "./settings.ts";
import { openStore } from "./store/index.ts";
import { examineStore } from "./store-room.ts";

/** A running process: where it listens, and how it is stopped. */
export type Running = { readonly url: string; stop(): Promise<void> };

/**
 * Starts the bot as the settings say, on the store that they name unless another is handed in. Rejects with what an
 * operator can mend in words, and leaves nothing running.
 */
export async function start(settings: Settings, open = openStore): Promise<Running> {
  assertRunnable(settings);
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const parts = await partsFor(settings, async (log) => metered(registry, await open(settings, log)));
  const stops = [() => parts.store.close()];
  const stop = async () => {
    const causes: unknown[] = [];
    // The store is closed last, and whatever else could not be stopped.
    for (const each of stops.reverse()) await each().catch((cause: unknown) => void causes.push(cause));
    if (causes.length > 0) throw new AggregateError(causes, "not everything could be stopped");
  };
  try {
    const bot = await createBot(parts);
    stops.push(bot.stop);
    const configured = platforms.filter((platform) => platform.configured(settings));
    const opened = await Promise.all(configured.map((platform) => platform.open(settings, parts.log)));
    if (simulates(settings)) {
      const { simulator } = await import("./channels/simulator/index.ts");
      const channel = simulator({ folder: settings.BAOSONG_DATA, desk: bot.desk, log: parts.log });
      opened.push({ channel, routes: channel.routes });
    }
    let ready = false;
    // Whoever opens the page holds everybody's phone: it listens on this machine alone, whatever HOST says.
    const at = { host: simulates(settings) ? "127.0.0.1" : settings.HOST, port: settings.PORT };
    const meter = channelMeter(registry);
    showOwed(registry, () => arrears(bot.house), bot.now);
    const health = healthRoutes(registry, {
      store: () => examineStore(settings, parts.store),
      channels: meter.faring,
      sinceTick: bot.sinceTick,
    });
    const routes = [health, ...opened.flatMap((each) => (each.routes ? [each.routes] : []))];
    const server = await listen({ ...at, routes, ready: () => ready });
    stops.push(server.stop);
    await bot.start(opened.map(({ channel }) => meter.through(channel)));
    // Stopped after the bot and before the store: no command holds up the replies that are in hand.
    stops.splice(1, 0, await serveControl(settings.BAOSONG_DATA, bot.house, parts.store));
    stops.push(watchCampaign(settings, bot.house));
    ready = true;
    return { url: server.url, stop };
  } catch (cause) {
    // Why it did not start is what an operator can mend.
    await stop().catch((also: unknown) => parts.log.error({ cause: kindOf(also) }, "not everything could be stopped"));
    throw cause;
  }
}

/** Starts the bot, says where it is found, and stops it in good order when the process is told to end. */
export async function run(settings: Settings, open = openStore): Promise<void> {
  const running = await start(settings, open);
  process.stdout.write(
    simulates(settings)
      ? `报送 Baosong: open ${running.url}\n`
      : `报送 Baosong: running; its health is at ${running.url}/healthz\n`,
  );
  const ended = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await ended;
  await running.stop();
}
