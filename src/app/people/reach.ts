import { accountOf } from "../../core/directory.ts";
import type { Origin } from "../../core/entry.ts";
import { kindOf } from "../../core/failure-kind.ts";
import type { Address } from "../../core/message.ts";
import type { Member, Roster } from "../../core/roster.ts";
import type { House } from "../house.ts";
import { bind, noteReachable } from "./directory.ts";

/** Whoever writes can be reached again. */
export async function heardFrom(house: House, member: Member, address: Address, origin: Origin): Promise<void> {
  if (!house.people.access(member.id).unreachable.includes(accountOf(address))) return;
  await noteReachable(house, member, address, origin);
}

/** Accounts that were asked about; those longest ago are forgotten first. */
const REMEMBERED = 10_000;

/** Finds out whether the roster knows an account under another name, asking its channel once; then they are bound. */
export type Recognise = (address: Address, origin: Omit<Origin, "by">) => Promise<Member | undefined>;

/** Asks about an account once for each roster, and again where the channel could not say. Never rejects. */
export function recogniser(house: House): Recognise {
  const asked = new Map<string, Roster>();
  return async (address, origin) => {
    const channel = house.channels.get(address.channel);
    const account = accountOf(address);
    if (!channel?.aliases || asked.get(account) === house.people.roster) return undefined;
    try {
      const names = await channel.aliases(address);
      asked.delete(account);
      asked.set(account, house.people.roster);
      for (const oldest of [...asked.keys()].slice(0, Math.max(0, asked.size - REMEMBERED))) asked.delete(oldest);
      const member = names
        .map((id) => house.people.memberAt({ channel: address.channel, id }))
        .find((each) => each && !house.people.access(each.id).ended.includes(account));
      if (member) await bind(house, { member, address }, { ...origin, by: "bot" });
      return member;
    } catch (cause) {
      house.log.warn({ code: "not-recognised", channel: address.channel, cause: kindOf(cause) }, "asked again later");
      return undefined;
    }
  };
}
