import type { Received } from "../channels/channel.ts";
import { kindOf } from "../core/failure-kind.ts";
import { type Inbound, type Say, sentence } from "../core/message.ts";
import { StoreFailure } from "../store/store.ts";
import type { Language } from "../wording/wording.ts";
import { aboutOf, entryId, isPrivate, originOf } from "./about.ts";
import { withoutFile, wordsInGroup } from "./captioned.ts";
import { parseButton } from "./commands/parse.ts";
import { type House, languageOf } from "./house.ts";
import { inGroup } from "./in-group.ts";
import { inPrivate } from "./in-private.ts";
import { lanes } from "./lanes.ts";
import { type Recognise, recogniser } from "./people/reach.ts";
import { strangersAt, type ToStranger } from "./people/stranger.ts";
import { reply } from "./speak.ts";
import { type Following, sendFollowing } from "./summaries/following.ts";

/** What the bot says to one message; nothing where it keeps silent. */
type Answer = {
  readonly says: readonly Say[];
  readonly language: Language;
  readonly quotes: boolean;
  /** Nothing came of it: should the message come again, its answer is another than this one, under another key. */
  readonly trouble?: true;
  /** What takes longer than an answer may, in reply to it. */
  readonly follows: readonly Following[];
};

/**
 * Deals with what people do: one message of a person after the other, people side by side. Resolves once what was said
 * is on disk; `replied` once the answers are out, in the order of the messages. Never rejects.
 */
export function converse(house: House): (inbound: Inbound) => Promise<Received> {
  const taking = lanes();
  const answering = lanes();
  const recognise = recogniser(house);
  const toStranger = strangersAt(house);
  return async (inbound) => {
    const { from, chat } = inbound;
    const answer = await taking(`${from.channel}/${from.id}`, () => answerTo(house, recognise, toStranger, inbound));
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

async function answerTo(house: House, recognise: Recognise, toStranger: ToStranger, inbound: Inbound): Promise<Answer> {
  const quotes = !isPrivate(inbound);
  const follows: Following[] = [];
  const about = aboutOf(house, inbound, (following) => void follows.push(following));
  let { language } = house;
  try {
    const member = house.people.memberAt(inbound.from) ?? (await recognise(inbound.from, originOf(about)));
    const says = quotes
      ? withoutFile(inbound, await inGroup(house, member, wordsInGroup(inbound), about))
      : await (member ? inPrivate(house, member, inbound, about) : toStranger(inbound, about));
    // Read after: `/language` is answered in the language that it chose.
    if (member) language = await languageOf(house, member);
    return { says, language, quotes, follows };
  } catch (cause) {
    const doubtful = cause instanceof StoreFailure && cause.code === "unknown";
    house.log.error(
      { code: doubtful ? "kept-unknown" : "not-kept", message: entryId(inbound), cause: kindOf(cause) },
      "a message could not be dealt with",
    );
    return {
      says: [sentence({ key: doubtful ? "trouble-unknown" : "trouble" })],
      language,
      quotes,
      trouble: true,
      follows: [],
    };
  }
}
