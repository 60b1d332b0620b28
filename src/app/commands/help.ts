import { examplesFor } from "../examples.ts";
import { anywhere, everybody } from "../rights.ts";
import { type Command, calledIn } from "./command.ts";

/** What the person may use, a line each. */
export const help: Command = {
  name: "help",
  word: "帮助",
  wordTakes: "nothing",
  rights: anywhere(everybody),
  kind: "own",
  run: async ({ house, member, language, usable }) => [
    {
      blocks: [
        { kind: "heading", text: { key: "help-heading" } },
        {
          kind: "fields",
          fields: usable.map((command) => ({
            label: calledIn(command, language),
            value: { key: `help-${command.name}`, args: examplesFor(house, member) },
          })),
        },
        { kind: "text", text: { key: `help-${member.role}` } },
      ],
    },
  ],
};
