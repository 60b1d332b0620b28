import type { Flow } from "../../core/flow/flow.ts";
import { dayAndClock } from "../../core/interview/when.ts";
import type { Block, Text } from "../../core/message.ts";
import type { Round } from "../../core/round.ts";
import { fileBlocks } from "../files.ts";
import type { House } from "../house.ts";
import { namedRound } from "../named-round.ts";
import { notOpen } from "../place.ts";
import { postingBlocks } from "../posting.ts";
import { previousReturn, returnOf } from "../returns.ts";
import { amongLeaders, reading } from "../rights.ts";
import type { Command } from "./command.ts";

/** The consolidated table of a round as it stands, of all units that the person answers for. */
export const summary: Command = {
  name: "summary",
  word: "汇总",
  takesArguments: true,
  rights: amongLeaders(reading),
  kind: "own",
  run: async ({ house, member, language, args }) => {
    const rounds = house.flows.flatMap(({ flow }) => house.rounds.of(flow.id));
    if (rounds.length === 0) return [{ blocks: [{ kind: "text", text: notOpen(house, house.flows) }] }];
    const chosen = house.flows.flatMap((running) => {
      const round = namedRound(house.rounds.of(running.flow.id), args);
      return round ? [{ flow: running.at(round.flowHash), round }] : [];
    });
    const blocks: Block<Text>[] = [];
    for (const { flow, round } of chosen) {
      const mine = (unit: string) => house.people.oversees(member, unit);
      const of = await returnOf(house, flow, round, "as-it-stands", language, mine);
      if (of.units.length === 0) continue;
      const before = await previousReturn(house, flow, round, language, mine);
      blocks.push(
        ...postingBlocks(house, of, before, headingOf(house, flow, round)),
        ...(await fileBlocks(house, of, "leaders")),
      );
    }
    if (blocks.length > 0) return [{ blocks }];
    const newest = Math.max(...rounds.map(({ number }) => number));
    return [
      { blocks: [{ kind: "text", text: { key: "summary-unclear", args: { part: args.slice(0, 20), newest } } }] },
    ];
  },
};

function headingOf(house: House, flow: Flow, round: Round): Text {
  const now = dayAndClock(house.clock.now(), flow);
  return { key: round.state === "open" ? "summary-open" : "summary-closed", args: { number: round.number, now } };
}
