import { platforms } from "./channels/index.ts";
import { StartError } from "./failures.ts";
import type { Settings } from "./settings.ts";

const loopback = ["127.0.0.1", "localhost", "::1"];

/** Whether the page that plays the phones runs: where it is asked for, or where there is no platform to talk on. */
export function simulates(settings: Settings): boolean {
  return settings.SIMULATOR === "on" || (settings.SIMULATOR === undefined && !onPlatform(settings));
}

/** Throws a `StartError` where the settings ask for what this version has not, or for what is not safe. */
export function assertRunnable(settings: Settings): void {
  for (const platform of platforms) {
    const problems = platform.configured(settings) ? platform.problems(settings) : [];
    if (problems.length > 0) throw new StartError(`${platform.name}-settings`, problems.join("\n"));
  }
  if (settings.SIMULATOR === "off" && !onPlatform(settings))
    throw new StartError(
      "no-channel",
      "with SIMULATOR=off and no platform there is nothing to talk through\n    -> take SIMULATOR out",
    );
  // Whoever opens the page holds everybody's phone, so it is never offered to a network by accident.
  if (!loopback.includes(settings.HOST) && simulates(settings) && settings.SIMULATOR !== "on")
    throw new StartError(
      "simulator-exposed",
      `HOST=${settings.HOST} would offer the simulator, and with it everybody's phone, to the network\n    -> take HOST out; SIMULATOR=on runs it on 127.0.0.1 whatever HOST says`,
    );
}

function onPlatform(settings: Settings): boolean {
  return platforms.some((platform) => platform.configured(settings));
}
