import { isMessageOf } from "../../core/delivery.ts";
import type { Address, Inbound, Say } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { Round } from "../../core/round.ts";
import { figuresNamed, measuredIn } from "../../core/table/figure.ts";
import { asksHowMuch, isQuestion, moneyMeant } from "../../core/table/question.ts";
import { spot } from "../../core/table/reader.ts";
import type { Term } from "../../core/table/vocabulary.ts";
import { acknowledges } from "../../core/thanks.ts";
import type { About } from "../about.ts";
import type { House } from "../house.ts";
import { reading } from "../rights.ts";
import { figureSaid } from "./figure-said.ts";
import { howToAsk } from "./how-to-ask.ts";
import { type Given, inquire } from "./inquire.ts";
import { unitsMeant } from "./inquiry-meant.ts";
import { type InquiryReading, readingOf } from "./inquiry-reading.ts";
import { mostTold } from "./most-told.ts";
import { asksOfMissing, reportedAlready } from "./reported-already.ts";

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
  const read = readingOf(house, member, posted);
  const told = read && (await toldAtOnce(house, member, inbound.text, read));
  return told ? [told] : inquire(house, member, inbound.text, about, posted);
}

/** The same in private, where a unit is asked why alone; undefined where nothing is asked. */
export async function askedInPrivate(
  house: House,
  member: Member,
  words: string,
  about: Given,
): Promise<readonly Say[] | undefined> {
  const read = readingOf(house, member, undefined);
  if (!read) return undefined;
  const told = await toldAtOnce(house, member, words, read);
  if (told) return [told];
  const asks = why.test(words) || asksOfMissing(words);
  if (asks && spot(words, read.vocabulary).length > 0) return inquire(house, member, words, about);
  // Whoever asks and is not understood is told how to; 天气不错 asks nothing.
  return isQuestion(words) ? [howToAsk(house, member)] : undefined;
}

/** What asks for a reason, and so is for a unit: other questions in private are to the bot, and carried to nobody. */
const why = /为什么|为啥|为何|怎么|咋|原因|\b(?:why|how come)\b/i;

/** What the record answers, so that no unit has to be asked: when it reported, how much a figure is. */
async function toldAtOnce(house: House, member: Member, words: string, read: InquiryReading): Promise<Say | undefined> {
  const { flow, rounds, vocabulary } = read;
  const terms = spot(words, vocabulary);
  const [round] = rounds;
  const wants = why.test(words);
  const reported = await reportedAlready(house, member, words, { flow, round, terms, why: wants });
  if (reported || wants) return reported;
  const money = terms.some(({ kind }) => kind === "column") ? undefined : moneyMeant(words, flow);
  const meant: readonly Term[] = money ? [{ kind: "column", column: money.id, label: money.short }] : [];
  return (
    (await mostTold(house, member, words, read, [...terms, ...meant])) ??
    (asksHowMuch(words, vocabulary, money) ? figureTold(house, member, words, read, [...terms, ...meant]) : undefined)
  );
}

/** How much the one figure is that is named. */
async function figureTold(
  house: House,
  member: Member,
  words: string,
  { flow, rounds, only }: InquiryReading,
  terms: readonly Term[],
): Promise<Say | undefined> {
  const [figure, ...others] = measuredIn(words, figuresNamed(flow, terms));
  if (!figure || others.length > 0) return undefined;
  const { round, units } = await unitsMeant(house, flow, rounds, terms, [figure], only);
  return figureSaid(house, member, { flow, round, terms, figure, units }, words, only);
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
