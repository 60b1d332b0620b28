import { type Addressed, personKey, reportKey, roundKey } from "../core/entry.ts";
import { signOff, signOffBlocks, type Verdict } from "../core/interview/sign-off.ts";
import type { Situation } from "../core/interview/situation.ts";
import { type Block, type Say, sentence, type Text, textOf } from "../core/message.ts";
import { evolveReport } from "../core/report.ts";
import type { Member } from "../core/roster.ts";
import { countedRevision } from "../core/submission.ts";
import type { Call } from "./commands/command.ts";
import { readPerson, readReport, readRound, reportIn, roundIn } from "./documents.ts";
import type { House } from "./house.ts";
import { type Place, placeOf } from "./place.ts";
import { reachable, reportersNow } from "./reporter.ts";
import type { RoundRef } from "./round-ref.ts";
import { surroundings } from "./surroundings.ts";
import { tell } from "./tell-person.ts";

/** Puts a report that has just been sent before the unit's head. */
export async function askHead(house: House, place: Place, by: Member, id: string): Promise<void> {
  for (const { member } of reachable(house, house.people.heads(place.unit.id))) {
    const situation = await situationFor(house, place, member);
    const lead: Block<Text> = { kind: "text", text: { key: "sign-from", args: { name: textOf(by.name) } } };
    await tell(house, member, { key: `${id}/sign/${member.id}`, ...signOffBlocks(situation, [lead]) });
  }
}

/** What waits for the head's approval, with the buttons for it. */
export async function showForApproval({ house, member }: Call): Promise<readonly Say[]> {
  const found = await placeFor(house, member);
  if ("say" in found) return [sentence(found.say)];
  const situation = await situationFor(house, found.place, member);
  if (situation.report.toApprove === undefined)
    return [sentence({ key: "sign-nothing", args: { number: situation.round.number } })];
  return [await shownTo(house, member, situation)];
}

/** Keeps the head's verdict on the report that was pressed on, else on the one shown last, and tells the liaison. */
export async function decideOnReport(call: Call, verdict: Verdict, pressed?: RoundRef): Promise<readonly Say[]> {
  const { house, member, id, channel, at, sentAt } = call;
  const found = pressed ? pressedOn(house, member, pressed) : await placeFor(house, member);
  if ("say" in found) return [sentence(found.say)];
  const { flow, round, unit } = found.place;
  const looked = await situationFor(house, found.place, member);
  const keys = [reportKey(flow.id, round.round, unit.id), roundKey(flow.id, round.round)] as const;
  let decided = signOff(looked, verdict);
  const docs = await house.store.change(keys, (before) => {
    const situation = {
      ...looked,
      report: reportIn(before, keys[0]),
      round: roundIn(before, keys[1]),
      now: at,
      sentAt,
    };
    decided = signOff(situation, verdict);
    if (!decided.entry) return [];
    const origin = { id, at, sentAt, by: member.id, channel };
    const entry = { ...origin, ...decided.entry };
    const counts = countedRevision(evolveReport(situation.report, entry)) !== countedRevision(situation.report);
    const after: readonly Addressed[] =
      situation.round.state === "frozen" && counts
        ? [{ key: keys[1], entry: { ...origin, kind: "came-after", unit: unit.id } }]
        : [];
    return [{ key: keys[0], entry }, ...after];
  });
  house.rounds.learn(roundIn(docs, keys[1]));
  house.past.changed({ flow: flow.id, round: round.round, unit: unit.id });
  // The words that are asked for now are about the report that was pressed on.
  if (pressed && !decided.entry) await shownTo(house, member, await situationFor(house, found.place, member));
  if (decided.entry) await tellReporter(house, found.place, member, id);
  if (!decided.again) return [sentence(decided.said)];
  const shown = await shownTo(house, member, await situationFor(house, found.place, member));
  return [{ blocks: [{ kind: "text", text: decided.said }, ...shown.blocks] }];
}

async function tellReporter(house: House, { flow, round, unit }: Place, head: Member, id: string): Promise<void> {
  const { sentBack, submission, status } = await readReport(house.store, flow.id, round.round, unit.id);
  const name = textOf(head.name);
  const blocks: readonly Block<Text>[] =
    sentBack && (status !== "submitted" || sentBack.by === head.id)
      ? [
          { kind: "text", text: { key: "sign-told-back", args: { name, words: sentBack.words } } },
          { kind: "choices", choices: [{ label: { key: "review-go-on" }, action: "cmd:review" }] },
        ]
      : [{ kind: "text", text: { key: "sign-told-approved", args: { name, number: submission?.number ?? "" } } }];
  const [reporter] = await reportersNow(house, unit.id);
  if (reporter) await tell(house, reporter.member, { key: `${id}/told/${reporter.member.id}`, blocks });
}

/** The report before the head, and the prompt that it leaves. */
async function shownTo(house: House, member: Member, situation: Situation): Promise<Say> {
  const { blocks, prompt } = signOffBlocks(situation);
  const key = personKey(member.id);
  const at = house.clock.now();
  await house.store.change([key], () => [
    { key, entry: { kind: "asked", prompt, id: `sign/${member.id}/${at}`, at, by: "bot" } },
  ]);
  return { blocks };
}

function pressedOn(house: House, member: Member, { code, round }: RoundRef): ReturnType<typeof placeOf> {
  const unit = house.people.unit(member.unit);
  const running = house.flows.find(({ flow }) => flow.code === code);
  // A round that has closed meanwhile is still approved, as late, as long as it is not locked.
  const stands = running && house.rounds.of(running.flow.id).find((each) => each.round === round);
  if (!running || !stands?.units.includes(unit.id)) return { say: { key: "press-outdated" } };
  const flow = running.at(stands.flowHash);
  return flow.sign_off ? { place: { flow, round: stands, unit } } : { say: { key: "sign-not-asked" } };
}

async function placeFor(house: House, member: Member): Promise<ReturnType<typeof placeOf>> {
  const found = placeOf(house, member, await readPerson(house.store, member.id));
  if ("say" in found || found.place.flow.sign_off) return found;
  return { say: { key: "sign-not-asked" } };
}

async function situationFor(house: House, { flow, round, unit }: Place, member: Member): Promise<Situation> {
  const now = house.clock.now();
  return {
    flow,
    unit,
    member,
    round: await readRound(house.store, flow.id, round.round),
    past: await house.past.before(round, unit.id),
    person: await readPerson(house.store, member.id),
    report: await readReport(house.store, flow.id, round.round, unit.id),
    now,
    sentAt: now,
    ...surroundings(house, flow, unit),
  };
}
