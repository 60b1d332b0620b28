import { personKey } from "../../core/entry.ts";
import { sentence } from "../../core/message.ts";
import { spoken } from "../../wording/wording.ts";
import { personIn } from "../documents.ts";
import { everybody, inOwnChat } from "../rights.ts";
import type { Command } from "./command.ts";

/** Which language the bot speaks to the person from here on. */
export const language: Command = {
  name: "language",
  word: "语言",
  wordTakes: "words",
  rights: inOwnChat(everybody),
  kind: "own",
  run: async ({ house, member, args, id, channel, at, sentAt }) => {
    const tag = named(args);
    if (tag === undefined)
      return [
        {
          blocks: [
            { kind: "text", text: { key: "language-which" } },
            {
              kind: "choices",
              choices: [
                { label: "中文", action: "cmd:language:zh" },
                { label: "English", action: "cmd:language:en" },
              ],
            },
          ],
        },
      ];
    const key = personKey(member.id);
    await house.store.change([key], (docs) => {
      if (personIn(docs, key).heard.includes(id)) return [];
      return [{ key, entry: { kind: "chose-language", language: tag, id, at, sentAt, by: member.id, channel } }];
    });
    return [sentence({ key: "language-chosen" })];
  },
};

function named(args: string): string | undefined {
  const word = args.trim().toLowerCase();
  if (word === "中文" || word === "汉语") return "zh-CN";
  if (word === "英文" || word === "英语" || word === "english") return "en";
  return spoken(word);
}
