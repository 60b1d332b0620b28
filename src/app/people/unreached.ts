import { shareOf } from "../../core/directory.ts";
import { groupKey } from "../../core/entry.ts";
import type { Address } from "../../core/message.ts";
import { forAMoment } from "../for-a-moment.ts";
import type { House } from "../house.ts";
import { noteUnreachable } from "./directory.ts";
import { groupLost } from "./groups.ts";

/**
 * Records that a chat is closed to the bot, as a platform said when something was to be delivered there (`key`): a
 * person who blocked it, a group that threw it out. The coordinators are told once.
 */
export async function unreached(house: House, to: Address, key: string): Promise<void> {
  const origin = { id: `${key}/gone`, at: house.clock.now(), by: "bot", channel: to.channel };
  // What else is owed does not wait for a coordinator whose chat asks to.
  const tell = (told: () => Promise<void>) => forAMoment(house, origin.id, told, undefined);
  const member = house.people.memberAt(to);
  const group = house.people.groupAt(to);
  if (member) {
    const isNew = await noteUnreachable(house, member, to, origin);
    if (isNew) await tell(() => house.tellNews(shareOf(member.id)));
  } else if (group) {
    await groupLost(house, group, to, origin);
    await tell(() => house.tellNews(groupKey(group.id)));
  }
}
