import type { UnitId } from "../../core/entry.ts";
import type { Address } from "../../core/message.ts";
import { isAway } from "../../core/person.ts";
import type { Member } from "../../core/roster.ts";
import { readPerson } from "../documents.ts";
import type { House } from "../house.ts";

/** Somebody and where they are reached. */
export type Reached = { readonly member: Member; readonly to: Address };

/**
 * Who is to be asked for a unit's report, the first of them first: liaisons before deputies, whoever is away after both,
 * since somebody away is still better than nobody. Only those who can be reached.
 */
export async function reportersNow(house: House, unit: UnitId): Promise<readonly Reached[]> {
  const now = house.clock.now();
  const here: Reached[] = [];
  const away: Reached[] = [];
  for (const reached of reachable(house, house.people.reporters(unit)))
    (isAway(await readPerson(house.store, reached.member.id), now) ? away : here).push(reached);
  return [...here, ...away];
}

/** Those of some people who have an address on a channel that is running. */
export function reachable(house: House, members: readonly Member[]): readonly Reached[] {
  const channels = [...house.channels.keys()];
  return members.flatMap((member) => {
    const to = house.people.addressOf(member, channels);
    return to ? [{ member, to }] : [];
  });
}
