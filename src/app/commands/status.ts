import type { Block, Text } from "../../core/message.ts";
import { overview } from "../overview.ts";
import { ownStanding } from "../own-standing.ts";
import { notOpen } from "../place.ts";
import { amongLeaders, everybody } from "../rights.ts";
import { standingsOf } from "../standings.ts";
import type { Command } from "./command.ts";

/** Where the person's own report stands, or those of all units that the person answers for. */
export const status: Command = {
  name: "status",
  word: "进度",
  takesArguments: false,
  rights: amongLeaders(everybody),
  kind: "own",
  run: async ({ house, member }) => {
    if (member.role === "liaison" || member.role === "deputy") return ownStanding(house, member);
    const blocks: Block<Text>[] = [];
    for (const running of house.flows) {
      const round = house.rounds.newest(running.flow.id);
      if (!round) continue;
      const flow = running.at(round.flowHash);
      const standings = await standingsOf(house, flow, round, (unit) => house.people.oversees(member, unit));
      if (standings.length > 0) blocks.push(...overview(house, flow, round, standings));
    }
    return blocks.length > 0 ? [{ blocks }] : [{ blocks: [{ kind: "text", text: notOpen(house, house.flows) }] }];
  },
};
