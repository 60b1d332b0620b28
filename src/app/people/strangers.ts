import type { CaseFlow } from "../../core/cases/case-flow.ts";
import type { Flow } from "../../core/flow/flow.ts";
import type { Phrase } from "../../core/message.ts";
import type { Roster } from "../../core/roster.ts";
import { instead } from "../../core/source/nearest.ts";
import type { Path } from "../../core/source/problem.ts";
import type { House } from "../house.ts";

/** What a flow names of the roster and the roster does not have: where the flow does, and what is wrong with it. */
export type Stranger = { readonly path: Path; readonly what: Phrase };

/** Units and departments of a return that the roster lacks. */
export function strangersOf({ lead, asks }: Flow, roster: Roster): readonly Stranger[] {
  const asked = Object.keys(asks).map((department) => ({ path: ["asks", department], department }));
  return [...strangeLead(lead, roster), ...strangeDepartments(asked, roster)];
}

/** The same of a flow of cases, whose unit questions name departments. */
export function strangersOfCases({ lead, questions }: CaseFlow, roster: Roster): readonly Stranger[] {
  const named = questions.flatMap((question, index) =>
    question.type === "unit"
      ? (question.departments ?? []).map((department, place) => ({
          path: ["questions", index, "departments", place],
          department,
        }))
      : [],
  );
  return [...strangeLead(lead, roster), ...strangeDepartments(named, roster)];
}

/** What the flows in use name and a newer roster does not have, each once. */
export function lackingIn({ flows, cases }: Pick<House, "flows" | "cases">, roster: Roster): readonly Phrase[] {
  const found = [
    ...flows.flatMap(({ flow }) => strangersOf(flow, roster)),
    ...cases.flows.flatMap(({ flow }) => strangersOfCases(flow, roster)),
  ];
  return [...new Map(found.map(({ what }) => [JSON.stringify(what), what])).values()];
}

function strangeLead(unit: string, roster: Roster): readonly Stranger[] {
  const units = roster.units.map(({ id }) => id);
  if (units.includes(unit)) return [];
  const args = { unit, instead: instead(unit, units, { key: "known-units" }) };
  return [{ path: ["lead"], what: { key: "problem-no-unit", args } }];
}

function strangeDepartments(
  named: readonly { readonly path: Path; readonly department: string }[],
  roster: Roster,
): readonly Stranger[] {
  const known = Object.keys(roster.departments);
  return named.flatMap(({ path, department }) => {
    if (known.includes(department)) return [];
    const args = { department, instead: instead(department, known, { key: "known-roster-departments" }) };
    return [{ path, what: { key: "problem-no-department", args } }];
  });
}
