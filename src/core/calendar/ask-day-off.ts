import { partsFree } from "../delivery.ts";
import { roundKey } from "../entry.ts";
import type { Instant } from "../time.ts";
import type { Closing } from "./closing.ts";
import { askedAboutDayOff } from "./days-off.ts";
import { dayOffKey } from "./keys.ts";
import { type OwedInput, pendingRounds } from "./standing.ts";

/** Rounds ahead that are looked at: one that is asked about opens within days. */
const AHEAD = 2;

/** The questions about due dates on days off that are still to be asked, of rounds that have not opened at `now`. */
export function daysOffAsked(input: OwedInput, now: Instant): readonly Closing[] {
  const asked: Closing[] = [];
  let count = 0;
  for (const { planned, at: opens } of pendingRounds(input)) {
    if (opens <= now) continue;
    count += 1;
    if (count > AHEAD) break;
    const due = askedAboutDayOff(input.flow.calendar, planned);
    const round = input.rounds.get(planned.id);
    const key = dayOffKey(input.flow.id, planned.id);
    if (due === undefined || round?.shift) continue;
    const at = Math.max(due, input.installedSince);
    // Infinite once nobody is left to be asked.
    const from = Math.max(at, Math.min(...partsFree(round?.deliveries ?? {}, key)));
    if (from < opens)
      asked.push({ key, doc: roundKey(input.flow.id, planned.id), at, from, act: { kind: "ask-day-off", planned } });
  }
  return asked;
}
