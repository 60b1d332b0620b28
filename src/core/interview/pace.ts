import type { Pace } from "../report.ts";
import { MINUTE, SECOND } from "../time.ts";
import type { Situation } from "./situation.ts";

/** Before a unit's own pace is known: a screen in a quarter of a minute. */
const USUAL = 15 * SECOND;
const KNOWN_AFTER = 5;

/** How many minutes the newest earlier report that was timed took; undefined where none was. */
export function minutesLast({ past }: Pick<Situation, "past">): number | undefined {
  const took = past.findLast(({ pace }) => (pace?.answers ?? 0) > 0)?.pace?.took;
  return took === undefined ? undefined : Math.max(1, Math.ceil(took / MINUTE));
}

/** About how many minutes so many screens take, at the unit's own pace in this round and earlier ones. */
export function minutesFor(screens: number, { report, past }: Pick<Situation, "report" | "past">): number {
  const paces = [...past.map(({ pace }) => pace), report.pace].filter((pace): pace is Pace => pace !== undefined);
  const answers = paces.reduce((sum, pace) => sum + pace.answers, 0);
  const took = paces.reduce((sum, pace) => sum + pace.took, 0);
  const each = answers >= KNOWN_AFTER ? took / answers : USUAL;
  return Math.max(1, Math.ceil((screens * each) / MINUTE));
}
