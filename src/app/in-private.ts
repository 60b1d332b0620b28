import { parseCaseAction } from "../core/cases/actions.ts";
import { shareOf } from "../core/directory.ts";
import type { InterviewInput } from "../core/interview/situation.ts";
import { type Inbound, type Say, sentence } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import { type About, entryId, originOf } from "./about.ts";
import { amend } from "./amend.ts";
import { fileInPrivate } from "./captioned.ts";
import { caseHeard, caseMeant, caseSaid } from "./cases/heard.ts";
import { leftOpen } from "./cases/left-open.ts";
import { pressCase } from "./cases/talk.ts";
import { type Parsed, parseButton, parseCommand, parseSpoken } from "./commands/parse.ts";
import { readPerson } from "./documents.ts";
import type { House } from "./house.ts";
import { repliedTo } from "./inquiries/inquiry-answer.ts";
import { perhapsAnswer } from "./inquiries/inquiry-perhaps.ts";
import { askedInPrivate } from "./inquiries/leaders-question.ts";
import { plainlyAsked } from "./inquiries/plainly-asked.ts";
import { interview, questionAgain } from "./interview.ts";
import { obey } from "./obey.ts";
import { noteUnreachable } from "./people/directory.ts";
import { isUnknown, takeIntroduction } from "./people/join.ts";
import { sayNews } from "./people/news.ts";
import { heardFrom } from "./people/reach.ts";
import { reading, reporting } from "./rights.ts";
import { tooLong } from "./too-long.ts";

const silence: readonly Say[] = [];

/** What somebody says, presses or sends in their own chat: a command, a case, a question to their unit, or the report. */
export async function inPrivate(house: House, member: Member, inbound: Inbound, about: About): Promise<readonly Say[]> {
  const origin = { ...originOf(about), by: member.id };
  if (inbound.kind !== "left") await heardFrom(house, member, inbound.from, origin);
  const long = tooLong(inbound);
  if (long) return [sentence(long)];
  const heard = inbound.kind === "left" ? undefined : await caseHeard(house, member, about);
  if (heard) return heard;
  switch (inbound.kind) {
    case "said": {
      const parsed = parseSpoken(inbound.text);
      const meant = parsed && (await caseMeant(house, member, inbound.text, about));
      if (meant) return meant;
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
      if (!reporting.includes(member.role)) return [sentence({ key: "amended-not-reporting" })];
      return amend(house, member, inbound, { id: entryId(inbound), was: entryId({ ...inbound, id: inbound.of }) });
    case "sent-file":
      return fileInPrivate(house, member, inbound, about);
    case "joined":
      return obey(house, member, parseCommand("/help"), about);
    case "left":
      if (await noteUnreachable(house, member, inbound.from, origin)) sayNews(house, shareOf(member.id));
      return silence;
    case "moved":
      return silence;
  }
}

/** A command in the middle of the interview is answered, and the open question asked again below, in the same message. */
async function commanded(house: House, member: Member, parsed: Parsed, about: About): Promise<readonly Say[]> {
  const { matter: before } = await readPerson(house.store, member.id);
  const says = await obey(house, member, parsed, about);
  const kind = parsed.kind === "known" ? parsed.command.kind : undefined;
  // Whoever joined may be somebody else by now, and is shown where to begin.
  if (kind === "interview") return below(says, await leftOpen(house, member, before));
  if (!reporting.includes(member.role) || kind === "join") return says;
  if (parsed.kind === "known" && parsed.command.putsOff) return says;
  // The question of a case is asked by the case's own messages; the report's waits behind it.
  const { matter } = await readPerson(house.store, member.id);
  const [again] = matter ? [] : await questionAgain(house, member, about);
  return below(says, again?.blocks ?? []);
}

/** More blocks at the end of the last message. */
function below(says: readonly Say[], more: Say["blocks"]): readonly Say[] {
  const last = says.length - 1;
  return says.map((say, index) => (index === last ? { ...say, blocks: [...say.blocks, ...more] } : say));
}

async function answer(
  house: House,
  member: Member,
  inbound: Inbound,
  about: About,
  what: { kind: "said"; text: string } | { kind: "pressed"; action: string; fields?: Readonly<Record<string, string>> },
): Promise<readonly Say[]> {
  if (!reporting.includes(member.role)) {
    const asked = what.kind === "said" && reading.includes(member.role) ? what.text : undefined;
    if (asked === undefined) return obey(house, member, undefined, about);
    const plain = plainlyAsked(house, member, asked);
    const answered = plain ? undefined : await askedInPrivate(house, member, asked, about);
    return answered ?? obey(house, member, plain, about);
  }
  const input: InterviewInput = { ...what, id: entryId(inbound), channel: inbound.from.channel };
  const { matter: before } = await readPerson(house.store, member.id);
  const said = await interview(house, member, input, inbound);
  const says = what.kind === "said" ? await perhapsAnswer(house, member, what.text, said) : said;
  return below(says, await leftOpen(house, member, before));
}
