import type { Act } from "../../core/calendar/owed.ts";
import { isChangeWaiting, isSettled } from "../../core/calendar/standing.ts";
import { type Resumed, resumed, resumedInstead } from "../../core/delivery.ts";
import { type Addressed, type DocKey, personKey, reportKey } from "../../core/entry.ts";
import { headReminder, type Notice, opening, overdue, reminder, urged } from "../../core/interview/notices.ts";
import { correctsReport } from "../../core/interview/sending/correcting.ts";
import type { Situation } from "../../core/interview/situation.ts";
import { type Text, textOf } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import { personIn, readReport, reportIn } from "../documents.ts";
import type { Running } from "../flows.ts";
import { type House, languageOf } from "../house.ts";
import { type Reached, reachable, reportersNow } from "../people/reporter.ts";
import { unreached } from "../people/unreached.ts";
import { send } from "../speak.ts";
import { surroundings } from "../surroundings.ts";
import { attempt, deliveryEntry, giveUp, isFree, record } from "./delivery.ts";

type Remind = Extract<Act, { kind: "remind" }>;

/** A reminder on its way: the key that it is recorded under, what of, and in which way. */
export type Nag = {
  readonly delivery: string;
  readonly unit: string;
  readonly rule: Remind["rule"] | "urged";
  readonly urgent: boolean;
  /** Who asked for it, where somebody did. */
  readonly by?: Member;
};

/** What became of a reminder: whom it reached, or why nobody. */
export type Nagged =
  | { readonly kind: "sent"; readonly to: Member }
  | { readonly kind: "not-owed" | "unreachable" | "open" };

/** Sends a reminder that is owed to whoever reports for the unit just now, or to the deputy beside them. */
export async function nag(house: House, running: Running, delivery: string, act: Remind): Promise<void> {
  const round = house.rounds.of(running.flow.id).find((each) => each.round === act.round);
  if (!round) return;
  // The nag goes to whoever holds it up: once it is sent, that is who has to approve it.
  const { status } = await readReport(house.store, round.flow, round.round, act.unit);
  const heads = status === "awaiting" ? reachable(house, house.people.heads(act.unit)) : [];
  const now = heads.length > 0 ? heads : await reportersNow(house, act.unit);
  const reporters =
    act.rule === "waiting-change" ? await changerFirst(house, reportKey(round.flow, round.round, act.unit), now) : now;
  const { unit, rule, urgent } = act;
  const whom = act.slot === "deputy" ? reporters.slice(1).filter(({ member }) => member.role === "deputy") : reporters;
  await remindOneOf(house, running, round, whom, { delivery, unit, rule, urgent });
}

/** Whoever changed the report last, before the others who report for the unit: they know why. */
async function changerFirst(house: House, key: DocKey, whom: readonly Reached[]): Promise<readonly Reached[]> {
  const history = await house.store.history(key);
  const last = history.findLast(({ entry }) => correctsReport(entry))?.entry.by;
  return [...whom.filter(({ member }) => member.id === last), ...whom.filter(({ member }) => member.id !== last)];
}

/**
 * Reminds the first of some people whom the platform takes the message for. Whether it is still owed is asked again at
 * the moment of sending, so that nobody is nagged who has just reported.
 */
export async function remindOneOf(
  house: House,
  running: Running,
  round: Round,
  whom: readonly Reached[],
  nagging: Nag,
): Promise<Nagged> {
  const { delivery } = nagging;
  const report = reportKey(round.flow, round.round, nagging.unit);
  for (const [index, { member, to }] of whom.entries()) {
    const made = await prepare(house, running, round, member, nagging, index > 0);
    if (!made) return { kind: "not-owed" };
    const language = await languageOf(house, member);
    // A message to somebody else is another message to the platform, though it is one reminder to us.
    const key = index === 0 ? delivery : `${delivery}/${member.id}`;
    const urgent = nagging.urgent ? { urgent: true as const } : {};
    const sent = await send(house, { key, to, language, blocks: made.notice.blocks, ...urgent, ...made.again });
    if (sent.kind === "refused" && index + 1 < whom.length) {
      if (sent.gone) await unreached(house, to, key);
      continue;
    }
    await record(house, report, delivery, to, sent);
    if (sent.kind === "sent") return { kind: "sent", to: member };
    return { kind: sent.kind === "refused" ? "unreachable" : "open" };
  }
  await giveUp(house, report, delivery, "no-address");
  return { kind: "unreachable" };
}

type Made = { readonly notice: Notice; readonly again: Resumed };

/** Leases the delivery and words it; undefined where it is settled, or nothing is owed any more. */
async function prepare(
  house: House,
  running: Running,
  round: Round,
  member: Member,
  { delivery, unit: id, rule, by }: Nag,
  instead: boolean,
): Promise<Made | undefined> {
  const report = reportKey(round.flow, round.round, id);
  const person = personKey(member.id);
  const flow = running.at(round.flowHash);
  const unit = house.people.unit(id);
  const past = await house.past.before(round, id);
  const missed = await house.past.missed(round, id);
  const now = house.clock.now();
  let made: Made | undefined;
  await house.store.change([report, person], (docs) => {
    made = undefined;
    const stands = reportIn(docs, report);
    const before = stands.deliveries[delivery];
    if (!instead && !isFree(before, now)) return [];
    const owes = rule === "waiting-change" ? isChangeWaiting(stands) : !isSettled(stands);
    if (!owes) return [{ key: report, entry: deliveryEntry(now, { kind: "dropped", delivery, why: "not-owed" }) }];
    const around = { flow, round, past, unit, member, now, sentAt: now, ...missed, ...surroundings(house, flow, unit) };
    const notice = noticeOf({ ...around, report: stands, person: personIn(docs, person) }, rule, by && textOf(by.name));
    made = { notice, again: instead ? resumedInstead(before) : resumed(before) };
    const entries: Addressed[] = instead ? [] : [{ key: report, entry: attempt(now, delivery, before) }];
    const { prompt } = notice;
    if (prompt) entries.push({ key: person, entry: { kind: "asked", prompt, id: delivery, at: now, by: "bot" } });
    return entries;
  });
  return made;
}

function noticeOf(situation: Situation, rule: Nag["rule"], by: Text = ""): Notice {
  if (situation.member.role === "head") return headReminder(situation, by);
  switch (rule) {
    case "opening":
      return opening(situation);
    case "urged":
      return urged(situation, by);
    case "midway":
    case "before":
    case "overdue":
    case "call_list":
    case "later":
    case "waiting-change":
      return situation.now > situation.round.due ? overdue(situation) : reminder(situation);
  }
}
