import { personKey, reportKey, roundKey } from "../core/entry.ts";
import { current, decide, stillAsked } from "../core/interview/decide.ts";
import { type Waiting, waitingWords, withWords } from "../core/interview/meant/prompt-words.ts";
import type { InterviewInput, Situation } from "../core/interview/situation.ts";
import { moment } from "../core/interview/when.ts";
import { type Block, type Say, sentence, type Text } from "../core/message.ts";
import type { Person } from "../core/person.ts";
import type { Member } from "../core/roster.ts";
import { isClosedFor } from "../core/round.ts";
import { isSent } from "../core/submission.ts";
import type { Instant } from "../core/time.ts";
import { offersFor } from "./cases/offers.ts";
import { saySigning } from "./deliveries/signing-deliveries.ts";
import { personIn, readPerson, readReport, reportIn, roundIn } from "./documents.ts";
import type { House } from "./house.ts";
import { begins, codeIn, openPlaces, type Place, placeOf } from "./place.ts";
import { surroundings } from "./surroundings.ts";

/**
 * Takes an answer to the interview: decides, keeps what follows, and gives what to say once it is on disk. `about` says
 * which report it is about where that is known already.
 */
export async function interview(
  house: House,
  member: Member,
  input: InterviewInput,
  times: { readonly at: Instant; readonly sentAt: Instant },
  about?: Place,
): Promise<readonly Say[]> {
  const owed = await owedReturns(house, member, input);
  if (owed.length > 1) return whichReturn(owed, input);
  const meant = about ?? owed[0];
  const found = meant ? { place: meant } : placeOf(house, member, await readPerson(house.store, member.id), input);
  if ("say" in found) return [sentence(found.say)];
  const { flow, round, unit } = found.place;
  const past = await house.past.before(round, unit.id);
  const missed = await house.past.missed(round, unit.id);
  const keys = [
    personKey(member.id),
    reportKey(flow.id, round.round, unit.id),
    roundKey(flow.id, round.round),
  ] as const;
  const offers = offersFor(house, flow, round, unit.id);
  // What somebody else tries in this very moment is told without its words.
  const triedWords = await house.tried.of(await readReport(house.store, flow.id, round.round, unit.id));
  const waits = await waitingFor(house, await readPerson(house.store, member.id));
  let replies: readonly Say[] = [];
  let put = false;
  const docs = await house.store.change(keys, (docs) => {
    const person = withWords(personIn(docs, keys[0]), waits);
    const report = reportIn(docs, keys[1]);
    // The round as the store has it at this very moment: what is counted must not change unnoticed, and the freeze is
    // there before anybody has been told of it.
    const stands = roundIn(docs, keys[2]);
    const around = {
      flow,
      unit,
      round: stands,
      past,
      person,
      report,
      member,
      offers,
      triedWords,
      ...missed,
      ...surroundings(house, flow, unit),
    };
    const situation: Situation = { ...around, now: times.at, sentAt: times.sentAt };
    put = false;
    if (person.heard.includes(input.id)) {
      replies = current(situation);
      return [];
    }
    const step = decide(situation, input);
    replies = warned(step.replies, found.place, input, situation);
    put = step.entries.some(({ entry }) => entry.kind === "put-to-head");
    return step.entries;
  });
  house.rounds.learn(roundIn(docs, keys[2]));
  house.past.changed({ flow: flow.id, round: round.round, unit: unit.id });
  if (put) saySigning(house, round, unit.id);
  return replies;
}

/**
 * Where several returns are open, those that are not sent yet, to whoever begins without saying which: asked which where
 * it is more than one, taken to the one that is left else. Empty where there is nothing to choose among.
 */
async function owedReturns(house: House, member: Member, input: InterviewInput): Promise<readonly Place[]> {
  if (input.kind !== "command" || !begins(input.command) || codeIn(input) !== undefined) return [];
  const open = openPlaces(house, member);
  if (open.length < 2) return [];
  const reports = await Promise.all(
    open.map(({ flow, round, unit }) => readReport(house.store, flow.id, round.round, unit.id)),
  );
  return open.filter((_, index) => reports[index]?.status !== "submitted");
}

function whichReturn(owed: readonly Place[], input: InterviewInput): readonly Say[] {
  const command = input.kind === "command" ? input.command : "report";
  const choices = owed.map(({ flow, round }) => ({
    label: { key: "which-one", args: { name: { label: flow.name }, due: moment(round.due, flow) } },
    action: `cmd:${command}:${flow.code}`,
  }));
  return [
    {
      blocks: [
        { kind: "text", text: { key: "which-return" } },
        { kind: "choices", choices },
      ],
    },
  ];
}

/** The question that stands, put again after something else was answered; nothing where none does. Changes nothing. */
export async function questionAgain(
  house: House,
  member: Member,
  times: { readonly at: Instant; readonly sentAt: Instant },
): Promise<readonly Say[]> {
  const known = await readPerson(house.store, member.id);
  const found = placeOf(house, member, known);
  if ("say" in found || !known.prompt) return [];
  const person = withWords(known, await waitingFor(house, known));
  const { flow, round, unit } = found.place;
  const report = await readReport(house.store, flow.id, round.round, unit.id);
  const past = await house.past.before(round, unit.id);
  const offers = offersFor(house, flow, round, unit.id);
  const triedWords = await house.tried.of(report);
  const around = { flow, round, unit, past, person, report, member, offers, triedWords };
  return stillAsked({ ...around, now: times.at, sentAt: times.sentAt });
}

/** The words that somebody's question waits with: read only where it does. */
async function waitingFor({ store }: House, person: Person): Promise<Waiting | undefined> {
  if (person.prompt?.said === undefined) return undefined;
  const history = await store.history(personKey(person.person));
  return waitingWords(
    person,
    history.map(({ entry }) => entry),
  );
}

/** Whoever begins after the deadline is told at once that it will count as late. */
function warned(replies: readonly Say[], place: Place, input: InterviewInput, situation: Situation): readonly Say[] {
  const begins = input.kind === "command" && (input.command === "report" || input.command === "zero");
  const late = situation.now > situation.round.due && !isClosedFor(situation.round, situation.unit.id, situation.now);
  if (!begins || !late || isSent(situation.report)) return replies;
  const { round, flow } = place;
  const text: Text = { key: "late-now", args: { number: round.number, due: moment(round.due, flow) } };
  const lead: Block<Text> = { kind: "text", text };
  return replies.map((say, index) => (index === 0 ? { ...say, blocks: [lead, ...say.blocks] } : say));
}
