import type { Block, Text } from "../../core/message.ts";
import { type Kinds, questionsIn } from "../inquiries/asking.ts";
import { amongLeaders, reading } from "../rights.ts";
import { rankedBlocks } from "../summaries/ranked.ts";
import { trendBlocks } from "../summaries/trend.ts";
import type { Command } from "./command.ts";

const kinds: Kinds = ["unit", "department", "row", "group", "column", "figures", "by"];

/** Figures over the rounds; divided by units, branches or departments, who has most of them. */
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
    for (const question of read.questions) {
      const answer = question.asked.by === "rows" ? trendBlocks : rankedBlocks;
      blocks.push(...(await answer(house, question, only, language)));
    }
    return [{ blocks }];
  },
};
