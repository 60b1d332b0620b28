import { reportKey } from "../core/entry.ts";
import type { Inbound, Say } from "../core/message.ts";
import type { ReportEntry } from "../core/report-entry.ts";
import type { Member } from "../core/roster.ts";
import type { House } from "./house.ts";
import { interview } from "./interview.ts";
import { type Place, places } from "./place.ts";

type Amended = Extract<Inbound, { kind: "amended" }>;

/** An edited message corrects the answer that it made; it is found again by the id that its entries bear. */
export async function amend(
  house: House,
  member: Member,
  inbound: Amended,
  ids: { readonly id: string; readonly was: string },
): Promise<readonly Say[]> {
  const { text, from } = inbound;
  const input = { id: ids.id, channel: from.channel, kind: "amended", text, of: ids.was } as const;
  // It may have answered another return than the one that is asked about by now.
  for (const place of places(house, member)) {
    const was = await answersOf(house, member, place, ids.was);
    if (was.length > 0) return interview(house, member, { ...input, was }, inbound, place);
  }
  return interview(house, member, { ...input, was: [] }, inbound);
}

/** What a message of the person answered in a report, or its last edit did. */
async function answersOf(
  house: House,
  member: Member,
  { flow, round, unit }: Place,
  message: string,
): Promise<readonly ReportEntry[]> {
  const history = await house.store.history(reportKey(flow.id, round.round, unit.id));
  return history.flatMap(({ entry }): readonly ReportEntry[] => {
    if ((entry.id !== message && entry.amends !== message) || entry.by !== member.id) return [];
    switch (entry.kind) {
      case "answered":
      case "wrote":
      case "picked":
      case "chose":
        return [entry];
      default:
        return [];
    }
  });
}
