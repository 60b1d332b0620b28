import { createBot } from "./app/bot.ts";
import { simulator } from "./channels/simulator/index.ts";
import { listen } from "./http.ts";
import { partsFor } from "./parts.ts";
import { assertRunnable } from "./runnable.ts";
import type { Settings } from "./settings.ts";

/** A running process: where it listens, and how it is stopped. */
export type Running = { readonly url: string; stop(): Promise<void> };

/** Starts the bot as the settings say. Rejects with what an operator can mend in words. */
export async function start(settings: Settings): Promise<Running> {
  assertRunnable(settings);
  const parts = await partsFor(settings);
  try {
    const bot = await createBot(parts);
    const channel = simulator({ folder: settings.BAOSONG_DATA, desk: bot.desk });
    // Whoever opens the page holds everybody's phone: it listens on this machine alone, whatever HOST says.
    const server = await listen({ host: "127.0.0.1", port: settings.PORT, routes: [channel.routes] });
    await bot.start([channel]);
    const stop = async () => {
      await server.stop();
      await bot.stop();
      await parts.store.close();
    };
    return { url: server.url, stop };
  } catch (cause) {
    await parts.store.close();
    throw cause;
  }
}

/** Starts the bot, says where it is found, and stops it in good order when the process is told to end. */
export async function run(settings: Settings): Promise<void> {
  const running = await start(settings);
  process.stdout.write(`报送 Baosong: open ${running.url}\n`);
  const ended = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await ended;
  await running.stop();
}
