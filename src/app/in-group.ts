import { type Inbound, type Say, sentence } from "../core/message.ts";
import type { Member } from "../core/roster.ts";
import { type About, originOf } from "./about.ts";
import { caseInGroup } from "./cases/heard.ts";
import { commandIn } from "./commands/parse.ts";
import type { House } from "./house.ts";
import { askedInGroup } from "./inquiries/leaders-question.ts";
import { whoIsMissing } from "./inquiries/plainly-asked.ts";
import { obey } from "./obey.ts";
import { inGroupChat } from "./people/groups.ts";
import { tooLong } from "./too-long.ts";

const silence: readonly Say[] = [];

/** In a group commands alone are answered; what people say to each other there is none of the bot's business. */
export async function inGroup(
  house: House,
  member: Member | undefined,
  inbound: Inbound,
  about: About,
): Promise<readonly Say[]> {
  if (inbound.kind === "joined" || inbound.kind === "left" || inbound.kind === "moved")
    return inGroupChat(house, inbound, { ...originOf(about), by: member?.id ?? "bot" });
  if (!member) return silence;
  const long = tooLong(inbound);
  if (long) return inbound.kind === "said" && inbound.mentioned ? [sentence(long)] : silence;
  const group = house.people.groupAt(inbound.chat);
  const ofCase = group && (await caseInGroup(house, member, inbound, { ...about, group: group.id }));
  if (ofCase) return ofCase;
  const parsed = commandIn(inbound);
  if (parsed?.kind === "known") return obey(house, member, parsed, about);
  // A phone that was pressed on waits for a word; what is said there is not the bot's to answer.
  const missing = inbound.kind === "said" && inbound.mentioned ? whoIsMissing(inbound.text) : undefined;
  if (missing) return obey(house, member, missing, about);
  if (inbound.kind === "pressed") return [sentence({ key: "press-in-group" })];
  return (await askedInGroup(house, member, inbound, about)) ?? silence;
}
