import type { Address } from "../core/message.ts";
import { forAMoment } from "./for-a-moment.ts";
import { groupLost } from "./groups.ts";
import type { House } from "./house.ts";
import { lost } from "./reach.ts";
import { type Telling, tellAll } from "./tell.ts";

/**
 * Records that a chat is closed to the bot, as a platform said when something was to be delivered there (`key`): a
 * person who blocked it, a group that threw it out. The coordinators are told once.
 */
export async function unreached(house: House, to: Address, key: string): Promise<void> {
  const origin = { id: `${key}/gone`, at: house.clock.now(), by: "bot", channel: to.channel };
  const tellings: Telling[] = [];
  const tell = (telling: Telling) => void tellings.push(telling);
  const member = house.people.memberAt(to);
  const group = house.people.groupAt(to);
  if (member) await lost(house, member, to, origin, tell);
  else if (group) await groupLost(house, group, origin, tell);
  // What else is owed does not wait for a coordinator whose chat asks to.
  await forAMoment(house, origin.id, () => tellAll(house, origin.id, tellings), undefined);
}
