import { nextPlanned } from "../core/calendar/rounds.ts";
import { type Flow, questionsFor } from "../core/flow/flow.ts";
import { parseAction } from "../core/interview/actions.ts";
import type { InterviewCommand, InterviewInput } from "../core/interview/situation.ts";
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
  const standing = places(house, member);
  const action = input?.kind === "pressed" ? parseAction(input.action) : undefined;
  const code = input && codeIn(input);
  const place =
    standing.find(({ flow, round }) => flow.code === action?.code && round.round === action.round) ??
    standing.find(({ flow }) => flow.code === code) ??
    standing.find(({ flow, round }) => flow.id === person.prompt?.flow && round.round === person.prompt.round) ??
    standing.find(({ flow }) => flow.id === person.prompt?.flow) ??
    [...standing].sort((a, b) => a.round.due - b.round.due).find(({ round }) => round.state === "open") ??
    standing[0];
  return place ? { place } : { say: notOpen(house, asking) };
}

/** The open rounds that a unit may be asked about: more than one where several returns run side by side. */
export function openPlaces(house: House, member: Member): readonly Place[] {
  return places(house, member).filter(({ round }) => round.state === "open");
}

/** Every round that a person may still be dealing with, of every return that asks their unit. */
export function places(house: House, member: Member): readonly Place[] {
  const unit = house.people.unit(member.unit);
  const asking = house.flows.filter(({ flow }) => asks(flow, unit));
  return asking.flatMap((running) => placesIn(house, running, unit));
}

/** The code of the flow that an input names: buttons do, and 填报 and 核对 with the code behind them. */
export function codeIn(input: InterviewInput): string | undefined {
  if (input.kind === "pressed") return parseAction(input.action)?.code;
  const names = input.kind === "command" && (begins(input.command) || input.command === "review");
  return names && input.args !== "" ? input.args : undefined;
}

/** The commands that begin a report. */
export function begins(command: InterviewCommand): boolean {
  return command === "report" || command === "zero";
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
