import { shareOf } from "../../core/directory.ts";
import { doorKey, type Origin } from "../../core/entry.ts";
import { readCode, readIntroduction } from "../../core/invitation-code.ts";
import { type Address, type Block, type Say, sentence, type Text, textOf } from "../../core/message.ts";
import type { Member } from "../../core/roster.ts";
import type { House } from "../house.ts";
import { reporting } from "../rights.ts";
import type { Contact } from "./contacts.ts";
import { bind, introduce } from "./directory.ts";
import { mayKnock, noteRefused, noteTaken } from "./door.ts";
import { sayNews } from "./news.ts";

/** The message that somebody joins with. */
export type Knock = {
  readonly id: string;
  readonly from: Address;
  readonly at: number;
  readonly sentAt: number;
};

/** Takes a code from whoever has one. Wrong, used, expired, locked out: one sentence, so that nothing is learnt. */
export async function join(house: House, text: string, knock: Knock): Promise<readonly Say[]> {
  const member = house.people.memberAt(knock.from);
  const read = readCode(text);
  if (!read) return member ? withoutCode(house, member, text, knock) : [sentence({ key: "join-refused" })];
  const code = house.secrets.hash(read.code);
  const contact = readIntroduction(read.rest);
  const again = member && house.people.access(member.id).bindings.some((each) => each.code === code);
  if (again) {
    if (contact) await introduce(house, member, contact, originOf(member, knock));
    return [welcome(house, member, contact)];
  }
  if (!(await mayKnock(house, knock.from, knock.at))) return [sentence({ key: "join-refused" })];
  const invited = house.people.invited(code);
  const claim = invited && { member: invited, address: knock.from, code, ...(contact ? { contact } : {}) };
  const claimed = claim && (await bind(house, claim, originOf(invited, knock)));
  if (!invited || claimed?.kind !== "bound") {
    const alarm = await noteRefused(house, knock.from, strangers(house, knock));
    if (alarm) {
      house.log.warn({ code: `join-${alarm}`, channel: knock.from.channel }, "wrong invitation codes");
      sayNews(house, doorKey);
    }
    return [sentence({ key: "join-refused" })];
  }
  await noteTaken(house, knock.from, strangers(house, knock));
  if (claimed.ended.length > 0) sayNews(house, shareOf(invited.id));
  return [welcome(house, invited, contact)];
}

/** Whether somebody who joined has still to say who they are, for the head of a sheet. */
export function isUnknown(house: House, member: Member): boolean {
  const { bindings, introduced } = house.people.access(member.id);
  return !introduced && prints(member) && bindings.some(({ code }) => code !== undefined);
}

/** Takes `张三 0591-8712345` from somebody who joined; undefined where the text is something else. */
export async function takeIntroduction(
  house: House,
  member: Member,
  text: string,
  knock: Knock,
): Promise<readonly Say[] | undefined> {
  const contact = readIntroduction(text);
  if (!contact) return undefined;
  await introduce(house, member, contact, originOf(member, knock));
  return [{ blocks: [noted(contact), onward(member)] }];
}

/** Somebody who is in may say anew who they are; without a code there is nothing else to do here. */
async function withoutCode(house: House, member: Member, text: string, knock: Knock): Promise<readonly Say[]> {
  return (await takeIntroduction(house, member, text, knock)) ?? [sentence({ key: "join-how" })];
}

function welcome(house: House, member: Member, contact: Contact | undefined): Say {
  const unit = textOf(house.people.unit(member.unit).name);
  const blocks: Block<Text>[] = [
    { kind: "text", text: { key: "join-welcome", args: { unit, role: { key: `post-${member.role}` } } } },
  ];
  if (contact) blocks.push(noted(contact));
  else if (isUnknown(house, member)) blocks.push({ kind: "text", text: { key: "join-who" } });
  return { blocks: [...blocks, onward(member)] };
}

/** Enough of the telephone to see a slip; some platforms hold back messages that show one whole. */
function noted({ name = "", phone = "" }: Contact): Block<Text> {
  const tail = phone
    .replace(/[转x].*$/, "")
    .replace(/\D/g, "")
    .slice(-4);
  return { kind: "text", text: { key: "join-noted", args: { name, tail } } };
}

function onward({ role }: Member): Block<Text> {
  const report = { label: { key: "join-report" }, action: "cmd:report" };
  const help = { label: { key: "join-help" }, action: "cmd:help" };
  return { kind: "choices", choices: reporting.includes(role) ? [report, help] : [help] };
}

/** A liaison's name stands on the form, the coordinator's on the sheet that goes up; nobody prints the others'. */
function prints({ role }: Member): boolean {
  return reporting.includes(role) || role === "coordinator";
}

/** What is counted of strangers is recorded by the bot, nobody of the roster did it; a message's id names its chat. */
function strangers({ secrets }: House, { id, at, sentAt, from }: Knock): Origin {
  return { id: secrets.hash(id), at, sentAt, by: "bot", channel: from.channel };
}

function originOf({ id: by }: Member, { id, at, sentAt, from }: Knock): Origin {
  return { id, at, sentAt, by, channel: from.channel };
}
