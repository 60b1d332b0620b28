import { countCases } from "../../core/cases/counts.ts";
import type { CellId } from "../../core/cells.ts";
import type { UnitId } from "../../core/entry.ts";
import type { Flow } from "../../core/flow/flow.ts";
import type { Offer, Offers } from "../../core/interview/offers.ts";
import type { Text } from "../../core/message.ts";
import type { Round } from "../../core/round.ts";
import type { House } from "../house.ts";

/** What the cases of a unit say of its return: each figure with the cases that it counts. */
export function offersFor(house: House, flow: Flow, round: Round, unit: UnitId): Offers {
  const offers: Record<CellId, Offer> = {};
  for (const { flow: caseFlow } of house.cases.flows) {
    if (!caseFlow.counts.some((rule) => rule.flow === flow.id)) continue;
    const asked = { flow: flow.id, unit, ...round.covers };
    const counts = countCases(caseFlow, house.cases.of(caseFlow.id), asked, (id) => house.people.unit(id).department);
    for (const [cell, numbers] of counts) {
      const from: Text = {
        key: "case-numbers",
        args: { name: { label: caseFlow.name }, numbers: { join: numbers.map(String), by: { key: "list-comma" } } },
      };
      offers[cell] = { value: numbers.length, from };
    }
  }
  return offers;
}
