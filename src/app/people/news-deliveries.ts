import { accessIn, accountOf } from "../../core/directory.ts";
import type { DocKey } from "../../core/entry.ts";
import type { GroupChat } from "../../core/group-chat.ts";
import { type Address, type Phrase, say, type Text, textOf } from "../../core/message.ts";
import { type Hearer, isFresh, type NewsAbout, type NewsDuty, type NewsItem, newsDuties } from "../../core/news.ts";
import type { Docs } from "../../store/store.ts";
import type { Language } from "../../wording/wording.ts";
import { alone } from "../deliveries/alone.ts";
import { giveUp, lease, type Meant, made, record } from "../deliveries/delivery.ts";
import { directoryIn, groupIn, newsIn, stored } from "../documents.ts";
import { type House, languageOf } from "../house.ts";
import { sideBySide } from "../lanes.ts";
import { send } from "../speak.ts";
import type { People } from "./people.ts";
import { reachable } from "./reporter.ts";

/** Deliveries at once. */
const AT_ONCE = 16;

/** Tells others everything that they are to hear of now. */
export async function deliverNews(house: House): Promise<void> {
  await sideBySide([...house.untold.all().keys()], AT_ONCE, (doc) =>
    alone(house, doc, () => deliverNewsOf(house, doc)),
  );
}

/** The same as far as it is recorded in one document. */
export async function deliverNewsOf(house: House, doc: DocKey): Promise<void> {
  const news = newsIn(await stored(house.store, doc), doc);
  const due = newsDuties(doc, news).filter(({ from }) => from <= house.clock.now());
  await sideBySide(due, AT_ONCE, (duty) => deliverOne(house, doc, duty));
  await house.untold.reread(doc);
}

async function deliverOne(house: House, doc: DocKey, duty: NewsDuty): Promise<void> {
  const { key, item, hearer } = duty;
  const again = await lease(house, doc, key, (docs) => meant(house, docs, doc, duty));
  if (!again) return;
  const to = addressOf(house, hearer);
  if (!to) return giveUp(house, doc, key, "no-address");
  const blocks = [say(wordsFor(house, item.about, hearer))];
  const sent = await made(house, key, async () =>
    send(house, { key, to, language: await languageFor(house, hearer), blocks, ...again }),
  );
  await record(house, doc, key, to, sent);
}

/** Somebody else's attempt may have settled it for good: then it is forgotten, and not new. */
function meant(house: House, docs: Docs, doc: DocKey, duty: NewsDuty): Meant {
  if (!newsDuties(doc, newsIn(docs, doc)).some(({ key }) => key === duty.key)) return "left";
  return isOwed(house, docs, doc, duty) ? [] : "not-owed";
}

/** Whether it is still to be said: it is fresh, it holds, and the hearer is one whom it concerns. */
function isOwed({ people, clock }: House, docs: Docs, doc: DocKey, { item, hearer }: NewsDuty): boolean {
  const { about } = item;
  if (!isFresh(item, clock.now())) return false;
  if (hearer.kind === "person" && people.member(hearer.person)?.role !== "coordinator") return false;
  if ("group" in about) return isOfGroup(people, groupIn(docs, doc), item, hearer);
  if (!("person" in about)) return true;
  const { ended, unreachable } = accessIn(directoryIn(docs, doc), about.person);
  if (hearer.kind === "person") return about.what !== "unreachable" || unreachable.includes(accountOf(about.account));
  // Whoever came in again with the account has been told so.
  const holder = people.memberAt(hearer.address);
  return ended.includes(accountOf(hearer.address)) && (holder === undefined || holder.id === about.person);
}

/** Whether it still holds of a group that the roster names: the latest loss, and a chat that the table went away from. */
function isOfGroup({ roster }: People, stands: GroupChat, { about, number }: NewsItem, hearer: Hearer): boolean {
  if (!roster.groups.some(({ id }) => id === stands.group)) return false;
  if (about.what === "group-removed")
    return (
      stands.state === "removed" &&
      !stands.news.open.some((each) => each.about.what === about.what && each.number > number)
    );
  return (
    stands.state === "claimed" && hearer.kind === "account" && accountOf(stands.chat) !== accountOf(hearer.address)
  );
}

function addressOf(house: House, hearer: Hearer): Address | undefined {
  if (hearer.kind === "account") return hearer.address;
  const member = house.people.member(hearer.person);
  return member && reachable(house, [member])[0]?.to;
}

async function languageFor(house: House, hearer: Hearer): Promise<Language> {
  const member = hearer.kind === "person" ? house.people.member(hearer.person) : undefined;
  return member ? languageOf(house, member) : house.language;
}

function nameOfGroup({ people }: House, id: string): Text {
  const group = people.roster.groups.find((each) => each.id === id);
  return group ? textOf(group.name) : id;
}

function wordsFor(house: House, about: NewsAbout, hearer: Hearer): Phrase {
  if ("group" in about) return { key: about.what, args: { group: nameOfGroup(house, about.group) } };
  if (!("unit" in about)) return { key: `alarm-${about.what}`, args: { channel: { key: `channel-${about.channel}` } } };
  const args = { unit: textOf(house.people.unit(about.unit).short), role: { key: `post-${about.role}` } };
  switch (about.what) {
    case "handed-over":
      if (hearer.kind === "account") return { key: "handed-over", args };
      return { key: "handed-over-told", args: { ...args, channel: { key: `channel-${about.channel}` } } };
    case "put-out":
      return { key: "people-was-ended", args };
    case "unreachable":
      return { key: "unreachable-told", args: { ...args, channel: { key: `channel-${about.account.channel}` } } };
  }
}
