import { unwatchFile, watchFile } from "node:fs";
import type { FileProblem } from "./app/check.ts";
import type { House } from "./app/house.ts";
import { adoptRoster, refuseRoster } from "./app/roster-reload.ts";
import { CampaignError, checkCampaign } from "./campaign.ts";
import type { Settings } from "./settings.ts";

/** Looked at so often: by polling, which editors that replace files and network folders do not get around. */
const EVERY = 2_000;
/** An editor may be in the middle of writing: a file that cannot be used is read once more before it is refused. */
const SECOND_LOOK = 1_000;

/** Takes up the roster file whenever it changes; a broken one changes nothing. Gives what ends the watching. */
export function watchRoster(settings: Settings, house: House): () => Promise<void> {
  const { BAOSONG_ROSTER: file } = settings;
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  const look = async (): Promise<void> => {
    let found = read(settings);
    if (found.problems.length > 0) {
      await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK));
      found = read(settings);
    }
    if (stopped) return;
    if (found.roster && found.problems.length === 0) await adoptRoster(house, found.roster);
    else await refuseRoster(house, found.problems);
  };
  const changed = () => {
    last = last.then(look).catch((cause: unknown) => {
      house.log.error({ code: "roster-not-read", cause: cause instanceof Error ? cause.name : "" }, "the roster stays");
    });
  };
  watchFile(file, { interval: EVERY, persistent: false }, changed);
  return async () => {
    stopped = true;
    unwatchFile(file, changed);
    await last;
  };
}

/** A file that is gone for a moment is a problem like any other. */
function read(settings: Settings): ReturnType<typeof checkCampaign> {
  try {
    return checkCampaign(settings);
  } catch (cause) {
    if (!(cause instanceof CampaignError)) throw cause;
    const gone: FileProblem = {
      file: settings.BAOSONG_ROSTER,
      line: 1,
      column: 1,
      path: "",
      message: cause.message,
      fix: "",
    };
    return { flows: [], problems: [gone] };
  }
}
