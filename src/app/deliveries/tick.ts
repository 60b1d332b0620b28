import { type Owed, owed, type Superseded } from "../../core/calendar/owed.ts";
import { type DocKey, reportKey, roundKey } from "../../core/entry.ts";
import { countedRevision } from "../../core/submission.ts";
import { deliverCases } from "../cases/deliver.ts";
import { deliveriesIn, reportIn, roundIn } from "../documents.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";
import { deliverInquiries } from "../inquiries/inquiry-deliveries.ts";
import { sideBySide } from "../lanes.ts";
import { deliverNews } from "../people/news-deliveries.ts";
import { alone } from "./alone.ts";
import { callList } from "./call-list.ts";
import { askDayOff } from "./day-off.ts";
import { deliverFinal } from "./deliver-final.ts";
import { deliveryEntry, isFree } from "./delivery.ts";
import { dutiesOf } from "./duties.ts";
import { nag } from "./nag.ts";
import { preview, publish } from "./publish.ts";
import { revise } from "./revise.ts";
import { sealRounds } from "./seal.ts";
import { deliverSignings } from "./signing-deliveries.ts";

/** Deliveries at once: enough to hide a platform's delay, few enough to keep within its limits. */
const AT_ONCE = 32;

/**
 * Opens and freezes rounds in every flow. It waits for no platform, and may be done while deliveries of earlier are
 * still under way: what a version counts is what was there at its time.
 */
export async function turnRounds(house: House): Promise<void> {
  for (const running of house.flows) await settleAlone(house, running, turnsRound);
}

/** Does everything that is owed now: turns the rounds, then posts, reminds and tells. What it could not deliver stays owed. */
export async function tick(house: House): Promise<void> {
  await turnRounds(house);
  await Promise.all([
    alone(house, "cases", () => deliverCases(house)),
    alone(house, "questions", () => deliverInquiries(house)),
    alone(house, "signings", () => deliverSignings(house)),
    alone(house, "news", () => deliverNews(house)),
    ...house.flows.map((running) => settleAlone(house, running, () => true)),
  ]);
  await alone(house, "seal", () => sealRounds(house));
}

/** What opens, freezes or renews a round sends nothing. */
function turnsRound({ act: { kind } }: Owed): boolean {
  return kind === "open" || kind === "freeze" || kind === "revise";
}

/** The same of one flow, which holds up no other where it cannot be read or planned. */
function settleAlone(house: House, running: Running, meant: (duty: Owed) => boolean): Promise<void> {
  return alone(house, running.flow.id, () => settle(house, running, meant));
}

/**
 * Does those duties of a flow that are meant. Doing one may make more fall due (a freeze, the posting), so it asks again
 * until none is owed.
 */
async function settle(house: House, running: Running, meant: (duty: Owed) => boolean): Promise<void> {
  let before = "";
  for (;;) {
    const { owed: all, superseded } = owed(await dutiesOf(house, running), house.clock.now());
    const due = all.filter(meant);
    const keys = [...superseded, ...due].map(({ key }) => key).join();
    if (keys === "") break;
    if (keys === before) {
      // Whatever is done is recorded, so it cannot be owed again at once; going on would turn in a circle.
      house.log.error({ code: "tick-stuck", flow: running.flow.id }, "what is owed stays owed; tried at the next tick");
      break;
    }
    before = keys;
    await sideBySide(superseded, AT_ONCE, (each) => drop(house, each));
    const isReminder = ({ act: { kind } }: Owed) => kind === "remind" || kind === "list";
    const doIt = (each: Owed) => alone(house, each.key, () => act(house, running, each));
    for (const each of due) if (!isReminder(each)) await doIt(each);
    await sideBySide(due.filter(isReminder), AT_ONCE, doIt);
  }
}

async function act(house: House, running: Running, { key, act: duty }: Owed): Promise<void> {
  switch (duty.kind) {
    case "open":
      return open(house, running, key, duty);
    case "ask-day-off":
      return askDayOff(house, running, duty.planned);
    case "freeze":
      return freeze(house, running, key, duty.round);
    case "revise":
      return revise(house, running, key, duty.round);
    case "preview":
      return preview(house, running, duty.round);
    case "post":
      return publish(house, running, duty.round, duty.version);
    case "final":
      return deliverFinal(house, running, duty);
    case "list":
      return callList(house, running, key, duty);
    case "remind":
      return nag(house, running, key, duty);
  }
}

/** Opens a round with what holds from here on: its due time, its units, the text of its flow. */
async function open(
  house: House,
  { flow }: Running,
  id: string,
  { planned, units }: Extract<Owed["act"], { kind: "open" }>,
): Promise<void> {
  const key = roundKey(flow.id, planned.id);
  const { number, due, closes, covers } = planned;
  const docs = await house.store.change([key], (before) => {
    if (roundIn(before, key).state !== "unopened") return [];
    const opened = { kind: "opened", number, due, covers, units, flowHash: flow.hash } as const;
    const later = closes === due ? {} : { closes };
    return [{ key, entry: { ...opened, ...later, id, at: house.clock.now(), by: "bot" } }];
  });
  house.rounds.learn(roundIn(docs, key));
}

/** Freezes a round: what version 1 counts is what was submitted at this moment, all units at once. */
async function freeze(house: House, { flow }: Running, id: string, roundId: string): Promise<void> {
  const round = house.rounds.of(flow.id).find((each) => each.round === roundId);
  if (!round) return;
  const key = roundKey(flow.id, roundId);
  const reports: readonly DocKey[] = round.units.map((unit) => reportKey(flow.id, roundId, unit));
  const docs = await house.store.change([key, ...reports], (before) => {
    if (roundIn(before, key).state !== "open") return [];
    const counted = Object.fromEntries(
      reports.map((each) => {
        const report = reportIn(before, each);
        return [report.unit, countedRevision(report)];
      }),
    );
    return [{ key, entry: { kind: "frozen", counted, id, at: house.clock.now(), by: "bot" } }];
  });
  house.rounds.learn(roundIn(docs, key));
}

/** A reminder that a newer one has overtaken is not sent any more. */
async function drop(house: House, { key: delivery, doc }: Superseded): Promise<void> {
  const at = house.clock.now();
  await house.store.change([doc], (docs) => {
    if (!isFree(deliveriesIn(docs, doc)[delivery], at)) return [];
    return [{ key: doc, entry: deliveryEntry(at, { kind: "dropped", delivery, why: "newer-rung" }) }];
  });
}
