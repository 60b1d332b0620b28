import { withDecisions } from "../../core/calendar/days-off.ts";
import { dayOffKey } from "../../core/calendar/keys.ts";
import { type Planned, plannedRound } from "../../core/calendar/rounds.ts";
import type { Flow } from "../../core/flow/flow.ts";
import { dayNamed, moment } from "../../core/interview/when.ts";
import type { Block, Choice, Text } from "../../core/message.ts";
import { emptyRound, type Shift } from "../../core/round.ts";
import type { Running } from "../flows.ts";
import type { House } from "../house.ts";
import { roundRef } from "../round-ref.ts";
import { deliverToEach } from "./deliver-to-each.ts";
import { coordinatorsOf } from "./publish.ts";

const shifts: readonly Shift[] = ["kept", "before", "after"];

/** Asks the lead unit's coordinators what becomes of a due date on a day off: what the flow says, or otherwise. */
export async function askDayOff(house: House, { flow }: Running, planned: Planned): Promise<void> {
  const round = { ...emptyRound(flow.id, planned.id), number: planned.number };
  const key = dayOffKey(flow.id, planned.id);
  await deliverToEach(house, round, coordinatorsOf(house, flow), key, () => ({
    make: async () => dayOffBlocks(flow, planned),
  }));
}

/** The question: when it would be due, what the flow makes of it, and each way to go with its date. */
export function dayOffBlocks(flow: Flow, planned: Planned): readonly Block<Text>[] {
  const { calendar } = flow;
  const stands = calendar.shifts[planned.id] ?? calendar.day_off;
  const dueAs = (shift: Shift): Text =>
    moment(plannedRound(withDecisions(calendar, [{ round: planned.id, shift }]), planned.id)?.due ?? planned.due, flow);
  const args = { number: planned.number, regular: dayNamed(planned.regularDue), due: dueAs(stands) };
  const ordered = [stands, ...shifts.filter((shift) => shift !== stands)];
  const choices = ordered.map(
    (shift): Choice<Text> => ({
      label: { key: `day-off-${shift}`, args: { due: dueAs(shift) } },
      action: `cmd:dayoff:${roundRef(flow, planned.id)} ${shift}`,
    }),
  );
  return [
    { kind: "heading", text: { key: "day-off-heading", args } },
    { kind: "text", text: { key: "day-off-stands", args } },
    { kind: "choices", choices },
  ];
}
