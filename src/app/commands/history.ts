import { sentence } from "../../core/message.ts";
import { readPerson } from "../documents.ts";
import { examplesFor } from "../examples.ts";
import { placeOf } from "../place.ts";
import { inOwnChat, reporting } from "../rights.ts";
import { cellHistory } from "../summaries/cell-history.ts";
import type { Command } from "./command.ts";

/** Who set a figure of the own report, when, and to what. */
export const history: Command = {
  name: "history",
  word: "修改记录",
  wordTakes: "words",
  rights: inOwnChat(reporting),
  kind: "own",
  run: async ({ house, member, args, language }) => {
    const found = placeOf(house, member, await readPerson(house.store, member.id));
    if ("say" in found) return [sentence(found.say)];
    return [{ blocks: await cellHistory(house, found.place, args, language, examplesFor(house, member)) }];
  },
};
