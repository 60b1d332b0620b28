import { sentence } from "../../core/message.ts";
import { answer as answerTo } from "../inquiries/inquiry-answer.ts";
import { readInquiryRef } from "../inquiries/inquiry-ref.ts";
import { inOwnChat, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

/** The answer to a question that was passed on, by its number; a reply to the message that brought it does the same. */
export const answer: Command = {
  name: "answer",
  word: "答复",
  wordTakes: "words",
  rights: inOwnChat(reporting),
  kind: "own",
  run: async ({ usable: _offered, args, ...call }) => {
    const named = readInquiryRef(args);
    if (!named) return [sentence({ key: "inquiry-answer-which" })];
    return answerTo(call.house, call.member, named, named.rest, call);
  },
};
