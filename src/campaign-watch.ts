import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { CheckReport, FileProblem } from "./app/check.ts";
import { adoptFlows, refuseFlows } from "./app/flows-reload.ts";
import type { House } from "./app/house.ts";
import { adoptRoster, refuseRoster } from "./app/roster-reload.ts";
import { CampaignError, checkCampaign } from "./campaign.ts";
import { kindOf } from "./core/failure-kind.ts";
import type { Settings } from "./settings.ts";

/** Looked at so often: by polling, which editors that replace files and network folders do not get around. */
const EVERY = 2_000;
/** An editor may be in the middle of writing: a file that cannot be used is read once more before it is refused. */
const SECOND_LOOK = 1_000;

/** Takes up roster and flows whenever their files change; broken ones change nothing. Gives what ends the watching. */
export function watchCampaign(settings: Settings, house: House): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  const soundOrNot = async (): Promise<CheckReport> => {
    const found = read(settings);
    if (found.problems.length === 0) return found;
    await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK));
    return read(settings);
  };
  const roster = async () => {
    const found = await soundOrNot();
    if (stopped) return;
    if (found.roster && found.problems.length === 0) await adoptRoster(house, found.roster);
    else await refuseRoster(house, found.problems);
  };
  const flows = async () => {
    const found = await soundOrNot();
    if (stopped) return;
    if (found.problems.length === 0) await adoptFlows(house, found);
    else await refuseFlows(house, found.problems);
  };
  const look = (code: string, take: () => Promise<void>) => () => {
    last = last.then(take).catch((cause: unknown) => {
      house.log.error({ code, cause: kindOf(cause) }, "what there was stays");
    });
  };
  const ends = [
    whenChanged(() => marksOf([settings.BAOSONG_ROSTER]), look("roster-not-read", roster)),
    whenChanged(() => marksOf(flowFiles(settings)), look("flows-not-read", flows)),
  ];
  return async () => {
    stopped = true;
    for (const end of ends) end();
    await last;
  };
}

/** Calls back whenever what is looked at is other than the last time. */
function whenChanged(look: () => string, changed: () => void): () => void {
  let before = look();
  const timer = setInterval(() => {
    const now = look();
    if (now !== before) changed();
    before = now;
  }, EVERY);
  timer.unref();
  return () => clearInterval(timer);
}

function flowFiles({ BAOSONG_FLOWS: folder }: Settings): readonly string[] {
  try {
    return readdirSync(folder).flatMap((name) => (/\.ya?ml$/.test(name) ? [join(folder, name)] : []));
  } catch {
    // A folder that is gone for a moment has no files, which is a change like any other.
    return [];
  }
}

/** By what a change of files is seen: names, times, sizes. */
function marksOf(files: readonly string[]): string {
  const mark = (file: string) => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found ? `${file} ${found.mtimeMs} ${found.size}` : "";
  };
  return files.map(mark).join("\n");
}

/** A file that is gone for a moment is a problem like any other. */
function read(settings: Settings): CheckReport {
  try {
    return checkCampaign(settings);
  } catch (cause) {
    if (!(cause instanceof CampaignError)) throw cause;
    const { BAOSONG_ROSTER: file } = settings;
    const gone: FileProblem = { file, line: 1, column: 1, path: "", message: cause.message, fix: "" };
    return { flows: [], caseFlows: [], problems: [gone] };
  }
}
