import type { Case, Recipient } from "../../core/case.ts";
import type { Party } from "../../core/cases/schema.ts";
import type { UnitId } from "../../core/entry.ts";
import type { House } from "../house.ts";
import type { People } from "../people/people.ts";

/** Who a party of a case is just now: whoever opened it, the unit's liaison, the coordinators, the leaders, the group. */
export function partiesIn({ people, channels }: Pick<House, "people" | "channels">) {
  const reached = [...channels.keys()];
  return (party: Party, doc: Case): readonly Recipient[] => {
    switch (party) {
      case "opener": {
        const opened = people.member(doc.trail[0]?.by ?? "");
        const still = opened && opened.unit === doc.unit && people.addressOf(opened, reached);
        return still ? [{ person: opened.id }] : reporterOf(people, doc.unit, reached);
      }
      case "lead":
        return withRole(people, "coordinator");
      case "leaders":
        return withRole(people, "leader");
      case "group":
        return people.roster.groups.flatMap(({ id, leadership }) => (leadership ? [{ group: id }] : []));
      default: {
        const answer = doc.answers[party];
        return answer?.kind === "unit" ? reporterOf(people, answer.unit, reached) : [];
      }
    }
  };
}

/** The unit's liaison, or the deputy where the liaison cannot be reached. */
function reporterOf(people: People, unit: UnitId, reached: readonly string[]): readonly Recipient[] {
  const all = people.reporters(unit);
  const member = all.find((each) => people.addressOf(each, reached)) ?? all[0];
  return member ? [{ person: member.id }] : [];
}

function withRole(people: People, role: "coordinator" | "leader"): readonly Recipient[] {
  return people.roster.people.flatMap((member) => (member.role === role ? [{ person: member.id }] : []));
}
