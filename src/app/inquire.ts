import { isMessageOf } from "../core/delivery.ts";
import type { UnitId } from "../core/entry.ts";
import type { Flow } from "../core/flow/flow.ts";
import { type Inquiry, inquiryKey, passKey } from "../core/inquiry.ts";
import { type Address, type Choice, type Inbound, type Say, sentence, type Text, textOf } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import type { Round } from "../core/round.ts";
import { figuresInRows, figuresNamed, figureWords, measuredIn } from "../core/table/figure.ts";
import { asksHowMuch, asksSomething, unitMisspelt } from "../core/table/question.ts";
import { spot } from "../core/table/reader.ts";
import { acknowledges } from "../core/thanks.ts";
import { type About, originOf } from "./about.ts";
import { commandChoice, type Kinds, wordsFor } from "./asking.ts";
import type { Only } from "./consolidate.ts";
import { inquiriesIn, readInquiries } from "./documents.ts";
import { examplesFor } from "./examples.ts";
import { figureSaid } from "./figure-said.ts";
import type { House } from "./house.ts";
import { deliverInquiries } from "./inquiry-deliveries.ts";
import { earlier, type Meant, unitsMeant } from "./inquiry-meant.ts";
import { flowsOf, type InquiryRef, inquiryRef } from "./inquiry-ref.ts";
import { inquirySay } from "./inquiry-words.ts";
import { asksOfMissing, reportedAlready } from "./reported-already.ts";
import { reading } from "./rights.ts";

/** The message that asks or answers. */
export type Given = Pick<About, "id" | "channel" | "chat" | "at" | "sentAt">;

const kinds: Kinds = ["unit", "department", "row", "group", "column"];

/** So many units are offered where the words do not say which is meant. */
const OFFERED = 6;

/** Something that a leader says in the leadership group to the bot, or to one of its postings: a question to a unit. */
export async function askedInGroup(
  house: House,
  member: Member,
  inbound: Inbound,
  about: About,
): Promise<readonly Say[] | undefined> {
  if (inbound.kind !== "said" || about.place !== "leadership-group" || !reading.includes(member.role)) return undefined;
  const posted = inbound.answers === undefined ? undefined : postedAs(house, inbound.chat, inbound.answers);
  if (!inbound.mentioned && !posted) return undefined;
  // 收到 under a posting is for the group, and nobody's question.
  if (acknowledges(inbound.text)) return [];
  return askedOf(house, member, inbound.text, about, posted);
}

/** The same in private, where it asks why of a unit or a figure; undefined where it does not. */
export async function askedInPrivate(
  house: House,
  member: Member,
  words: string,
  about: Given,
): Promise<readonly Say[] | undefined> {
  const read = readingOf(house, member, undefined);
  const asks = why.test(words) || asksOfMissing(words);
  if (!read || !asks || spot(words, read.vocabulary).length === 0) return undefined;
  return askedOf(house, member, words, about, undefined);
}

/** What asks for a reason, and so is for a unit: other questions in private are to the bot, and carried to nobody. */
const why = /为什么|为啥|为何|怎么|咋|原因|\b(?:why|how come)\b/i;

/** A question is answered where the answer is known; else it goes to the unit that knows it. */
async function askedOf(
  house: House,
  member: Member,
  words: string,
  about: Given,
  posted: Round | undefined,
): Promise<readonly Say[]> {
  const told = (await standingTold(house, member, words, posted)) ?? (await figureTold(house, member, words, posted));
  return told ? [told] : inquire(house, member, words, about, posted);
}

/** When a unit reported, to whoever takes it for missing. */
async function standingTold(
  house: House,
  member: Member,
  words: string,
  posted: Round | undefined,
): Promise<Say | undefined> {
  const read = readingOf(house, member, posted);
  if (!read) return undefined;
  const terms = spot(words, read.vocabulary);
  return reportedAlready(house, member, words, { flow: read.flow, round: read.newest, terms });
}

/** The round whose posting a message of a chat is. */
function postedAs(house: House, chat: Address, message: string): Round | undefined {
  return house.flows
    .flatMap(({ flow }) => house.rounds.of(flow.id))
    .findLast(({ deliveries }) =>
      Object.entries(deliveries).some(
        ([key, delivery]) => key.startsWith("post/") && isMessageOf(delivery, chat, message),
      ),
    );
}

/** The vocabulary that a question is read with, and the round and flow that it is about; undefined before the first round. */
function readingOf(house: House, member: Member, posted: Round | undefined) {
  const running = house.flows.find(({ flow }) => (posted ? flow.id === posted.flow : house.rounds.newest(flow.id)));
  const newest = posted ?? (running && house.rounds.newest(running.flow.id));
  if (!running || !newest) return undefined;
  const flow = running.at(newest.flowHash);
  return { flow, newest, vocabulary: wordsFor(house, flow, member, kinds) };
}

/** How much a figure is, to whoever asks no more than that: nobody has to be asked for what is known. */
async function figureTold(
  house: House,
  member: Member,
  words: string,
  posted: Round | undefined,
): Promise<Say | undefined> {
  const read = readingOf(house, member, posted);
  if (!read || !asksHowMuch(words, read.vocabulary)) return undefined;
  const { flow, newest } = read;
  const terms = spot(words, read.vocabulary);
  const [figure, ...others] = measuredIn(words, figuresNamed(flow, terms));
  if (!figure || others.length > 0) return undefined;
  const only: Only = (unit) => house.people.oversees(member, unit);
  const rounds = [newest, ...(posted ? [] : earlier(house, newest))] as const;
  const { round, units } = await unitsMeant(house, flow, rounds, terms, [figure], only);
  return figureSaid(house, member, { flow, round, terms, figure, units }, words, only);
}

/** Takes a question down and brings it to the unit that it is for; where that cannot be told, asks which. */
export async function inquire(
  house: House,
  member: Member,
  words: string,
  about: Given,
  posted?: Round,
): Promise<readonly Say[]> {
  const read = readingOf(house, member, posted);
  if (!read) return [sentence({ key: "inquiry-no-round" })];
  const { flow, newest, vocabulary } = read;
  const named = spot(words, vocabulary);
  const misspelt = unitMisspelt(words, named, vocabulary);
  if (!asksSomething(misspelt ? words.replace(misspelt.part, "") : words, vocabulary))
    return [sentence({ key: "inquiry-what", args: examplesFor(house, member) })];
  const terms = [...named, ...(misspelt?.near ?? [])];
  const figures = measuredIn(words, figuresNamed(flow, terms));
  const figure = figures.length === 1 ? figures[0] : undefined;
  const only: Only = (unit) => house.people.oversees(member, unit);
  const rounds = [newest, ...(posted ? [] : earlier(house, newest))] as const;
  const { round, units } = await unitsMeant(
    house,
    flow,
    rounds,
    terms,
    figures.length > 0 ? figures : figuresInRows(terms),
    only,
  );
  if (units.length === 0)
    return [
      sentence({
        key: "inquiry-unclear",
        args: { example: { key: "asked-example-ask", args: examplesFor(house, member) } },
      }),
    ];
  const [unit, ...others] = units;
  const message = about.id.slice(`${about.chat.channel}/${about.chat.id}/`.length);
  const key = inquiryKey(flow.id);
  let inquiry: Inquiry | undefined;
  const docs = await house.store.change([key], (before) => {
    const { all } = inquiriesIn(before, key);
    inquiry = all.find((each) => each.message === message && each.chat.id === about.chat.id);
    // A message that is given again asks nothing twice.
    if (inquiry) return [];
    const { chat } = about;
    const origin = { ...originOf(about), by: member.id, aside: { words } };
    const whom = unit && others.length === 0 && !misspelt ? { unit: unit.unit } : {};
    const what = figure ? { figure: figureWords(figure) } : {};
    const entry = {
      kind: "inquired",
      number: all.length + 1,
      round: round.round,
      chat,
      message,
      ...whom,
      ...what,
    } as const;
    return [{ key, entry: { ...origin, ...entry } }];
  });
  inquiry ??= inquiriesIn(docs, key).all.at(-1);
  if (!inquiry) return [];
  if (inquiry.unit === undefined) return [whichUnit(house, flow, inquiry, units, misspelt?.part)];
  return [await passedOn(house, flow, inquiry)];
}

/** Brings a question to its unit, and says whether it got there. */
async function passedOn(house: House, flow: Flow, inquiry: Inquiry): Promise<Say> {
  await deliverInquiries(house);
  const { deliveries } = await readInquiries(house.store, flow.id);
  const lost = deliveries[passKey(flow.id, inquiry)]?.state === "undeliverable";
  return inquirySay(house, lost ? "inquiry-unreachable" : "inquiry-passed", inquiry);
}

function whichUnit(house: House, flow: Flow, inquiry: Inquiry, units: readonly Meant[], part: string | undefined): Say {
  const choices: readonly Choice<Text>[] = units.slice(0, OFFERED).flatMap(({ unit, figure }) => {
    const name = textOf(house.people.unit(unit).short);
    const label: Text = figure === undefined ? name : { join: [name, String(figure)] };
    return commandChoice(label, "ask", `#${inquiryRef(flow, inquiry)} u.${unit}`);
  });
  return {
    blocks: [
      {
        kind: "text",
        text: part === undefined ? { key: "inquiry-which" } : { key: "inquiry-which-meant", args: { part } },
      },
      { kind: "choices", choices },
    ],
  };
}

/** Sends a question that was taken down to the unit that was chosen for it. */
export async function address(
  house: House,
  member: Member,
  ref: InquiryRef,
  unit: UnitId,
  about: Given,
): Promise<readonly Say[]> {
  const { number } = ref;
  for (const { flow } of flowsOf(house.flows, ref)) {
    const key = inquiryKey(flow.id);
    const docs = await house.store.change([key], (before) => {
      const inquiry = inquiriesIn(before, key).all.find((each) => each.number === number);
      const mine = inquiry?.by === member.id && inquiry.unit === undefined && house.people.oversees(member, unit);
      const origin = { ...originOf(about), by: member.id };
      return mine ? [{ key, entry: { ...origin, kind: "addressed", number, unit } }] : [];
    });
    const inquiry = inquiriesIn(docs, key).all.find((each) => each.number === number);
    if (inquiry?.unit === undefined) continue;
    return [await passedOn(house, flow, inquiry)];
  }
  return [sentence({ key: "inquiry-none", args: { number } })];
}
