import type { Block, Text } from "../../core/message.ts";
import { type Kinds, questionsIn } from "../asking.ts";
import { ledgerSheets } from "../cases/ledger.ts";
import { seesCase } from "../cases/list.ts";
import { fileBlocks } from "../files.ts";
import { returnFor } from "../returns.ts";
import { amongLeaders, reading } from "../rights.ts";
import { nextQuestions, summaryBlocks } from "../summary.ts";
import { summaryPicture } from "../summary-pictures.ts";
import type { Command } from "./command.ts";

const kinds: Kinds = ["unit", "department", "row", "figures", "by", "drafts"];

/** The consolidated table: of any rounds, units, departments and rows, as far as the person answers for them. */
export const summary: Command = {
  name: "summary",
  word: "汇总",
  takesArguments: true,
  rights: amongLeaders(reading),
  kind: "own",
  run: async ({ house, member, language, args }) => {
    const read = questionsIn(house, member, "summary", args, kinds);
    if ("say" in read) return [read.say];
    const only = (unit: string) => house.people.oversees(member, unit);
    const blocks: Block<Text>[] = [];
    for (const question of read.questions) {
      blocks.push(...(await summaryBlocks(house, question, only)));
      // What is not submitted is shown and never handed on as a file.
      if (!question.asked.drafts) {
        const of = await returnFor(house, question, only, language);
        blocks.push(...(await summaryPicture(house, question, of, only, language)));
        const ledgers = ledgerSheets(house, language, (running, doc) => seesCase(house, member, running, doc));
        blocks.push(...(await fileBlocks(house, { ...of, ledgers }, "leaders")));
      }
      blocks.push(...nextQuestions(house, question));
    }
    return [{ blocks }];
  },
};
