import type { Received } from "../channels/channel.ts";
import { parseCaseAction } from "../core/cases/actions.ts";
import type { InterviewInput } from "../core/interview/situation.ts";
import type { Inbound, Phrase, Say } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import { StoreFailure } from "../store/store.ts";
import type { Language } from "../wording/wording.ts";
import { amend } from "./amend.ts";
import { fileInPrivate, withoutFile, wordsInGroup } from "./captioned.ts";
import { caseConfirmed, caseInGroup, caseSaid } from "./cases/heard.ts";
import { pressCase } from "./cases/talk.ts";
import { type Parsed, parseButton, parseCommand } from "./commands/parse.ts";
import { readPerson } from "./documents.ts";
import { type Following, sendFollowing } from "./following.ts";
import { inGroupChat } from "./groups.ts";
import { type House, languageOf } from "./house.ts";
import { askedInGroup } from "./inquire.ts";
import { repliedTo } from "./inquiry-answer.ts";
import { interview, questionAgain } from "./interview.ts";
import { isUnknown, join, takeIntroduction } from "./join.ts";
import { lanes } from "./lanes.ts";
import { type About, obey } from "./obey.ts";
import { heardFrom, lost, type Recognise, recogniser } from "./reach.ts";
import { type Place, verdict } from "./rights.ts";
import { kindOf, reply } from "./speak.ts";
import { type Telling, tellAll } from "./tell.ts";
import { tooLong } from "./too-long.ts";

/** What the bot says to one message; nothing where it keeps silent. */
type Answer = {
  readonly says: readonly Say[];
  readonly language: Language;
  readonly quotes: boolean;
  /** Nothing came of it: should the message come again, its answer is another than this one, under another key. */
  readonly trouble?: true;
  readonly tellings: readonly Telling[];
  /** What takes longer than an answer may, in reply to it. */
  readonly follows: readonly Following[];
};
const silence: readonly Say[] = [];

/**
 * Deals with what people do: one message of a person after the other, people side by side. Resolves once what was said
 * is on disk; `replied` once the answers are out, in the order of the messages. Never rejects.
 */
export function converse(house: House): (inbound: Inbound) => Promise<Received> {
  const taking = lanes();
  const answering = lanes();
  const recognise = recogniser(house);
  return async (inbound) => {
    const { from, chat } = inbound;
    const answer = await taking(`${from.channel}/${from.id}`, () => answerTo(house, recognise, inbound));
    const replied = answering(`${chat.channel}/${chat.id}`, async () => {
      const replies: (string | undefined)[] = [];
      for (const [index, say] of answer.says.entries())
        replies.push(
          await reply(house, {
            key: `${entryId(inbound)}/${answer.trouble ? "trouble" : "reply"}/${index}`,
            to: chat,
            language: answer.language,
            blocks: say.blocks,
            ...(say.inPlace && inbound.kind === "pressed" && inbound.on !== undefined ? { replaces: inbound.on } : {}),
            ...(answer.quotes ? { answers: inbound.id } : {}),
            reactsTo: inbound.id,
            ...(advances(inbound) && inbound.on !== undefined ? { advances: inbound.on } : {}),
          }),
        );
      // One line leads from what came in to what went out, by their ids and nothing else.
      house.log.info({ message: entryId(inbound), kind: inbound.kind, replies }, "answered");
      await tellAll(house, entryId(inbound), answer.tellings);
      return replies.at(-1);
    });
    // Not in the chat's own order: nobody waits for a file that somebody asked for before.
    const whole = replied.then((answers) =>
      sendFollowing(house, { key: entryId(inbound), to: chat, language: answer.language, answers }, answer.follows),
    );
    return { replied: whole };
  };
}

/** A press that answers a question of the interview leaves nothing of it to be pressed; a command's button stays. */
function advances(inbound: Inbound): inbound is Extract<Inbound, { kind: "pressed" }> {
  return inbound.kind === "pressed" && isPrivate(inbound) && parseButton(inbound.action) === undefined;
}

/** The id that the entries of a message bear: platforms number messages by chat. */
function entryId({ id, chat }: Inbound): string {
  return `${chat.channel}/${chat.id}/${id}`;
}

async function answerTo(house: House, recognise: Recognise, inbound: Inbound): Promise<Answer> {
  const quotes = !isPrivate(inbound);
  const tellings: Telling[] = [];
  const follows: Following[] = [];
  const about = aboutOf(
    house,
    inbound,
    (telling) => void tellings.push(telling),
    (following) => void follows.push(following),
  );
  let { language } = house;
  try {
    const member = house.people.memberAt(inbound.from) ?? (await recognise(inbound.from, originOf(about)));
    const says = quotes
      ? withoutFile(inbound, await inGroup(house, member, wordsInGroup(inbound), about))
      : await inPrivate(house, member, inbound, about);
    // Read after: `/language` is answered in the language that it chose.
    if (member) language = await languageOf(house, member);
    return { says, language, quotes, tellings, follows };
  } catch (cause) {
    const doubtful = cause instanceof StoreFailure && cause.code === "unknown";
    house.log.error(
      { code: doubtful ? "kept-unknown" : "not-kept", message: entryId(inbound), cause: kindOf(cause) },
      "a message could not be dealt with",
    );
    return {
      says: [sentence(doubtful ? "trouble-unknown" : "trouble")],
      language,
      quotes,
      tellings,
      trouble: true,
      follows: [],
    };
  }
}

/** A private chat bears the person's own id; where a platform numbers it otherwise, its channel says the person's. */
function isPrivate({ from, chat }: Inbound): boolean {
  return from.id === chat.id;
}

/** In a group commands alone are answered; what people say to each other there is none of the bot's business. */
async function inGroup(
  house: House,
  member: Member | undefined,
  inbound: Inbound,
  about: About,
): Promise<readonly Say[]> {
  if (inbound.kind === "joined" || inbound.kind === "left" || inbound.kind === "moved")
    return inGroupChat(house, inbound, { ...originOf(about), by: member?.id ?? "bot" }, about.tell);
  if (!member) return silence;
  const long = tooLong(inbound);
  if (long) return inbound.kind === "said" && inbound.mentioned ? [plainly(long)] : silence;
  const group = house.people.groupAt(inbound.chat);
  const ofCase = group && (await caseInGroup(house, member, inbound, { ...about, group: group.id }));
  if (ofCase) return ofCase;
  const parsed = commandIn(inbound);
  if (parsed?.kind === "known") return obey(house, member, parsed, about);
  // A phone that was pressed on waits for a word; what is said there is not the bot's to answer.
  if (inbound.kind === "pressed") return [sentence("press-in-group")];
  return (await askedInGroup(house, member, inbound, about)) ?? silence;
}

function commandIn(inbound: Inbound): Parsed | undefined {
  if (tooLong(inbound)) return undefined;
  if (inbound.kind === "said") return parseCommand(inbound.text);
  return inbound.kind === "pressed" ? parseButton(inbound.action, inbound.fields) : undefined;
}

/** Somebody whom the bot does not know may join; to anything else there is one sentence, so that nothing is learnt. */
async function fromStranger(house: House, inbound: Inbound, about: About): Promise<readonly Say[]> {
  if (inbound.kind === "left" || inbound.kind === "moved") return silence;
  const parsed = commandIn(inbound);
  const may = parsed?.kind === "known" && verdict(parsed.command.rights, "stranger", about.place) === "granted";
  return may && parsed.args !== "" ? join(house, parsed.args, about) : [sentence("stranger")];
}

async function inPrivate(
  house: House,
  member: Member | undefined,
  inbound: Inbound,
  about: About,
): Promise<readonly Say[]> {
  if (!member) return fromStranger(house, inbound, about);
  const origin = { ...originOf(about), by: member.id };
  if (inbound.kind !== "left") await heardFrom(house, member, inbound.from, origin);
  const long = tooLong(inbound);
  if (long) return [plainly(long)];
  switch (inbound.kind) {
    case "said": {
      const parsed = parseCommand(inbound.text);
      const confirmed = parsed && (await caseConfirmed(house, member, inbound.text, about));
      if (confirmed) return confirmed;
      if (parsed) return commanded(house, member, parsed, about);
      const replied = await repliedTo(house, member, inbound, about);
      if (replied) return replied;
      const introduced = isUnknown(house, member) && (await takeIntroduction(house, member, inbound.text, about));
      if (introduced) return introduced;
      const ofCase = await caseSaid(house, member, inbound, about);
      return ofCase ?? answer(house, member, inbound, about, { kind: "said", text: inbound.text });
    }
    case "pressed": {
      const parsed = parseButton(inbound.action, inbound.fields);
      if (parsed) return commanded(house, member, parsed, about);
      const ofCase = parseCaseAction(inbound.action);
      if (ofCase) return pressCase(house, member, ofCase, about);
      const { action, fields: given } = inbound;
      return answer(house, member, inbound, about, { kind: "pressed", action, ...(given ? { fields: given } : {}) });
    }
    case "amended":
      if (!reports(member)) return [sentence("amended-not-reporting")];
      return amend(house, member, inbound, { id: entryId(inbound), was: entryId({ ...inbound, id: inbound.of }) });
    case "sent-file":
      return fileInPrivate(house, member, inbound, about);
    case "joined":
      return obey(house, member, parseCommand("/help"), about);
    case "left":
      await lost(house, member, inbound.from, origin, about.tell);
      return silence;
    case "moved":
      return silence;
  }
}

/** A command in the middle of the interview is answered, and the open question asked again below, in the same message. */
async function commanded(house: House, member: Member, parsed: Parsed, about: About): Promise<readonly Say[]> {
  const says = await obey(house, member, parsed, about);
  const kind = parsed.kind === "known" ? parsed.command.kind : undefined;
  // Whoever joined may be somebody else by now, and is shown where to begin.
  if (!reports(member) || kind === "interview" || kind === "join") return says;
  if (parsed.kind === "known" && parsed.command.putsOff) return says;
  // The question of a case is asked by the case's own messages; the report's waits behind it.
  const { matter } = await readPerson(house.store, member.id);
  const [again] = matter ? [] : await questionAgain(house, member, about);
  const last = says.length - 1;
  return again
    ? says.map((say, index) => (index === last ? { ...say, blocks: [...say.blocks, ...again.blocks] } : say))
    : says;
}

async function answer(
  house: House,
  member: Member,
  inbound: Inbound,
  about: About,
  what: { kind: "said"; text: string } | { kind: "pressed"; action: string; fields?: Readonly<Record<string, string>> },
): Promise<readonly Say[]> {
  if (!reports(member)) return obey(house, member, undefined, about);
  const input: InterviewInput = { ...what, id: entryId(inbound), channel: inbound.from.channel };
  return interview(house, member, input, inbound);
}

function reports(member: Member): boolean {
  return member.role === "liaison" || member.role === "deputy";
}

function aboutOf(house: House, inbound: Inbound, tell: About["tell"], follow: About["follow"]): About {
  const { at, sentAt, from, chat } = inbound;
  const words = inbound.kind === "said" ? { words: inbound.text } : {};
  const place = placeOf(house, inbound);
  return { id: entryId(inbound), channel: from.channel, from, chat, place, at, sentAt, tell, follow, ...words };
}

function placeOf(house: House, inbound: Inbound): Place {
  if (isPrivate(inbound)) return "own-chat";
  return house.people.groupAt(inbound.chat)?.leadership ? "leadership-group" : "other-group";
}

function originOf({ id, at, sentAt, channel }: About) {
  return { id, at, sentAt, channel };
}

function sentence(key: string): Say {
  return plainly({ key });
}

function plainly(text: Phrase): Say {
  return { blocks: [{ kind: "text", text }] };
}
