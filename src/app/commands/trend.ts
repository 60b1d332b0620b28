import type { Block, Text } from "../../core/message.ts";
import { type Kinds, questionsIn } from "../asking.ts";
import { amongLeaders, reading } from "../rights.ts";
import { trendBlocks } from "../trend.ts";
import type { Command } from "./command.ts";

const kinds: Kinds = ["unit", "department", "row", "group", "column", "figures"];

/** Figures over the rounds. */
export const trend: Command = {
  name: "trend",
  word: "趋势",
  wordTakes: "words",
  rights: amongLeaders(reading),
  kind: "own",
  run: async ({ house, member, language, args }) => {
    const read = questionsIn(house, member, "trend", args, kinds);
    if ("say" in read) return [read.say];
    const only = (unit: string) => house.people.oversees(member, unit);
    const blocks: Block<Text>[] = [];
    for (const question of read.questions) blocks.push(...(await trendBlocks(house, question, only, language)));
    return [{ blocks }];
  },
};
