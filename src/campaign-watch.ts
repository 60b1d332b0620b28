import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { CheckReport, FileProblem } from "./app/check.ts";
import { adoptFlows, refuseFlows } from "./app/flows-reload.ts";
import type { House } from "./app/house.ts";
import { adoptRoster, refuseRoster } from "./app/people/roster-reload.ts";
import { lackingIn } from "./app/people/strangers.ts";
import { checkCampaign } from "./campaign.ts";
import { kindOf } from "./core/failure-kind.ts";
import type { Settings } from "./settings.ts";

/** Looked at so often: by polling, which editors that replace files and network folders do not get around. */
const EVERY = 2_000;
/** An editor may be in the middle of writing: a file that cannot be used is read once more before it is refused. */
const SECOND_LOOK = 1_000;

/**
 * Takes up roster and flows whenever their files change; broken ones change nothing, and what is sound is taken up
 * beside what is not. Gives what ends the watching.
 */
export function watchCampaign(settings: Settings, house: House): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  const read = () => checkCampaign(settings, house.people.roster);
  const soundOrNot = async (): Promise<CheckReport> => {
    const found = read();
    if (found.problems.length === 0) return found;
    await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK));
    return read();
  };
  /** Both, whichever has changed: what was refused because of the other may be in order now. */
  const take = (changed: "roster" | "flows") => async () => {
    const found = await soundOrNot();
    if (stopped) return;
    const isRoster = ({ file }: FileProblem) => file === settings.BAOSONG_ROSTER;
    const ofFlows = found.problems.filter((each) => !isRoster(each));
    // Flows that are not taken up with it stay in use, and the roster has to have what they name.
    const lacking = found.roster && ofFlows.length > 0 ? lackingIn(house, found.roster) : [];
    if (found.roster && lacking.length === 0) await adoptRoster(house, found.roster);
    else if (changed === "roster") await refuseRoster(house, found.problems.filter(isRoster), lacking);
    if (ofFlows.length === 0) await adoptFlows(house, found);
    else if (changed === "flows") await refuseFlows(house, ofFlows);
  };
  const look = (code: string, taking: () => Promise<void>) => () => {
    last = last.then(taking).catch((cause: unknown) => {
      house.log.error({ code, cause: kindOf(cause) }, "what there was stays");
    });
  };
  const ends = [
    whenChanged(() => marksOf([settings.BAOSONG_ROSTER]), look("roster-not-read", take("roster"))),
    whenChanged(() => marksOf(flowFiles(settings)), look("flows-not-read", take("flows"))),
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

/** By what a change of files is seen: names, times, sizes; that one cannot be looked at is a change like any other. */
function marksOf(files: readonly string[]): string {
  const mark = (file: string) => {
    try {
      const found = statSync(file, { throwIfNoEntry: false });
      return found ? `${file} ${found.mtimeMs} ${found.size}` : "";
    } catch (cause) {
      return `${file} ${cause instanceof Error && "code" in cause ? cause.code : ""}`;
    }
  };
  return files.map(mark).join("\n");
}
