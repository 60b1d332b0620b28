import { type Addressed, personKey, reportKey, roundKey } from "../core/entry.ts";
import { numberOf, signOff, signOffBlocks, type Verdict, verdictSaid } from "../core/interview/sending/sign-off.ts";
import type { Situation } from "../core/interview/situation.ts";
import { type Say, sentence } from "../core/message.ts";
import { evolveReport } from "../core/report.ts";
import type { Member } from "../core/roster.ts";
import { countedRevision } from "../core/submission.ts";
import type { Call } from "./commands/command.ts";
import { saySigning } from "./deliveries/signing-deliveries.ts";
import { readPerson, reportIn, roundIn } from "./documents.ts";
import type { House } from "./house.ts";
import { placeOf } from "./place.ts";
import type { RoundRef } from "./round-ref.ts";
import { situationFor } from "./surroundings.ts";

/** Whether any return that runs waits for the approval of a head. */
export const signs = ({ flows }: House): boolean => flows.some(({ flow }) => flow.sign_off);

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
  let again = false;
  const docs = await house.store.change(keys, (before) => {
    const situation = {
      ...looked,
      report: reportIn(before, keys[0]),
      round: roundIn(before, keys[1]),
      now: at,
      sentAt,
    };
    const given = situation.round.signings?.find((each) => each.kind === "decided" && each.id === id);
    again = given !== undefined;
    if (given?.kind === "decided") {
      decided = { said: verdictSaid(situation, given.approved, given.number) };
      return [];
    }
    decided = signOff(situation, verdict);
    if (!decided.entry) return [];
    const origin = { id, at, sentAt, by: member.id, channel };
    const entry = { ...origin, ...decided.entry };
    const counts = countedRevision(evolveReport(situation.report, entry)) !== countedRevision(situation.report);
    const after: readonly Addressed[] =
      situation.round.state === "frozen" && counts
        ? [{ key: keys[1], entry: { ...origin, kind: "came-after", unit: unit.id } }]
        : [];
    const decision = { unit: unit.id, approved: entry.kind === "approved", number: numberOf(situation) };
    return [
      { key: keys[0], entry },
      ...after,
      { key: keys[1], entry: { ...origin, kind: "head-decided", ...decision } },
    ];
  });
  house.rounds.learn(roundIn(docs, keys[1]));
  house.past.changed({ flow: flow.id, round: round.round, unit: unit.id });
  // The words that are asked for now are about the report that was pressed on.
  if (pressed && !decided.entry && !again) await shownTo(house, member, await situationFor(house, found.place, member));
  if (decided.entry) saySigning(house, round, unit.id);
  if (!decided.again) return [sentence(decided.said)];
  const shown = await shownTo(house, member, await situationFor(house, found.place, member));
  return [{ blocks: [{ kind: "text", text: decided.said }, ...shown.blocks] }];
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
