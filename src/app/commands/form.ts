import { sentence } from "../../core/message.ts";
import { readPerson } from "../documents.ts";
import { formOf } from "../form.ts";
import { placeOf } from "../place.ts";
import { inOwnChat, reporting } from "../rights.ts";
import type { Command } from "./command.ts";

/** The unit's own workbook, to fill in by hand and send back; once sent, to print, sign and stamp. */
export const form: Command = {
  name: "form",
  word: "下载表样",
  also: ["我的表", "表样"],
  wordTakes: "nothing",
  rights: inOwnChat(reporting),
  kind: "own",
  run: async ({ house, member, language }) => {
    const found = placeOf(house, member, await readPerson(house.store, member.id));
    if ("say" in found) return [sentence(found.say)];
    const { name, bytes, how } = await formOf(house, found.place, member, language);
    return [
      {
        blocks: [
          { kind: "text", text: how },
          { kind: "file", name, bytes },
        ],
      },
    ];
  },
};
