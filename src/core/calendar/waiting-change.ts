import { freeFrom } from "../delivery.ts";
import type { UnitId } from "../entry.ts";
import type { Calendar } from "../flow/schema.ts";
import type { Instant } from "../time.ts";
import { workdayFrom } from "./days.ts";
import { remindKey } from "./keys.ts";
import { afterQuiet } from "./quiet.ts";
import { isChangeWaiting, type Laddered, type Owing } from "./standing.ts";
import type { Turn } from "./turns.ts";
import { instantOn, zoned } from "./zoned.ts";

/** When people are at their desks, and before a new round opens on such a morning and overtakes the old. */
const MORNING = "08:30";

/**
 * The one reminder of a change to what a version has counted that waits for its reason: on the working morning after the
 * change. Another change meanwhile puts it off; once it was sent there is no second.
 */
export function changeTurn({ round, calendar }: Laddered, unit: UnitId, owing: Owing): Turn | undefined {
  if (round.state !== "frozen" || !isChangeWaiting(owing) || owing.changedAt === undefined) return undefined;
  const key = remindKey(round.flow, round.round, unit, `waits-${owing.settled?.revision ?? 0}`);
  const free = freeFrom(owing.deliveries[key]);
  if (free === undefined) return undefined;
  const at = morningAfter(owing.changedAt, calendar);
  const from = Math.max(at, free);
  return {
    key,
    slot: "reporter",
    rule: "waiting-change",
    urgent: false,
    at,
    from,
    until: Number.POSITIVE_INFINITY,
    older: [],
  };
}

function morningAfter(instant: Instant, calendar: Calendar): Instant {
  const tomorrow = zoned(instant, calendar.zone).toPlainDate().add({ days: 1 });
  const morning = instantOn(workdayFrom(calendar, tomorrow, "after"), MORNING, calendar.zone);
  return afterQuiet(calendar, morning) ?? morning;
}
