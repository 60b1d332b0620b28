import type { Group } from "../../core/roster.ts";
import type { House } from "../house.ts";

/** The groups that the consolidated table is posted to. */
export function leadershipGroups({ people }: House): readonly Group[] {
  return people.roster.groups.filter(({ leadership }) => leadership);
}

/** Whether what is posted reaches a group now; a roster that names none waits for none. */
export function canPost(house: House): boolean {
  const groups = leadershipGroups(house);
  const channels = [...house.channels.keys()];
  return groups.length === 0 || groups.some((group) => house.people.addressOf(group, channels) !== undefined);
}
