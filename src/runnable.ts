import { StartError } from "./failures.ts";
import type { Settings } from "./settings.ts";

const loopback = ["127.0.0.1", "localhost", "::1"];

/** Throws a `StartError` where the settings ask for what this version has not, or for what is not safe. */
export function assertRunnable(settings: Settings): void {
  const platforms = platformsOf(settings);
  if (platforms.length > 0)
    throw new StartError(
      "channel-not-yet",
      `${platforms.join(" and ")} cannot be used by this version yet: it talks on the simulator alone\n    -> take ${settingsNamed(settings)} out of the environment and .env`,
    );
  if (settings.DATABASE_URL !== undefined)
    throw new StartError(
      "store-not-yet",
      "DATABASE_URL cannot be used by this version yet: it keeps everything in BAOSONG_DATA\n    -> take it out",
    );
  if (settings.SIMULATOR === "off")
    throw new StartError(
      "no-channel",
      "with SIMULATOR=off and no platform there is nothing to talk through\n    -> take SIMULATOR out",
    );
  // Whoever opens the page holds everybody's phone, so it is never offered to a network by accident.
  if (!loopback.includes(settings.HOST) && settings.SIMULATOR !== "on")
    throw new StartError(
      "simulator-exposed",
      `HOST=${settings.HOST} would offer the simulator, and with it everybody's phone, to the network\n    -> take HOST out; SIMULATOR=on runs it on 127.0.0.1 whatever HOST says`,
    );
}

function platformsOf(settings: Settings): readonly string[] {
  return [
    ...(settings.TELEGRAM_BOT_TOKEN === undefined ? [] : ["Telegram"]),
    ...(settings.LARK_APP_ID === undefined ? [] : ["Lark"]),
  ];
}

function settingsNamed(settings: Settings): string {
  return (["TELEGRAM_BOT_TOKEN", "LARK_APP_ID"] as const).filter((name) => settings[name] !== undefined).join(", ");
}
