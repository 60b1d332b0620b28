import { nextPlanned } from "../core/calendar/rounds.ts";
import { type Flow, questionsFor } from "../core/flow/flow.ts";
import { parseAction } from "../core/interview/actions.ts";
import type { InterviewInput } from "../core/interview/situation.ts";
import { moment } from "../core/interview/when.ts";
import { type Phrase, textOf } from "../core/message.ts";
import type { Person } from "../core/person.ts";
import type { Member, Unit } from "../core/roster.ts";
import { isReopenedFor, type Round } from "../core/round.ts";
import type { Running } from "./flows.ts";
import type { House } from "./house.ts";

/** The round that a person reports into, with the flow that it was opened with. */
export type Place = { readonly flow: Flow; readonly round: Round; readonly unit: Unit };

/** Finds the round that an input is about; a sentence where there is none. */
export function placeOf(
  house: House,
  member: Member,
  person: Person,
  input?: InterviewInput,
): { readonly place: Place } | { readonly say: Phrase } {
  const unit = house.people.unit(member.unit);
  const asking = house.flows.filter(({ flow }) => asks(flow, unit));
  if (asking.length === 0) return { say: { key: "unit-not-asked", args: { unit: textOf(unit.name) } } };
  const places = asking.flatMap((running) => placesIn(house, running, unit));
  const action = input?.kind === "pressed" ? parseAction(input.action) : undefined;
  const place =
    places.find(({ flow, round }) => flow.code === action?.code && round.round === action.round) ??
    places.find(({ flow }) => flow.code === action?.code) ??
    places.find(({ flow, round }) => flow.id === person.prompt?.flow && round.round === person.prompt.round) ??
    places.find(({ flow }) => flow.id === person.prompt?.flow) ??
    [...places].sort((a, b) => a.round.due - b.round.due).find(({ round }) => round.state === "open") ??
    places[0];
  return place ? { place } : { say: notOpen(house, asking) };
}

/** The zone of the flow that a person reports to; of the first flow where none asks their unit. */
export function zoneOf(house: House, member: Member): string {
  const unit = house.people.unit(member.unit);
  const running = house.flows.find(({ flow }) => asks(flow, unit)) ?? house.flows[0];
  return running?.flow.calendar.zone ?? "UTC";
}

/** Whether a flow asks the unit anything. */
export function asks(flow: Flow, unit: Unit): boolean {
  return unit.reports && unit.department !== undefined && questionsFor(flow, unit.department).length > 0;
}

/** The newest round, and before it those that stand open for the unit by a coordinator's word. */
function placesIn(house: House, running: Running, unit: Unit): readonly Place[] {
  const now = house.clock.now();
  const rounds = house.rounds.of(running.flow.id).filter(({ units }) => units.includes(unit.id));
  const newest = house.rounds.newest(running.flow.id);
  const open = rounds.filter((round) => round === newest || isReopenedFor(round, unit.id, now));
  return [...open].reverse().map((round) => ({ flow: running.at(round.flowHash), round, unit }));
}

/** Says when the next round opens. */
export function notOpen(house: House, flows: readonly Running[]): Phrase {
  const [next] = flows
    .flatMap(({ flow }) => {
      const planned = nextPlanned(flow.calendar, house.clock.now());
      return planned ? [{ flow, planned }] : [];
    })
    .sort((a, b) => a.planned.opens - b.planned.opens);
  if (!next) return { key: "round-none" };
  const opens = moment(next.planned.opens, next.flow);
  return { key: "round-not-open", args: { number: next.planned.number, opens } };
}
