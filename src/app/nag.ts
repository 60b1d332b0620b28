import type { Act } from "../core/calendar/owed.ts";
import { type Planned, plannedRound } from "../core/calendar/rounds.ts";
import { type Addressed, personKey, reportKey } from "../core/entry.ts";
import type { Flow } from "../core/flow/flow.ts";
import { type Notice, opening, overdue, reminder } from "../core/interview/notices.ts";
import type { Situation } from "../core/interview/situation.ts";
import type { Round } from "../core/round.ts";
import { attempt, deliveryEntry, giveUp, isFree, record } from "./delivery.ts";
import { personIn, reportIn } from "./documents.ts";
import type { Running } from "./flows.ts";
import { type House, languageOf } from "./house.ts";
import { send } from "./speak.ts";

type Remind = Extract<Act, { kind: "remind" }>;

/**
 * Sends one reminder to whoever reports for the unit: the liaison, or the deputy where the liaison cannot be reached.
 * Whether it is still owed is asked again at the moment of sending, so that nobody is nagged who has just reported.
 */
export async function nag(house: House, running: Running, delivery: string, act: Remind): Promise<void> {
  const round = house.rounds.of(running.flow.id).find((each) => each.round === act.round);
  if (!round) return;
  const report = reportKey(round.flow, round.round, act.unit);
  const channels = [...house.channels.keys()];
  const reached = house.people.reporters(act.unit).flatMap((member) => {
    const to = house.people.addressOf(member, channels);
    return to ? [{ member, to }] : [];
  })[0];
  if (!reached) return giveUp(house, report, delivery, "no-address");
  const { member, to } = reached;
  const flow = running.at(round.flowHash);
  const unit = house.people.unit(act.unit);
  const past = await house.past.before(round, act.unit);
  const since = await house.past.missedSince(round, act.unit);
  const person = personKey(member.id);
  const now = house.clock.now();
  let notice: Notice | undefined;
  await house.store.change([report, person], (docs) => {
    notice = undefined;
    const stands = reportIn(docs, report);
    if (!isFree(stands.deliveries[delivery], now)) return [];
    if (stands.status === "submitted")
      return [{ key: report, entry: deliveryEntry(now, { kind: "dropped", delivery, why: "not-owed" }) }];
    const missed = since === undefined ? {} : { since };
    const around = { flow, round, past, unit, member, now, sentAt: now, ...missed };
    notice = noticeOf({ ...around, report: stands, person: personIn(docs, person) }, act);
    const entries: Addressed[] = [{ key: report, entry: attempt(now, delivery, stands.deliveries[delivery]) }];
    const { prompt } = notice;
    if (prompt) entries.push({ key: person, entry: { kind: "asked", prompt, id: delivery, at: now, by: "bot" } });
    return entries;
  });
  if (!notice) return;
  const language = await languageOf(house, member);
  const sent = await send(house, { key: delivery, to, language, blocks: notice.blocks });
  await record(house, report, delivery, to, sent);
}

function noticeOf(situation: Situation, { rule }: Remind): Notice {
  switch (rule) {
    case "opening":
      return opening(situation, planOf(situation.flow, situation.round));
    case "before":
      return reminder(situation);
    case "overdue":
      return overdue(situation);
  }
}

/** The round as the calendar has it; one that the calendar no longer knows, as it was opened. */
function planOf({ calendar }: Flow, { round, number, due, covers, openedAt }: Round): Planned {
  const opens = openedAt ?? due;
  return plannedRound(calendar, round) ?? { id: round, number, opens, due, regularDue: round, covers };
}
