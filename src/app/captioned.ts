import { type Block, type Inbound, type Say, sentence, type Text } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import type { About } from "./about.ts";
import { caseSaid } from "./cases/heard.ts";
import { takeCaseFile } from "./cases/sent-file.ts";
import { dealWith } from "./cases/talk.ts";
import { readPerson } from "./documents.ts";
import type { House } from "./house.ts";
import { repliedTo } from "./inquiries/inquiry-answer.ts";
import { interview } from "./interview.ts";
import { reporting } from "./rights.ts";
import { takeFile } from "./sent-file.ts";

type SentFile = Extract<Inbound, { kind: "sent-file" }>;

/**
 * A file in somebody's own chat. Words under it that reply to something are taken as the reply that they are; else they
 * go with the file, and the report or the case that it belongs to reads them. Of a file that is not taken the words are
 * taken alone.
 */
export async function fileInPrivate(
  house: House,
  member: Member,
  file: SentFile,
  about: About,
): Promise<readonly Say[]> {
  const { caption, ...bare } = file;
  const { matter } = await readPerson(house.store, member.id);
  if (matter) {
    const taken = await takeCaseFile(house, member, matter, file, about);
    if (taken.kind === "taken" || !caption) return taken.says;
    return joined(taken.says, await dealWith(house, member, matter, { kind: "said", text: caption.text }, about));
  }
  const replied = caption?.answers === undefined ? undefined : await reply(house, member, file, about);
  if (!reporting.includes(member.role)) return joined(replied ?? [], [sentence({ key: "file-not-reporting" })]);
  if (replied) return joined(replied, (await takeFile(house, member, bare, `${about.id}/file`)).says);
  const taken = await takeFile(house, member, file, about.id);
  if (taken.kind === "taken" || !caption) return taken.says;
  const said = { id: about.id, channel: about.channel, kind: "said", text: caption.text } as const;
  return joined(taken.says, await interview(house, member, said, file));
}

/** In a group words alone are the bot's business, also those under a photo. */
export function wordsInGroup(inbound: Inbound): Inbound {
  if (inbound.kind !== "sent-file" || !inbound.caption) return inbound;
  const { id, from, chat, sentAt, at, caption } = inbound;
  return { id, from, chat, sentAt, at, kind: "said", ...caption };
}

/** What is answered in a group, and that the photo went nowhere. */
export function withoutFile(inbound: Inbound, says: readonly Say[]): readonly Say[] {
  const left: readonly Say[] = [sentence({ key: "file-in-group" })];
  return inbound.kind === "sent-file" && says.length > 0 ? joined(says, left) : says;
}

async function reply(
  house: House,
  member: Member,
  { id, from, chat, sentAt, at, caption }: SentFile,
  about: About,
): Promise<readonly Say[] | undefined> {
  if (!caption) return undefined;
  const said = { id, from, chat, sentAt, at, kind: "said", ...caption } as const;
  return (await repliedTo(house, member, said, about)) ?? caseSaid(house, member, said, about);
}

/** One message of what was said to the words and what to the file. */
function joined(first: readonly Say[], second: readonly Say[]): readonly Say[] {
  const blocks: readonly Block<Text>[] = [...first, ...second].flatMap((say) => say.blocks);
  return [{ blocks }];
}
