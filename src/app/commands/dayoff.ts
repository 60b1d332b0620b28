import { isDayOff } from "../../core/calendar/days.ts";
import { withDecisions } from "../../core/calendar/days-off.ts";
import { nextPlanned, plannedRound } from "../../core/calendar/rounds.ts";
import { roundKey } from "../../core/entry.ts";
import { moment } from "../../core/interview/when.ts";
import { type Say, sentence } from "../../core/message.ts";
import type { Shift } from "../../core/round.ts";
import { dayOffBlocks } from "../deliveries/day-off.ts";
import { roundIn } from "../documents.ts";
import type { Running } from "../flows.ts";
import { inOwnChat } from "../rights.ts";
import { readRoundRef } from "../round-ref.ts";
import type { Call, Command } from "./command.ts";

/** 逢休息日: what becomes of a due date on a day off, as long as the round has not opened. */
export const dayoff: Command = {
  name: "dayoff",
  word: "逢休息日",
  wordTakes: "words",
  rights: inOwnChat(["coordinator"]),
  kind: "own",
  run: async (call) => {
    const { house, args, at } = call;
    const [name = "", said = ""] = args.split(/\s+/);
    const pressed = readRoundRef(name);
    const running = pressed && house.flows.find(({ flow }) => flow.code === pressed.code);
    const shift = shiftOf(said);
    if (running && shift && plannedRound(running.flow.calendar, pressed.round))
      return [await decide(call, running, pressed.round, shift)];
    const next = house.flows.flatMap(({ flow }) => {
      const planned = nextPlanned(flow.calendar, at);
      return planned && isDayOff(flow.calendar, planned.regularDue) ? [{ flow, planned }] : [];
    })[0];
    return next ? [{ blocks: dayOffBlocks(next.flow, next.planned) }] : [sentence({ key: "day-off-none" })];
  },
};

async function decide(
  { house, member, id, channel, at, sentAt }: Call,
  { flow }: Running,
  round: string,
  shift: Shift,
): Promise<Say> {
  const key = roundKey(flow.id, round);
  const docs = await house.store.change([key], (before) => {
    const stands = roundIn(before, key);
    if (stands.state !== "unopened" || stands.shift === shift) return [];
    return [{ key, entry: { kind: "day-off-decided", shift, id, at, sentAt, by: member.id, channel } }];
  });
  const stands = roundIn(docs, key);
  if (stands.state !== "unopened") return sentence({ key: "day-off-opened", args: { number: stands.number } });
  const planned = plannedRound(withDecisions(flow.calendar, [stands]), round);
  const args = { number: planned?.number ?? 0, due: moment(planned?.due ?? at, flow) };
  return sentence({ key: "day-off-decided", args });
}

function shiftOf(word: string): Shift | undefined {
  switch (word) {
    case "kept":
    case "before":
    case "after":
      return word;
    default:
      return undefined;
  }
}
