import type { Block, Text } from "../../core/message.ts";
import { textOf } from "../../core/message.ts";
import { readInquiries } from "../documents.ts";
import { askerOf, inquiryWords, stateOf } from "../inquiries/inquiry-words.ts";
import { amongLeaders, reading } from "../rights.ts";
import type { Command } from "./command.ts";

/** So many are listed, what waits before what is answered, the newest first. */
const LISTED = 10;

/** The questions that were asked, answered or not. */
export const questions: Command = {
  name: "questions",
  word: "提问列表",
  wordTakes: "nothing",
  rights: amongLeaders(reading),
  kind: "own",
  run: async ({ house, member, language }) => {
    const blocks: Block<Text>[] = [];
    for (const { flow } of house.flows) {
      const { all } = await readInquiries(house.store, flow.id);
      const mine = all.filter(({ unit, by }) => by === member.id || (unit && house.people.oversees(member, unit)));
      if (mine.length === 0) continue;
      const words = await inquiryWords(house, flow.id);
      const waiting = mine.filter(({ replies }) => replies.length === 0);
      const order = [...waiting].reverse().concat([...mine].reverse().filter((each) => !waiting.includes(each)));
      blocks.push({
        kind: "heading",
        text: { key: "inquiry-list", args: { count: mine.length, waiting: waiting.length } },
      });
      for (const inquiry of order.slice(0, LISTED)) {
        const { question = "", answers = [] } = words.get(inquiry.place) ?? {};
        const unit: Text = inquiry.unit ? textOf(house.people.unit(inquiry.unit).short) : { key: "inquiry-nobody" };
        const args = {
          ...(inquiry.number === undefined ? {} : { number: inquiry.number }),
          unit,
          state: stateOf(flow, inquiry),
          who: askerOf(house, inquiry, language),
          question,
        };
        blocks.push({
          kind: "text",
          text: { key: inquiry.number === undefined ? "inquiry-line-open" : "inquiry-line", args },
        });
        for (const said of answers) blocks.push({ kind: "text", text: { key: "inquiry-said", args: { words: said } } });
      }
    }
    return [{ blocks: blocks.length > 0 ? blocks : [{ kind: "text", text: { key: "inquiry-empty" } }] }];
  },
};
