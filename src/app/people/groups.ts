import { accountOf } from "../../core/directory.ts";
import { type Addressed, groupKey, type Origin } from "../../core/entry.ts";
import type { GroupEntry } from "../../core/group-chat.ts";
import { type Address, type Inbound, type Say, sentence, textOf } from "../../core/message.ts";
import type { Group } from "../../core/roster.ts";
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
  const before = house.people.addressOf(group, [...house.channels.keys()]);
  const left = before && accountOf(before) !== accountOf(chat) ? [before] : [];
  const about = { what: "group-elsewhere", group: group.id } as const;
  const told = concerning(key, about, accountsHear(house, left), origin);
  const docs = await changeOnce(house.store, origin, [key], () => [claimed, ...told]);
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
      await groupLost(house, group, origin);
      sayNews(house, groupKey(group.id));
      return [];
    case "moved":
      if (group)
        await change(
          house,
          group,
          { kind: "chat-moved", chat: { channel: chat.channel, id: inbound.to }, from: chat },
          origin,
        );
      return [];
  }
}

/** Records that the bot is in a group no longer, of which the coordinators are to hear. */
export async function groupLost(house: House, group: Group, origin: Origin): Promise<void> {
  const about = { what: "group-removed", group: group.id } as const;
  const told = concerning(groupKey(group.id), about, coordinatorsHear(house), origin);
  await change(house, group, { kind: "removed" }, origin, told);
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

async function change(
  house: House,
  group: Group,
  entry: GroupEntry,
  origin: Origin,
  besides: readonly Addressed[] = [],
): Promise<void> {
  const key = groupKey(group.id);
  const docs = await house.store.change([key], () => [{ key, entry: { ...entry, ...origin } }, ...besides]);
  house.people.learn(docs.get(key));
}
