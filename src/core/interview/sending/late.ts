import { MINUTE } from "../../time.ts";
import type { Situation } from "../situation.ts";

/** Platforms' clocks are believed this far; a message that says it was sent earlier counts by our clock. */
const BELIEVED = 10 * MINUTE;

/** Whether a message counts as late: by the platform's time where that is near ours, else by ours. */
export function isLate({ sentAt, now, round }: Situation): boolean {
  const at = Math.abs(now - sentAt) <= BELIEVED ? sentAt : now;
  return at > round.due;
}

/** Whether a change now is one to figures that a version has counted, and needs its reason. */
export function changesCounted(situation: Situation): boolean {
  return situation.round.state === "frozen" && isLate(situation);
}
