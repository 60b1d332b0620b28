import { platforms } from "./channels/index.ts";
import { controlSocketIn } from "./control-socket.ts";
import { toMend } from "./core/source/problem.ts";
import { StartError } from "./failures.ts";
import type { Settings } from "./settings.ts";

const loopback = ["127.0.0.1", "localhost", "::1"];

/** Whether the page that plays the phones runs: where it is asked for, or where there is no platform to talk on. */
export function simulates(settings: Settings): boolean {
  return settings.SIMULATOR === "on" || (settings.SIMULATOR === undefined && !onPlatform(settings));
}

/** Throws a `StartError` where the settings ask for what this version has not, or for what is not safe. */
export function assertRunnable(settings: Settings): void {
  // Said before anything is opened: commands could not reach the bot.
  controlSocketIn(settings.BAOSONG_DATA);
  for (const platform of platforms) {
    const problems = platform.configured(settings) ? platform.problems(settings) : [];
    if (problems.length > 0) throw new StartError(`${platform.name}-settings`, { join: problems, by: "\n" });
  }
  if (settings.SIMULATOR === "off" && !onPlatform(settings))
    throw new StartError("no-channel", toMend({ key: "setting-no-channel" }));
  // Whoever opens the page holds everybody's phone, so it is never offered to a network by accident.
  if (!loopback.includes(settings.HOST) && simulates(settings) && settings.SIMULATOR !== "on")
    throw new StartError(
      "simulator-exposed",
      toMend({ key: "setting-simulator-exposed", args: { host: settings.HOST } }),
    );
  // What leads a public address to the webhook leads it to the page too: both answer on one port.
  if (simulates(settings) && settings.PUBLIC_URL !== undefined && onPlatform(settings))
    throw new StartError("simulator-public", toMend({ key: "setting-simulator-public" }));
}

function onPlatform(settings: Settings): boolean {
  return platforms.some((platform) => platform.configured(settings));
}
