import type { Flow } from "../core/flow/flow.ts";
import type { Situation } from "../core/interview/situation.ts";
import { type Text, textOf } from "../core/message.ts";
import type { Unit } from "../core/roster.ts";
import type { House } from "./house.ts";
import { coordinatorsOf } from "./publish.ts";

/** Who signs off the unit's reports where the flow asks for it, and who collects them. */
export function surroundings(house: House, flow: Flow, unit: Unit): Pick<Situation, "head" | "office"> {
  const [head] = flow.sign_off ? house.people.heads(unit.id) : [];
  const contacts: Text = {
    join: coordinatorsOf(house, flow).map(({ name }) => textOf(name)),
    by: { key: "list-comma" },
  };
  const office = { name: textOf(house.people.unit(flow.lead).short), contact: contacts };
  return { office, ...(head ? { head: textOf(head.name) } : {}) };
}
