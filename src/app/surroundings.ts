import type { Flow } from "../core/flow/flow.ts";
import type { Situation } from "../core/interview/situation.ts";
import { type Text, textOf } from "../core/message.ts";
import type { Member, Unit } from "../core/roster.ts";
import { coordinatorsOf } from "./deliveries/publish.ts";
import { readPerson, readReport, readRound } from "./documents.ts";
import type { House } from "./house.ts";
import type { Place } from "./place.ts";

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

/** A report as it stands, for somebody of its unit. */
export async function situationFor(house: House, { flow, round, unit }: Place, member: Member): Promise<Situation> {
  const now = house.clock.now();
  const report = await readReport(house.store, flow.id, round.round, unit.id);
  return {
    flow,
    unit,
    member,
    round: await readRound(house.store, flow.id, round.round),
    past: await house.past.before(round, unit.id),
    person: await readPerson(house.store, member.id),
    report,
    triedWords: await house.tried.of(report),
    now,
    sentAt: now,
    ...surroundings(house, flow, unit),
  };
}
