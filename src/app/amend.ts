import { reportKey } from "../core/entry.ts";
import type { Inbound, Say } from "../core/message.ts";
import type { ReportEntry } from "../core/report-entry.ts";
import type { Member } from "../core/roster.ts";
import { readPerson } from "./documents.ts";
import type { House } from "./house.ts";
import { interview } from "./interview.ts";
import { placeOf } from "./place.ts";

type Amended = Extract<Inbound, { kind: "amended" }>;

/** An edited message corrects the answer that it made; it is found again by the id that its entries bear. */
export async function amend(
  house: House,
  member: Member,
  inbound: Amended,
  ids: { readonly id: string; readonly was: string },
): Promise<readonly Say[]> {
  const found = placeOf(house, member, await readPerson(house.store, member.id));
  if ("say" in found) return [{ blocks: [{ kind: "text", text: found.say }] }];
  const { flow, round, unit } = found.place;
  const history = await house.store.history(reportKey(flow.id, round.round, unit.id));
  const was = history.flatMap(({ entry }): readonly ReportEntry[] => {
    if ((entry.id !== ids.was && entry.amends !== ids.was) || entry.by !== member.id) return [];
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
  const input = {
    id: ids.id,
    channel: inbound.from.channel,
    kind: "amended",
    text: inbound.text,
    of: ids.was,
    was,
  } as const;
  return interview(house, member, input, inbound);
}
