import { accountOf } from "../../core/directory.ts";
import { groupKey, type Origin } from "../../core/entry.ts";
import type { GroupEntry } from "../../core/group-chat.ts";
import { type Address, type Inbound, type Say, sentence, textOf } from "../../core/message.ts";
import type { Group } from "../../core/roster.ts";
import type { House } from "../house.ts";
import { changeOnce } from "../once.ts";
import { coordinatorsToo, type Tell } from "../tell.ts";

/** Which group a chat is said to be. */
export type Claiming = {
  readonly chat: Address;
  /** The group's id, where the roster has several leadership groups. */
  readonly named: string;
  readonly origin: Origin;
  readonly tell: Tell;
};

/** Makes the chat the leadership group: what is posted goes there from here on, and no longer where it went before. */
export async function claim(house: House, { chat, named, origin, tell }: Claiming): Promise<Say> {
  const is = house.people.groupAt(chat);
  if (is) return sentence({ key: "group-is", args: { group: textOf(is.name) } });
  const groups = house.people.roster.groups.filter(({ leadership }) => leadership);
  const group = groups.find(({ id }) => id === named) ?? (groups.length === 1 ? groups[0] : undefined);
  if (!group) return groups.length === 0 ? sentence({ key: "group-none" }) : whichOf(groups);
  const before = house.people.addressOf(group, [...house.channels.keys()]);
  const key = groupKey(group.id);
  const claimed = { key, entry: { kind: "claimed", chat, ...origin } } as const;
  const docs = await changeOnce(house.store, origin, [key], () => [claimed]);
  if (!docs) return sentence({ key: "group-elsewhere" });
  house.people.learn(docs.get(key));
  // What waited for a group goes out now, not at the next minute.
  house.wake();
  if (before && accountOf(before) !== accountOf(chat))
    tell({ to: before, blocks: [{ kind: "text", text: { key: "group-elsewhere" } }] });
  return sentence({ key: "group-claimed", args: { group: textOf(group.name) } });
}

/** What happens to the bot in a group: it was added, removed, or the chat got another id. */
export async function inGroupChat(
  house: House,
  inbound: Extract<Inbound, { kind: "joined" | "left" | "moved" }>,
  origin: Origin,
  tell: Tell,
): Promise<readonly Say[]> {
  const { chat } = inbound;
  const group = house.people.groupAt(chat);
  switch (inbound.kind) {
    case "joined":
      return group ? [] : [greeting];
    case "left":
      if (group) await groupLost(house, group, origin, tell);
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

/** Records that the bot is in a group no longer; the coordinators are told. */
export async function groupLost(house: House, group: Group, origin: Origin, tell: Tell): Promise<void> {
  await change(house, group, { kind: "removed" }, origin);
  for (const telling of coordinatorsToo(house, { key: "group-removed", args: { group: textOf(group.name) } }))
    tell(telling);
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

async function change(house: House, group: Group, entry: GroupEntry, origin: Origin): Promise<void> {
  const key = groupKey(group.id);
  const docs = await house.store.change([key], () => [{ key, entry: { ...entry, ...origin } }]);
  house.people.learn(docs.get(key));
}
