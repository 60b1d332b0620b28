import { type Delivery, freeFrom } from "../delivery.ts";
import { roundKey } from "../entry.ts";
import type { Calendar } from "../flow/schema.ts";
import { closesAt, type Round, versionsOf } from "../round.ts";
import type { Instant } from "../time.ts";
import { type Closing, isPosted } from "./closing.ts";
import { workdayFrom } from "./days.ts";
import { finalKey } from "./keys.ts";
import { afterQuiet } from "./quiet.ts";
import { lastPlanned } from "./rounds.ts";
import type { OwedInput } from "./standing.ts";
import { instantOn, zoned } from "./zoned.ts";

/**
 * The final summary that a campaign with an end owes its coordinators: the first as soon as version 1 of the last round
 * has gone out, a further one on the working morning after any round got another version. So nobody writes the report
 * from figures that have changed, and nobody is sent it anew with each report that comes late.
 */
export function finals({
  flow: { id, calendar },
  rounds,
  posts,
}: Pick<OwedInput, "flow" | "rounds" | "posts">): readonly Closing[] {
  const round = rounds.get(lastPlanned(calendar)?.id ?? "");
  if (round?.state !== "frozen" || !isPosted(round, 1, posts)) return [];
  let at = closesAt(round);
  for (let number = 1; ; number += 1) {
    const key = finalKey(id, round.round, number);
    const from = freeOf(round, key);
    if (from !== undefined) {
      const act = { kind: "final", round: round.round, number } as const;
      return [{ key, doc: roundKey(id, round.round), at, from: Math.max(at, from), act }];
    }
    const since = sentAt(round.deliveries[key]);
    if (since === undefined) return [];
    const later = [...rounds.values()].flatMap(versionsOf).filter((version) => version.at > since);
    if (later.length === 0) return [];
    at = nextMorning(calendar, Math.min(...later.map((version) => version.at)));
  }
}

/** When any part of it may be tried: the first coordinator's is made last, the others' are begun before it. */
function freeOf({ deliveries }: Round, key: string): Instant | undefined {
  const begun = Object.keys(deliveries).filter((each) => each.startsWith(`${key}/`));
  const frees = [key, ...begun].flatMap((each) => freeFrom(deliveries[each]) ?? []);
  return frees.length === 0 ? undefined : Math.min(...frees);
}

function sentAt(delivery: Delivery | undefined): Instant | undefined {
  return delivery?.state === "sent" ? delivery.at : undefined;
}

/** The next time of the day at which rounds open, on a working day and outside quiet hours. */
function nextMorning(calendar: Calendar, after: Instant): Instant {
  const { zone, opens } = calendar;
  const today = zoned(after, zone).toPlainDate();
  const morning = (days: number) => instantOn(workdayFrom(calendar, today.add({ days }), "after"), opens.time, zone);
  const at = morning(0) > after ? morning(0) : morning(1);
  return afterQuiet(calendar, at) ?? at;
}
