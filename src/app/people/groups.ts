import { accountOf } from "../../core/directory.ts";
import { type Addressed, groupKey, type Origin } from "../../core/entry.ts";
import type { GroupChat } from "../../core/group-chat.ts";
import { type Address, type Inbound, type Say, sentence, textOf } from "../../core/message.ts";
import type { Group } from "../../core/roster.ts";
import { groupIn } from "../documents.ts";
import type { House } from "../house.ts";
import { changeOnce } from "../once.ts";
import { accountsHear, concerning, coordinatorsHear, sayNews } from "./news.ts";

/** Which group a chat is said to be. */
export type Claiming = {
  readonly chat: Address;
  /** The group's id, where the roster has several leadership groups. */
  readonly named: string;
  readonly origin: Origin;
};

/** Makes the chat the leadership group: what is posted goes there from here on, and no longer where it went before. */
export async function claim(house: House, { chat, named, origin }: Claiming): Promise<Say> {
  const is = house.people.groupAt(chat);
  if (is) return sentence({ key: "group-is", args: { group: textOf(is.name) } });
  const groups = house.people.roster.groups.filter(({ leadership }) => leadership);
  const group = groups.find(({ id }) => id === named) ?? (groups.length === 1 ? groups[0] : undefined);
  if (!group) return groups.length === 0 ? sentence({ key: "group-none" }) : whichOf(groups);
  const key = groupKey(group.id);
  const claimed = { key, entry: { kind: "claimed", chat, ...origin } } as const;
  const about = { what: "group-elsewhere", group: group.id } as const;
  const docs = await changeOnce(house.store, origin, [key], (before) => {
    const was = chatOf(house, group, groupIn(before, key));
    const left = was && accountOf(was) !== accountOf(chat) ? [was] : [];
    return [claimed, ...concerning(key, about, accountsHear(house, left), origin)];
  });
  if (!docs) return sentence({ key: "group-elsewhere" });
  house.people.learn(docs.get(key));
  // What waited for a group goes out now, not at the next minute.
  house.wake();
  sayNews(house, key);
  return sentence({ key: "group-claimed", args: { group: textOf(group.name) } });
}

/** What happens to the bot in a group: it was added, removed, or the chat got another id. */
export async function inGroupChat(
  house: House,
  inbound: Extract<Inbound, { kind: "joined" | "left" | "moved" }>,
  origin: Origin,
): Promise<readonly Say[]> {
  const { chat } = inbound;
  const group = house.people.groupAt(chat);
  switch (inbound.kind) {
    case "joined":
      return group ? [] : [greeting];
    case "left":
      if (!group) return [];
      await groupLost(house, group, chat, origin);
      sayNews(house, groupKey(group.id));
      return [];
    case "moved":
      if (group)
        await change(house, group, () => [
          {
            key: groupKey(group.id),
            entry: { ...origin, kind: "chat-moved", chat: { channel: chat.channel, id: inbound.to }, from: chat },
          },
        ]);
      return [];
  }
}

/**
 * Records that the bot is in a group's chat no longer, of which the coordinators are to hear. Nothing where the group was
 * lost before, or has been claimed for another chat, or for this one after it happened.
 */
export async function groupLost(house: House, group: Group, chat: Address, origin: Origin): Promise<void> {
  const key = groupKey(group.id);
  const about = { what: "group-removed", group: group.id } as const;
  await change(house, group, (stands) => {
    const sits = chatOf(house, group, stands);
    const isPast = stands.state === "claimed" && (origin.sentAt ?? origin.at) < stands.since;
    if (!sits || accountOf(sits) !== accountOf(chat) || isPast) return [];
    const removed = { key, entry: { ...origin, kind: "removed" } } as const;
    return [removed, ...concerning(key, about, coordinatorsHear(house), origin)];
  });
}

/** Where the group's chat is by this document, or by the roster where nobody claimed one. */
function chatOf({ people, channels }: House, group: Group, stands: GroupChat): Address | undefined {
  switch (stands.state) {
    case "unclaimed":
      return people.addressOf(group, [...channels.keys()]);
    case "claimed":
      return stands.chat;
    case "removed":
      return undefined;
  }
}

/** Says who may claim the group, and names nobody: the bot does not know yet who sits here. */
const greeting: Say = {
  blocks: [
    { kind: "text", text: { key: "group-greeting" } },
    { kind: "choices", choices: [{ label: { key: "group-claim" }, action: "cmd:claim" }] },
  ],
};

function whichOf(groups: readonly Group[]): Say {
  const choices = groups.map(({ id, name }) => ({ label: textOf(name), action: `cmd:claim:${id}` }));
  return {
    blocks: [
      { kind: "text", text: { key: "group-which" } },
      { kind: "choices", choices },
    ],
  };
}

async function change(house: House, group: Group, by: (stands: GroupChat) => readonly Addressed[]): Promise<void> {
  const key = groupKey(group.id);
  const docs = await house.store.change([key], (before) => by(groupIn(before, key)));
  house.people.learn(docs.get(key));
}
